"""A text cut where marks begin and end: each piece knows all roles that its words play, however marks overlap."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """Words with the role they play, in code points of the text; `said` names it in full, for people.

    `key` tells marks of several reports apart (the number of the report), None where there is one.
    """

    start: int
    end: int
    role: str
    said: str
    key: int | None = None


class Piece(NamedTuple):
    """A stretch of text without a border inside: its roles, what is said of them, and the keys that begin with it."""

    text: str
    roles: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    keys: tuple[int, ...] = ()


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text from `start` to `end` in pieces; marks may overlap, nest, stand twice or reach beyond both ends.

    Takes time for the text and for the marks, not for both with one another. A key comes out with the first piece of
    its mark that can be seen.
    """
    inside = sorted({mark for mark in marks if mark.start < mark.end and mark.start < end and mark.end > start})
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    borders = sorted(cuts)
    found: list[Piece] = []
    open_marks: list[Mark] = []
    waiting = 0
    for here, there in pairwise(borders):
        open_marks = [mark for mark in open_marks if mark.end > here]
        keys: list[int] = []
        while waiting < len(inside) and inside[waiting].start <= here:
            mark = inside[waiting]
            open_marks.append(mark)
            if mark.key is not None:
                keys.append(mark.key)
            waiting += 1
        found.append(
            Piece(
                text[here:there],
                tuple(dict.fromkeys(mark.role for mark in open_marks)),
                tuple(dict.fromkeys(mark.said for mark in open_marks if mark.said)),
                tuple(dict.fromkeys(keys)),
            )
        )
    return tuple(found)
