import pytest

from legation.reading.gate import passing


def telling(words):
    return not words.isdisjoint({"condamné", "visite"})


def through(stages, text):
    return [view.index for view in passing(stages.views(text), telling)]


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
