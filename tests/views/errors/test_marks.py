from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from legation.dispatch import Span
from legation.views.errors.marks import marked

SENTENCE = Span("Moscou accuse Paris", 10, 29)


def test_each_side_is_marked():
    pieces = marked(SENTENCE, [(17, 23)], [(24, 29)])
    assert [(p.text, p.marked) for p in pieces] == [
        ("Moscou ", ""), ("accuse", "wanted"), (" ", ""), ("Paris", "came"),
    ]  # fmt: skip


def test_overlapping_triggers_are_both_as_far_as_they_overlap():
    pieces = marked(SENTENCE, [(10, 23)], [(17, 29)])
    assert [(p.text, p.marked) for p in pieces] == [("Moscou ", "wanted"), ("accuse", "both"), (" Paris", "came")]


def test_what_lies_outside_is_cut_off():
    assert [p.marked for p in marked(SENTENCE, [(0, 5), (40, 50)], [])] == [""]
    assert [(p.text, p.marked) for p in marked(SENTENCE, [(0, 16)], [])] == [
        ("Moscou", "wanted"),
        (" accuse Paris", ""),
    ]
    assert marked(Span("", 3, 3), [(3, 3)], []) == ()


STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


@given(STRETCHES, STRETCHES)
def test_the_pieces_make_up_the_sentence(wanted, came):
    pieces = marked(SENTENCE, wanted, came)
    assert "".join(p.text for p in pieces) == SENTENCE.text
    assert all(a.marked != b.marked for a, b in pairwise(pieces))
