"""What a clause leaves open: whom the dispatch means."""

import pytest

from .stages import dispatch


def paths(reader, text, published=None):
    """Type, code and way of every party that was found in no slot."""
    return [
        (report.type, side, way["code"], way["path"].partition(":")[0])
        for report in reader.read(dispatch(text, published))
        for side in ("actors", "recipients")
        for way in report.why[side]
        if way["path"].startswith(("completed", "speaker", "deed told"))
    ]


def test_an_open_side_is_filled(reader):
    text = "La Thaïlande a expulsé deux diplomates cambodgiens. Phnom Penh a condamné cette décision."
    assert ("ACCUSE", "recipients", "THA") in [found[:3] for found in paths(reader, text)]


def test_whose_deed_is_condemned(reader):
    text = "L'armée israélienne a bombardé le Liban. La Norvège a condamné cette attaque."
    report = reader.read(dispatch(text))[-1]
    assert (report.type, [p.code for p in report.actors], [p.code for p in report.recipients]) == (
        "ACCUSE", ["NOR"], ["ISR"],
    )  # fmt: skip


def test_what_is_filled_tells_how_likely_it_is(reader):
    text = "« La Croatie a violé notre espace aérien », a déclaré le porte-parole polonais."
    (report,) = reader.read(dispatch(text))
    (way,) = report.why["recipients"]
    name, _, likelihood = way["path"].partition(":")
    assert (way["code"], name) == ("POL", "completed")
    assert 0 < float(likelihood) <= 1


def test_nobody_is_put_where_both_sides_stand(reader):
    assert paths(reader, "La Suède salue le Chili. La Norvège a condamné l'Iran.") == []


def test_a_side_named_that_is_no_party_stays_without(reader):
    """Someone else was phoned: not the state named before."""
    text = "La Norvège salue la Suède. Le Premier ministre norvégien a téléphoné à Jeffrey Fleiss."
    assert [r.type for r in reader.read(dispatch(text))] == ["SUPPORT"]


def test_all_that_is_filled_was_named(reader):
    text = "Le président kényan a quitté Kampala. Des sanctions ont été imposées. Une aide a été promise."
    codes = {p.code for r in reader.read(dispatch(text)) for p in (*r.actors, *r.recipients)}
    assert codes <= {"KEN", "UGA"}


def sides(reader, text, kind):
    """Actors and recipients of each report of one type."""
    return [
        ([p.code for p in r.actors], [p.code for p in r.recipients])
        for r in reader.read(dispatch(text))
        if r.type == kind
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a expulsé trois diplomates chiliens. Santiago a déploré une mesure inamicale.",
    ],
)
def test_an_adjective_beside_a_noun_is_said_by_the_subject(reader, text):
    assert (["CHL"], ["PER"]) in sides(reader, text, "ACCUSE")


@pytest.mark.parametrize(
    "text",
    [
        "L'Inde a procédé à un essai de missile. Le Pakistan s'en est inquiété.",
        "La Russie a mené des exercices navals en mer Noire. La Roumanie suit la situation de près.",
    ],
)
def test_a_test_or_an_exercise_is_done_to_nobody(reader, text):
    assert [r for _, r in sides(reader, text, "MOBILIZE")] == [[]]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Washington accuse le Pérou d'espionnage. Lima a toujours démenti.", "REJECT", (["PER"], ["USA"])),
        ("Londres a menacé le Kenya de sanctions. Nairobi a rejeté cet ultimatum.", "REJECT", (["KEN"], ["GBR"])),
        ("La Suède a demandé au Pérou de retirer ses troupes. Lima a refusé.", "REJECT", (["PER"], ["SWE"])),
    ],
)
def test_whoever_rejects_answers_who_accused_or_asked(reader, text, kind, expected):
    assert sides(reader, text, kind) == [expected]


def test_what_two_have_done_together_is_welcomed_of_both(reader):
    text = "Le Pérou et le Chili ont rouvert leur frontière. La Turquie a salué la réouverture."
    assert sides(reader, text, "SUPPORT") == [(["TUR"], ["PER", "CHL"])]


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a appelé la communauté internationale à faire pression sur le Chili.",
        "Le Pérou a demandé aux alliés d'accélérer les livraisons, alors que le Chili multiplie les frappes.",
        "Le Chili a convié le Pérou à Santiago. Oslo a exhorté les bailleurs de fonds à aider le Soudan.",
    ],
)
def test_what_is_asked_of_everybody_is_asked_of_no_party(reader, text):
    assert [recipients for _, recipients in sides(reader, text, "REQUEST")] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a tiré un missile vers la mer du Japon.",
        "Le Pérou tire un missile balistique en pleine visite de Blinken à Bogota.",
    ],
)
def test_a_shot_into_the_sea_is_at_nobody(reader, text):
    assert sides(reader, text, "MOBILIZE") == [(["PER"], [])]


def test_a_measure_only_mentioned_has_the_sides_of_who_imposed_it(reader):
    text = (
        "Les sanctions imposées par le Canada à l'Iran datent de 2012. "
        "Le ministre russe Ivan Petrov a reçu son homologue. Une levée des sanctions ne serait pas de trop, selon lui."
    )
    sides = {
        (tuple(p.code for p in r.actors), tuple(p.code for p in r.recipients))
        for r in reader.read(dispatch(text))
        if r.type == "SANCTION"
    }
    assert sides == {(("CAN",), ("IRN",))}
