"""Texts cut into marked pieces: at the right code points, whatever overlaps."""

from __future__ import annotations

import time

from legation.views.web.marking import Mark, Piece, pieces
from legation.views.web.surroundings import REACH, around


def of(text, *marks, start=0, end=None):
    return pieces(text, start, len(text) if end is None else end, marks)


def test_offsets_are_code_points():
    text = "🕊️ Ze\u0301lie 𝔞 vu e\u0301te\u0301"
    start = text.index("𝔞")
    found = of(text, Mark(start, start + 4, "what", "Quoi"))
    assert [piece.text for piece in found] == [text[:start], "𝔞 vu", text[start + 4 :]]
    assert "".join(piece.text for piece in found) == text


def test_a_mark_may_end_before_a_combining_mark():
    assert [piece.text for piece in of("ete\u0301", Mark(0, 3, "what", ""))] == ["ete", "\u0301"]


def test_nested_and_crossing_marks_are_resolved_plainly():
    found = of("abcdef", Mark(0, 4, "actor", "A"), Mark(1, 2, "says", "S"), Mark(3, 6, "where", "W"))
    assert [(piece.text, piece.roles) for piece in found] == [
        ("a", ("actor",)), ("b", ("actor", "says")), ("c", ("actor",)), ("d", ("actor", "where")), ("ef", ("where",)),
    ]  # fmt: skip
    assert found[3].said == ("A", "W")


def test_the_same_words_twice_are_one_mark():
    assert of("ab", Mark(0, 1, "actor", "A"), Mark(0, 1, "actor", "A"))[0] == Piece("a", ("actor",), ("A",))


def test_marks_reach_beyond_the_part_or_are_empty():
    found = of("abcdef", Mark(0, 3, "what", "", 1), Mark(5, 9, "what", "", 2), Mark(4, 4, "when", ""), start=2, end=6)
    assert [(piece.text, piece.keys) for piece in found] == [("c", (1,)), ("de", ()), ("f", (2,))]


def test_a_key_comes_once_with_the_beginning_of_its_mark():
    found = of("abcd", Mark(0, 4, "what", "", 1), Mark(1, 3, "what", "", 2))
    assert [piece.keys for piece in found] == [(1,), (2,), ()]


def test_many_marks_in_a_long_text_take_no_long_time():
    text = "mot " * 500_000
    marks = [Mark(at, at + 3, "what", str(at), at) for at in range(0, 400_000, 8)]
    begun = time.perf_counter()
    found = pieces(text, 0, len(text), marks)
    assert len(found) > 90_000
    assert time.perf_counter() - begun < 5


def test_the_neighbouring_sentences():
    text = "Titre\n\nUne autre. M. Lavrov est venu. Il a vu Arreaza. On n'en sait pas plus."
    start = text.index("Il a vu")
    first, last = around(text, start, start + len("Il a vu Arreaza."))
    assert text[first:last] == "M. Lavrov est venu. Il a vu Arreaza. On n'en sait pas plus."


def test_nothing_stands_before_the_first_sentence_or_after_the_last():
    assert around("Seule.", 0, 6) == (0, 6)
    assert around("", 0, 0) == (0, 0)


def test_an_endless_sentence_is_cut_between_words():
    text = "mot " * 1000 + "CENTRE" + " mot" * 1000
    start = text.index("CENTRE")
    first, last = around(text, start, start + 6)
    assert start - REACH <= first < start - REACH + 5
    assert text[first:last].startswith("mot ") and text[first:last].endswith(" mot")
