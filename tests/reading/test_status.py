import pytest

from .stages import dispatch


def status(reader, text, published=None):
    (report,) = reader.read(dispatch(text, published))
    return report.status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Suède a livré des chars à l'Ukraine.", "occurred"),
        ("La Suède continue de livrer des chars à l'Ukraine.", "occurred"),
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
