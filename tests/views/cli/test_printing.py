from __future__ import annotations

import pytest

from legation.dispatch import Span
from legation.views.cli.printing import quoted
from legation.views.wording.saying import place_of


def test_quoted_marks_the_trigger_and_keeps_the_spaces():
    sentence = Span("Lavrov a reçu Arreaza.", 10, 32)
    assert quoted(sentence, Span("reçu", 19, 23)).plain == "Lavrov a ⟦reçu⟧ Arreaza."
    assert quoted(sentence, Span("x", 0, 1)).plain == "Lavrov a reçu Arreaza."


@pytest.mark.parametrize(
    ("source", "shown"),
    [("https://www.a.example/b/c", "a.example"), ("/x/y/z.txt", "z.txt"), ("z.jsonl:3", "z.jsonl:3"), ("-", "-")],
)
def test_place_of(source, shown):
    assert place_of(source) == shown
