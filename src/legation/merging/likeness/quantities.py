"""The same number of the same thing in both sentences: "300 000 tonnes"."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.numbers import counted
from legation.merging.telling import Telling

_SHARED = 1.5
_TELLING = 3
"""Numbers below it ("les deux pays") are told of too many things."""


def observe(a: Telling, b: Telling) -> Observation | None:
    """Equal numbers before one noun speak for; different ones are a disagreement, which says nothing here."""
    left, right = (counted(t.report.sentence.text, t.report.dispatch.language) for t in (a, b))
    shared = sorted(
        noun for noun in left.keys() & right.keys() if left[noun][0] == right[noun][0] and left[noun][0] >= _TELLING
    )
    if not shared:
        return None
    return Observation("numbers", _SHARED, f"both tell of {min(left[shared[0]][1], right[shared[0]][1])}")
