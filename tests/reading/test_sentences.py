import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.pack import load_pack
from legation.reading.sentences import find_sentences

SYNTAX = load_pack("fr").syntax
PIECES = st.sampled_from(["Riga a protesté", ". ", "\n", " ", "« Non »", "!", "M. ", "…", "3,5", "À", "«", "»", ", "])


def split(text):
    return [text[s.start : s.end] for s in find_sentences(text, SYNTAX)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riga proteste. Oslo répond.", ["Riga proteste.", "Oslo répond."]),
        ("M. Kalnins proteste. Oslo répond.", ["M. Kalnins proteste.", "Oslo répond."]),
        ("Le gén. Ozols a protesté.", ["Le gén. Ozols a protesté."]),
        ("J. Ozols a protesté.", ["J. Ozols a protesté."]),
        ("Riga a livré 3.5 tonnes de blé.", ["Riga a livré 3.5 tonnes de blé."]),
        ("« Jamais ! », a dit Riga.", ["« Jamais ! », a dit Riga."]),
        ("« Jamais. » Oslo répond.", ["« Jamais. »", "Oslo répond."]),
        ("Vraiment ?! Oui…", ["Vraiment ?!", "Oui…"]),
        ("Titre sans point\nOslo répond.", ["Titre sans point", "Oslo répond."]),
        ("Riga a\nprotesté hier.", ["Riga a\nprotesté hier."]),
        ("   \n \n", []),
        ("", []),
    ],
)
def test_where_sentences_end(text, expected):
    assert split(text) == expected


def test_paragraphs_are_counted():
    found = find_sentences("Un. Deux.\n\nTrois.", SYNTAX)
    assert [s.paragraph for s in found] == [0, 0, 1]


def test_a_quotation_that_goes_on_is_noted():
    found = find_sentences("Il a dit : « Riga a tort. Oslo aussi. Voilà tout. » Puis il est parti.", SYNTAX)
    assert [s.quoted for s in found] == [False, True, True, False]


def test_an_endless_sentence_is_cut():
    text = "mot " * 2000
    found = find_sentences(text, SYNTAX, longest=500)
    assert max(s.end - s.start for s in found) <= 500
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join)))
def test_every_letter_stands_in_one_sentence(text):
    found = find_sentences(text, SYNTAX)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in itertools.pairwise(found))
    assert all(s.start < s.end for s in found)
    inside = "".join(text[s.start : s.end] for s in found)
    assert "".join(inside.split()) == "".join(text.split())
