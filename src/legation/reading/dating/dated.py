"""A date with the words that gave it."""

from __future__ import annotations

from typing import NamedTuple

from legation import when
from legation.dispatch import Basis
from legation.report import Status


class Dated(NamedTuple):
    """A date with the words that gave it; offsets into the clean text, or None where the words are the dispatch's own
    date (then `origin` tells which). `weak`: inherited, not told in the clause itself.
    """

    edtf: str
    start: int | None
    end: int | None
    origin: Basis
    weak: bool = False


def due_window(edtf: str, status: Status) -> str:
    """What is due "before mid-January" is due in January; a day stays a limit."""
    first, slash, last = edtf.partition("/")
    ahead = status in {"planned", "hypothetical"}
    if ahead and first == ".." and slash and when.precision(last) in {"month", "season", "year"}:
        return last
    return edtf
