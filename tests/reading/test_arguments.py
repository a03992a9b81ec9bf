"""Slots along dependency paths; the sentences are plain, so that a better parser reads them no other way."""

import pytest

from .stages import filled


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("La Norvège condamne l'Iran.", "condamne", {("subject", "Norvège"), ("object", "Iran")}),
        ("L'Iran a été condamné par la Norvège.", "condamné", {("subject", "Norvège"), ("object", "Iran")}),
        ("L'Iran a été condamné.", "condamné", {("object", "Iran")}),
        ("La Norvège s'est entretenue avec l'Iran.", "entretenue", {("subject", "Norvège"), ("avec", "Iran")}),
        ("La Norvège a téléphoné au Pérou.", "téléphoné", {("subject", "Norvège"), ("à", "Pérou")}),
        ("La Norvège est arrivée au Pérou.", "arrivée", {("subject", "Norvège"), ("à", "Pérou")}),
        ("La Norvège, qui a condamné l'Iran, se tait.", "condamné", {("subject", "Norvège"), ("object", "Iran")}),
        ("La Norvège condamne l'Iran et salue la Chine.", "salue", {("subject", "Norvège"), ("object", "Chine")}),
        ("Le Japon a accepté de recevoir le roi.", "recevoir", {("subject", "Japon"), ("object", "roi")}),
        ("Le Chili a demandé à la Bolivie de libérer deux pêcheurs.", "libérer",
         {("subject", "Bolivie"), ("object", "pêcheurs")}),
        ("Le Chili exige que le Pérou retire ses troupes.", "exige", {("subject", "Chili"), ("content", "retire")}),
    ],
)  # fmt: skip
def test_the_arguments_of_a_verb(stages, text, verb, expected):
    assert stages.slots(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        (
            "La visite du président vietnamien au Laos a duré deux jours.",
            "visite",
            {("de", "président"), ("à", "Laos")},
        ),
        ("La visite russe inquiète.", "visite", {("adjective", "russe")}),
        ("Sa visite inquiète.", "visite", {("possessive", "Sa")}),
        ("La rencontre entre le Qatar et Oman a duré.", "rencontre", {("entre", "Qatar")}),
    ],
)
def test_the_arguments_of_a_noun(stages, text, noun, expected):
    token = next(t for t in stages.view(text).doc if t.text == noun)
    assert filled(stages.grammar.noun_arguments(token, token)) >= expected


@pytest.mark.parametrize(
    ("text", "verb", "passive", "reflexive"),
    [
        ("L'Iran a été condamné par la Norvège.", "condamné", True, False),
        ("La Norvège a condamné l'Iran.", "condamné", False, False),
        ("La Norvège est arrivée.", "arrivée", False, False),
        ("La Norvège s'est entretenue avec l'Iran.", "entretenue", False, True),
        ("Les deux ministres se sont rencontrés.", "rencontrés", False, True),
    ],
)
def test_voice(stages, text, verb, passive, reflexive):
    token = next(t for t in stages.view(text).doc if t.text == verb)
    assert (stages.grammar.passive(token), stages.grammar.reflexive(token)) == (passive, reflexive)


@pytest.mark.parametrize(
    ("text", "noun", "base"),
    [
        ("Il parle au roi.", "roi", "à"),
        ("Il parle du roi.", "roi", "de"),
        ("L'arrivée des rois a plu.", "rois", "de"),
        ("Il parle d'un roi.", "roi", "de"),
        ("Il a agi contre le roi.", "roi", "contre"),
        ("Il a agi à l'encontre du roi.", "roi", "contre"),
        ("Il a agi auprès du roi.", "roi", "auprès de"),
        ("Il voit le roi.", "roi", None),
    ],
)
def test_prepositions_by_their_base_form(stages, text, noun, base):
    token = next(t for t in stages.view(text).doc if t.text == noun)
    assert stages.grammar.preposition(token) == base


def test_an_inverted_subject_is_no_object(stages):
    found = stages.slots("« C'est grave », avertit la Norvège.", "avertit")
    assert ("subject", "Norvège") in found
    assert ("object", "Norvège") not in found


def test_every_argument_says_how_it_was_found(stages):
    for hit in stages.hits("L'Iran, qui a été condamné par la Norvège, a promis de recevoir une délégation suisse."):
        assert hit.arguments
        assert all(a.path for a in hit.arguments)
