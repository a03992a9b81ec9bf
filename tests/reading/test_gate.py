import pytest

from legation.reading.gate import passing

FORMS = frozenset({"condamné", "visite"})


def through(stages, text):
    return [view.index for view in passing(stages.views(text), FORMS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo a condamné Riga.", [0]),
        ("Oslo a mangé du pain.", []),
        ("Il a condamné la porte.", []),
        ("Voici la Lettonie. Elle a condamné tout cela.", [1]),
        ("Voici la Lettonie. Un. Elle a condamné tout cela.", [2]),
        ("Voici la Lettonie. Un. Deux. Elle a condamné tout cela.", []),
        ("Une visite à Genève.", []),
        ("La visite a plu aux Lettons.", [0]),
        ("La VISITE de la Lettonie.", [0]),
        ("", []),
    ],
)
def test_a_word_of_the_lexicon_near_a_party_passes(stages, text, expected):
    assert through(stages, text) == expected


def test_lists_as_long_as_pages_do_not_pass(stages):
    assert through(stages, "La Lettonie a condamné " + "Riga, " * 150 + "et Oslo.") == []


def test_the_gate_knows_every_form_of_the_lexicon(stages):
    assert {"condamnera", "condamnées", "visites", "entretenu"} <= stages.triggers.forms
    assert not {"fenêtre", "fenêtres", "mangé"} & stages.triggers.forms


@pytest.mark.parametrize("word", ["a", "est", "ont", "de", "mis"])
def test_the_gate_wants_more_than_an_auxiliary(stages, word):
    assert word not in stages.triggers.forms


def test_it_is_not_opened_by_a_light_verb(reader):
    assert "fait" not in reader._forms
