import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dispatch import Furniture
from legation.reading.clean import clean

from .stages import dispatch

LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Z", "Cc", "Cf", "So")), max_size=80)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("l\u2019Iran", "l'Iran"),
        ("l\u02bcIran", "l'Iran"),
        ("«\u00a0Non\u202f»", "« Non »"),
        ("États\u2011Unis", "États-Unis"),
        ("**Kiev**", "  Kiev  "),
        ("a\tb\x00c\x1bd", "a b c d"),
        ("un\u200bdeux\ufefftrois", "un deux trois"),
        ("ligne\r\nligne", "ligne \nligne"),
    ],
)
def test_signs_become_one_kind_at_the_same_length(raw, expected):
    found = clean(dispatch(raw))
    assert found.text == expected
    assert found.offsets is None


def test_furniture_is_blanked_with_its_lines_kept():
    text = "Menu\nAccueil\nOslo condamne Riga."
    found = clean(dispatch(text, furniture=(Furniture(0, 12, "menu"),)))
    assert found.text == "    \n       \nOslo condamne Riga."


def test_accents_written_apart_are_joined_and_told_in_the_dispatch_s_offsets():
    raw = unicodedata.normalize("NFD", "L'Égypte a réagi")
    found = clean(dispatch(raw))
    assert found.text == "L'Égypte a réagi"
    start = found.text.index("Égypte")
    span = found.span(start, start + len("Égypte"))
    assert unicodedata.normalize("NFC", span.text) == "Égypte"
    assert raw[span.start : span.end] == span.text
    assert found.at(span.start) == start


@given(LETTERS)
def test_every_stretch_of_clean_text_quotes_the_dispatch(text):
    found = clean(dispatch(text))
    size = len(found.text)
    for start in range(0, size, 3):
        for end in range(start + 1, min(start + 6, size) + 1):
            span = found.span(start, end)
            assert text[span.start : span.end] == span.text
            assert 0 <= span.start <= span.end <= len(text)
    whole = found.span(0, size)
    assert (whole.start, whole.end) == (0, len(text))


@given(LETTERS)
def test_no_letter_is_lost(text):
    kept = [c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] == "L"]
    assert [c for c in unicodedata.normalize("NFC", clean(dispatch(text)).text) if c in kept] == [
        c for c in kept if c != "ʼ"
    ]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "\ud800", "\x00" * 5])
def test_nothing_is_too_odd(text):
    assert len(clean(dispatch(text)).text) == len(text)
