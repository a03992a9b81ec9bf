"""A quoted sentence in pieces, each with the roles that its words play."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from legation.dispatch import Span
from legation.report import Report


class Mark(NamedTuple):
    """A stretch of a dispatch and the role its words play."""

    start: int
    end: int
    role: str


class Piece(NamedTuple):
    """Words with the roles they play; the roles are field names of the record, or none."""

    text: str
    roles: tuple[str, ...]


def roles_of(report: Report) -> tuple[Mark, ...]:
    """The words of a report that play a role."""
    found = [Mark(report.trigger.start, report.trigger.end, "trigger")]
    found += [Mark(span.start, span.end, "trigger") for span in report.mentions]
    found += [Mark(one.start, one.end, "actor") for one in report.actors]
    found += [Mark(one.start, one.end, "recipient") for one in report.recipients]
    found += [
        Mark(one.start, one.end, "attribution")
        for one in report.attribution
        if one.start is not None and one.end is not None
    ]
    if report.date_basis:
        found.append(Mark(report.date_basis.start, report.date_basis.end, "date"))
    if report.place:
        found.append(Mark(report.place.start, report.place.end, "place"))
    return tuple(found)


def pieces(sentence: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The sentence cut at the edges of the marks that lie in it; they may overlap and reach over its ends."""
    inside = [
        Mark(max(mark.start - sentence.start, 0), min(mark.end - sentence.start, len(sentence.text)), mark.role)
        for mark in marks
        if mark.start < sentence.start + len(sentence.text) and mark.end > sentence.start
    ]
    cuts = sorted({0, len(sentence.text), *(edge for mark in inside for edge in (mark.start, mark.end))})
    return tuple(
        Piece(
            sentence.text[start:end],
            tuple(dict.fromkeys(mark.role for mark in inside if mark.start <= start and end <= mark.end)),
        )
        for start, end in pairwise(cuts)
    )
