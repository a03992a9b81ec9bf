import pytest

from .stages import dispatch


def status(reader, text, published=None):
    (report,) = reader.read(dispatch(text, published))
    return report.status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Suède a livré des chars à l'Ukraine.", "occurred"),
        ("La Suède continue de livrer des chars à l'Ukraine.", "ongoing"),
        ("La Suède avait livré des chars à l'Ukraine.", "occurred"),
        ("La Suède aurait livré des chars à l'Ukraine.", "occurred"),
        ("La Suède livrera des chars à l'Ukraine.", "planned"),
        ("La Suède va livrer des chars à l'Ukraine.", "planned"),
        ("La Suède doit livrer des chars à l'Ukraine.", "planned"),
        ("La Suède prévoit de livrer des chars à l'Ukraine.", "planned"),
        ("La Suède s'apprête à livrer des chars à l'Ukraine.", "planned"),
        ("La Suède pourrait livrer des chars à l'Ukraine.", "hypothetical"),
        ("La Suède envisage de livrer des chars à l'Ukraine.", "hypothetical"),
        ("La Suède livrerait des chars à l'Ukraine.", "hypothetical"),
        ("La Suède n'a pas livré de chars à l'Ukraine.", "denied"),
        ("La Suède n'a jamais livré de chars à l'Ukraine.", "denied"),
        ("La Suède ne condamnera pas l'Ukraine.", "denied"),
        ("Une rencontre entre le Qatar et l'Égypte est prévue à Doha.", "planned"),
        ("Le président iranien se rendra à Moscou.", "planned"),
        ("La Chine a-t-elle livré des armes à la Russie ?", "hypothetical"),
    ],
)
def test_tense_mood_and_cues(reader, text, expected):
    assert status(reader, text) == expected


def test_a_present_with_a_future_time_is_planned(reader):
    text = "Les ministres grec et turc se rencontrent lundi prochain à Genève."
    assert status(reader, text, "2024-11-15") == "planned"


def test_hearsay_is_noted(reader):
    (said,) = reader.read(dispatch("La Suède aurait livré des chars à l'Ukraine."))
    (sure,) = reader.read(dispatch("La Suède a livré des chars à l'Ukraine."))
    assert (said.why["hearsay"], sure.why["hearsay"]) == (True, False)


def test_what_one_denies_to_have_done_is_denied(reader):
    found = reader.read(dispatch("La Suède nie avoir livré des chars à l'Ukraine."))
    assert [r.status for r in found if r.type == "AID"] == ["denied"]


def test_the_past_of_the_past_is_background(reader):
    (report,) = reader.read(dispatch("Le Togo avait signé un accord avec le Bénin en 2019."))
    assert report.salience == "background"
    (report,) = reader.read(dispatch("Le Togo a signé un accord avec le Bénin."))
    assert report.salience == "main"


def test_the_cue_is_told(stages):
    verdict = stages.status.read(stages.hit("La Suède pourrait livrer des chars.", "livrer"), None, direction=None)
    assert (verdict.status, verdict.cue) == ("hypothetical", "pourrait")
    verdict = stages.status.read(
        stages.hit("La Suède a parlé pour condamner l'Iran.", "condamner"), None, direction=None
    )
    assert verdict.purpose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Éthiopie héberge des milliers de réfugiés soudanais.", "ongoing"),
        ("Le Portugal, qui forme des soldats mozambicains, a salué le Malawi.", "ongoing"),
        ("Le Pérou bloque depuis mars les exportations du Chili.", "ongoing"),
        ("Des navires russes croisent au large de la Norvège.", "ongoing"),
        ("La Norvège continue de fournir des armes à l'Ukraine.", "ongoing"),
        ("Le Chili livre des vivres au Pérou", "occurred"),
        ("Le Japon a hébergé des réfugiés birmans.", "occurred"),
        ("La Turquie a fait appréhender des ressortissants grecs.", "occurred"),
    ],
)
def test_deeds_that_last_go_on_in_the_present_except_in_headlines(reader, text, expected):
    found = reader.read(dispatch(text, "2024-03-14"))
    assert expected in {report.status for report in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Chili a annoncé l'expulsion de deux diplomates péruviens.", "occurred"),
        ("Le Pérou annonce la rupture de ses relations avec le Chili.", "occurred"),
        ("Le Chili a décidé de rompre ses relations avec le Pérou.", "occurred"),
        ("Quito a décidé la fermeture de son ambassade à Lima.", "occurred"),
        ("Le Chili annoncera l'expulsion de deux diplomates péruviens.", "planned"),
        ("Le Chili prévoit de rompre ses relations avec le Pérou.", "planned"),
        ("Le président chilien a annoncé une visite au Pérou.", "planned"),
    ],
)
def test_measures_are_taken_by_announcing_them(reader, text, expected):
    assert status(reader, text, "2024-03-14") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Chili a pu libérer trois marins péruviens.", "occurred"),
        ("Le Pérou avait dû expulser deux diplomates chiliens.", "occurred"),
        ("Le Chili a préféré suspendre son aide au Pérou.", "occurred"),
        ("Le Chili n'a pu livrer des vivres au Pérou.", "denied"),
        ("Le Chili aurait pu livrer des vivres au Pérou.", "hypothetical"),
        ("Le Chili n'a pas tardé à féliciter le Pérou.", "occurred"),
        ("Le Chili n'a pas hésité à expulser deux diplomates péruviens.", "occurred"),
        ("Lima a reçu le ministre chilien, non sans critiquer Santiago.", "occurred"),
    ],
)
def test_what_was_brought_about(reader, text, expected):
    found = reader.read(dispatch(text, "2024-03-14"))
    assert {report.status for report in found} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Je voudrais remercier la Norvège », a déclaré le ministre chilien.", "occurred"),
        ("« Nous voulons saluer le Pérou », a dit le président chilien.", "occurred"),
        ("« Je souhaite féliciter le Pérou », a déclaré le ministre chilien.", "occurred"),
        ("Le ministre chilien veut remercier la Norvège.", "hypothetical"),
        ("« Je voudrais rencontrer le président péruvien », a déclaré le président chilien.", "hypothetical"),
    ],
)
def test_who_wishes_to_thank_thanks(reader, text, expected):
    assert status(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo n'a pris aucune sanction contre Minsk.", "denied"),
        ("Aucun compromis n'a été trouvé entre le Soudan et l'Éthiopie.", "denied"),
        ("La date d'un sommet entre le Pérou et le Chili reste à fixer.", "planned"),
        ("On parle de l'idée d'un sommet entre le Chili et le Pérou.", "hypothetical"),
    ],
)  # fmt: skip
def test_what_nobody_does_and_what_hangs_on_a_date_or_an_idea(reader, text, expected):
    assert status(reader, text) == expected


@pytest.mark.parametrize("verb", ["n'a pas condamné", "condamnera", "a condamné"])
def test_what_is_judged_has_happened(reader, verb):
    found = reader.read(dispatch(f"Le Maroc {verb} l'attaque de l'Érythrée contre Djibouti."))
    assert [r.status for r in found if r.type == "ASSAULT"] == ["occurred"]


def test_who_is_addressed_to_be_thanked_is_thanked(reader):
    found = reader.read(dispatch("Le roi du Maroc a téléphoné au président gabonais pour le remercier de son appui."))
    assert ("SUPPORT", "occurred") in [(r.type, r.status) for r in found]
    found = reader.read(dispatch("Le roi du Maroc se prépare pour remercier le Gabon de son appui."))
    assert ("SUPPORT", "occurred") not in [(r.type, r.status) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministre turc, qui devait se rendre à Bagdad le 20 mars, a annulé ce déplacement.",
            ("denied", "2023-03-20"),
        ),
        (
            "Le ministre Hakan Fidan, qui devait se rendre à Bagdad le 20 mars, a annulé ce déplacement, a ajouté la"
            " même source, en raison de la neige.",
            ("denied", "2023-03-20"),
        ),
        ("Le ministre turc, qui se rendra à Bagdad le 20 mars, a perdu sa mère.", ("planned", "2023-03-20")),
        ("Caracas dément tout voyage de Maduro à Cuba.", ("denied", None)),
        ("La visite du ministre turc à Bagdad n'aura pas lieu le 20 mars.", ("denied", "2023-03-20")),
        ("La visite du ministre turc à Bagdad n'a pas eu lieu le 1er mars.", ("denied", "2023-03-01")),
    ],
)
def test_what_will_not_be_after_all(reader, text, expected):
    (report,) = [one for one in reader.read(dispatch(text, "2023-03-10")) if one.type == "CONSULT"]
    assert (report.status, report.date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une visite du roi de Jordanie à Berlin est en préparation.", "planned"),
        ("Une rencontre entre le Qatar et l'Égypte est toujours au programme.", "planned"),
        ("La rencontre entre le Qatar et l'Égypte figure désormais à l'agenda.", "planned"),
        ("Un sommet entre la Zambie et le Malawi reste à l'étude.", "hypothetical"),
        ("La livraison de chars à l'Ukraine par la Suède est encore en discussion.", "hypothetical"),
        ("La livraison de chars à l'Ukraine par la Suède n'est pas à l'ordre du jour.", "denied"),
        ("Une rencontre entre le Qatar et l'Égypte a eu lieu, un traité est en vue.", "occurred"),
    ],
)
def test_where_an_act_is_said_to_stand(reader, text, expected):
    assert expected in {report.status for report in reader.read(dispatch(text)) if report.type in {"AID", "CONSULT"}}
