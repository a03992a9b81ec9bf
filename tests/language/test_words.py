import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.words import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'Iran a réagi.", ["L'", "Iran", "a", "réagi", "."]),
        ("les États-Unis", ["les", "États-Unis"]),
        ("a-t-il déclaré", ["a", "-t-il", "déclaré"]),
        ("dit-elle", ["dit", "-elle"]),
        ("l'ONU et l'U.E.", ["l'", "ONU", "et", "l'", "U.E", "."]),
        ("« Non », dit Riga", ["«", "Non", "»", ",", "dit", "Riga"]),
        ("3,5 millions", ["3", ",", "5", "millions"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert [w.text for w in split_words(text, suffixes=frozenset({"-t-il", "-elle"}))] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya's army, Laos' and the US's", ["Kenya", "'s", "army", ",", "Laos", "'", "and", "the", "US", "'s"]),
        ("N'Djamena's mayor", ["N'", "Djamena", "'s", "mayor"]),
        ("it's not L'Équipe", ["it", "'s", "not", "L'", "Équipe"]),
        ("Saint-Louis's", ["Saint-Louis", "'s"]),
    ],
)
def test_clitics_are_words(text, words):
    assert [w.text for w in split_words(text, suffixes=frozenset({"'s"}))] == words


def test_inverted_pronouns_stay_where_no_suffixes_are_told():
    assert [w.text for w in split_words("a-t-il dit-elle -elle")] == ["a-t-il", "dit-elle", "-", "elle"]


def test_offsets_are_of_the_whole_text():
    text = "Hier, Oslo parle."
    found = split_words(text, 6)
    assert [(w.text, w.start, w.end) for w in found] == [("Oslo", 6, 10), ("parle", 11, 16), (".", 16, 17)]
    assert [w.text for w in split_words(text, 6, 10)] == ["Oslo"]


def test_capitals():
    assert [w.capital for w in split_words("Oslo parle À 3")] == [True, False, True, False]


@given(st.text(max_size=120))
def test_words_quote_the_text_and_leave_out_only_spaces(text):
    found = split_words(text)
    assert all(text[w.start : w.end] == w.text and w.lower == w.text.lower() for w in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert "".join(w.text for w in found).replace(" ", "") == "".join(text.split())
