"""A report as pages show it: its sentence between its neighbours, and the words of every role marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from legation.dispatch import Dispatch
from legation.merging import chain_text
from legation.report import Participant, Report
from legation.views.web.marking import Mark, Piece, pieces
from legation.views.web.phrases import Phrases
from legation.views.web.surroundings import around
from legation.views.web.words import Words, load_words

ROLES = ("actor", "recipient", "what", "when", "where", "says")
_LONGEST = 4000
"""Characters of a sentence that are shown: reading bounds sentences, this bounds what else may stand in a ledger."""


class Told(NamedTuple):
    """A report with its words: the sentence before, its own, the one after, and marked words that stand elsewhere.

    `elsewhere` has the role, what is said of it and the words.
    """

    report: Report
    before: tuple[Piece, ...]
    sentence: tuple[Piece, ...]
    after: tuple[Piece, ...]
    elsewhere: tuple[tuple[str, str, str], ...]
    chain: str


def telling_words(language: str) -> Words:
    """The words for reports and their roles."""
    return load_words(language, "telling")


def tell(report: Report, dispatch: Dispatch | None, say: Phrases, words: Words) -> Told:
    """A report as it is shown; without its dispatch, the sentence alone."""
    marks = tuple(marks_of(report, say, words))
    chain = chain_text(report, dispatch)
    start, end = report.sentence.start, min(report.sentence.end, report.sentence.start + _LONGEST)
    if dispatch is None:
        text, shift = report.sentence.text, start
        near = tuple(mark._replace(start=mark.start - shift, end=mark.end - shift) for mark in marks)
        return Told(report, (), pieces(text, 0, len(text), near), (), (), chain)
    text = dispatch.text
    first, last = around(text, start, end)
    far = dict.fromkeys(
        (mark.role, mark.said, text[mark.start : mark.end]) for mark in marks if mark.end <= first or mark.start >= last
    )
    return Told(
        report,
        pieces(text, first, start, marks),
        pieces(text, start, end, marks),
        pieces(text, end, last, marks),
        tuple(far),
        chain,
    )


def marks_of(report: Report, say: Phrases, words: Words) -> Iterator[Mark]:
    """Every span of a report with its role, said in full."""
    kind = say.label(report)
    for span in (report.trigger, *report.mentions):
        yield _mark(span.start, span.end, "what", kind, words)
    for role, people in (("actor", report.actors), ("recipient", report.recipients)):
        for one in people:
            yield _mark(one.start, one.end, role, _participant(one, say), words)
    if report.date_basis:
        basis = report.date_basis
        origin = words.basis[basis.origin]
        yield _mark(basis.start, basis.end, "when", f"{say.date(report.date)} ({origin})", words)
    if report.place:
        yield _mark(report.place.start, report.place.end, "where", say.place(report.place), words)
    for link in report.attribution:
        if link.start is not None and link.end is not None:
            yield _mark(link.start, link.end, "says", f"{link.name} ({words.links[link.kind]})", words)


def _participant(one: Participant, say: Phrases) -> str:
    ((_, name),) = say.side((one,))
    return ", ".join(part for part in (name, one.person, one.office) if part)


def _mark(start: int, end: int, role: str, what: str, words: Words) -> Mark:
    return Mark(start, end, role, words.roles[role].format(what=what))
