import pytest

from legation.reading.arguments import SUPPORT
from legation.reading.support import SUPPORT_RECIPIENT


@pytest.mark.parametrize(
    ("text", "noun", "verb", "slot", "subject"),
    [
        ("Le président turc a effectué une visite à Athènes.", "visite", "effectué", SUPPORT, "président"),
        ("La Chine a procédé à l'expulsion de deux diplomates danois.", "expulsion", "procédé", SUPPORT, "Chine"),
        ("La Turquie a fait l'objet de sanctions américaines.", "sanctions", "fait", SUPPORT_RECIPIENT, "Turquie"),
    ],
)
def test_a_support_verb_lends_its_subject(stages, text, noun, verb, slot, subject):
    carried = stages.support.of(stages.hit(text, noun))
    assert carried.verb is not None
    assert carried.verb.text == verb
    assert (slot, subject) in {(a.slot, a.token.text) for a in carried.lent}


def test_a_verb_of_occurrence_lends_no_subject(stages):
    carried = stages.support.of(stages.hit("Des entretiens ont eu lieu entre la Turquie et la Grèce.", "entretiens"))
    assert carried.verb is not None
    assert not {SUPPORT, SUPPORT_RECIPIENT} & {a.slot for a in carried.lent}


@pytest.mark.parametrize(
    ("text", "word"),
    [("Le Japon condamne l'Iran.", "condamne"), ("Le roi craint la visite du président au Laos.", "visite")],
)
def test_nothing_carries_a_verb_or_the_object_of_another_verb(stages, text, word):
    assert stages.support.of(stages.hit(text, word)) == (None, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le président turc a effectué une visite à Athènes.", ["CONSULT/visit TUR > GRC"]),
        ("La Turquie a fait l'objet de sanctions américaines.", ["SANCTION/discontinue USA > TUR"]),
        ("Le Japon a apporté son soutien à l'Ukraine.", ["SUPPORT JPN > UKR"]),
    ],
)
def test_who_is_told_by_a_support_verb(tell, text, expected):
    assert tell(text) == expected
