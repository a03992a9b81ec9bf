"""A dispatch: its text with all reports marked, what is no reporting greyed, its reprints beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from legation.dispatch import Dispatch
from legation.ledger import Ledger
from legation.merging import Reprint
from legation.report import Report
from legation.views.exports.headlines import web_address
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.lookups import SeveralError, found
from legation.views.web.marking import Mark, Piece, pieces
from legation.views.web.phrases import Phrases
from legation.views.web.rendering import phrases_of, render
from legation.views.web.telling import telling_words
from legation.views.web.words import Words

router = APIRouter(include_in_schema=False)
PAGE = 30_000
"""Characters of a text on a page."""
_SEEK = 600
"""Characters before the end of a page in which a line end, else a space, is looked for to end it."""
_REPRINTS = 50


class Numbered(NamedTuple):
    """A report by its number in the whole text, the id of its event, if it is in one yet, and whether its trigger
    stands on the page.
    """

    number: int
    report: Report
    event: str | None
    here: bool


class Neighbour(NamedTuple):
    """A dispatch with the same text or a text alike; `part` is "original", "copy" or "source" (the same text again)."""

    part: str
    source: str
    id: str
    likeness: int
    kind: str


@router.get("/dispatches/{asked}")
def dispatch(
    request: Request,
    ledger: TheLedger,
    asked: str,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    report: Annotated[str, Query(max_length=64)] = "",
) -> Response:
    """The page of a dispatch; with `report`, the part of its text in which that report stands."""
    try:
        read = found(asked, ledger.dispatch)
    except SeveralError as several:
        there = [one for id_ in several.candidates if (one := ledger.dispatch(id_))]
        return render(request, "candidates.html.j2", status=300, several=several, events=(), dispatches=there)
    reports = ledger.reports_of(read.id)
    borders = page_borders(read.text)
    wanted = next((one for one in reports if one.id == report), None)
    if wanted:
        page = sum(border <= wanted.trigger.start for border in borders[1:-1]) + 1
    page = min(page, len(borders) - 1)
    start, end = borders[page - 1 : page + 1]
    say = phrases_of(request)
    telling = telling_words(language_of(request))
    numbered = _numbered(ledger, reports, start, end)
    return render(
        request,
        "dispatch.html.j2",
        dispatch=read,
        address_of_source=web_address(read.source),
        credits=[credit.name for credit in read.credits] or ([read.outlet] if read.outlet else []),
        pieces=_marked(read, numbered, (start, end), say, telling),
        by_number={one.number: one for one in numbered},
        numbered=numbered,
        total=len(reports),
        wanted=wanted.id if wanted else "",
        neighbours=_neighbours(read.id, ledger.reprints_of(read.id, _REPRINTS)),
        page=page,
        last=len(borders) - 1,
        page_address=lambda number: f"?page={number}#text",
        telling=telling,
    )


def page_borders(text: str) -> list[int]:
    """Where the pages of a text begin, and its end: after a line end or a space where there is one near."""
    found_borders = [0]
    while len(text) - found_borders[-1] > PAGE:
        full = found_borders[-1] + PAGE
        near = max(text.rfind("\n", full - _SEEK, full), 0) or max(text.rfind(" ", full - _SEEK, full), 0)
        found_borders.append(near + 1 if near else full)
    return [*found_borders, len(text)]


def _numbered(ledger: Ledger, reports: Sequence[Report], start: int, end: int) -> list[Numbered]:
    """The reports of which a word stands on the page."""
    there = [
        (number, report)
        for number, report in enumerate(reports, 1)
        if any(span.start < end and span.end > start for span in (report.trigger, *report.mentions))
    ]
    events = ledger.events_of([report.id for _, report in there])
    return [
        Numbered(number, report, events.get(report.id), start <= report.trigger.start < end) for number, report in there
    ]


def _marked(
    dispatch: Dispatch,
    numbered: Sequence[Numbered],
    part: tuple[int, int],
    say: Phrases,
    telling: Words,
) -> tuple[Piece, ...]:
    marks = [Mark(piece.start, piece.end, "furniture", "") for piece in dispatch.furniture]
    for one in numbered:
        said = f"{one.number}: {say.label(one.report)}"
        role = telling.roles["what"].format(what=said)
        marks.append(Mark(one.report.trigger.start, one.report.trigger.end, "what", role, one.number))
        # A mention has its report's number with a minus: only the trigger is what links lead to.
        marks += [Mark(span.start, span.end, "what", role, -one.number) for span in one.report.mentions]
    return pieces(dispatch.text, *part, marks)


def _neighbours(id_: str, reprints: Sequence[Reprint]) -> list[Neighbour]:
    return [_neighbour(id_, one) for one in reprints]


def _neighbour(id_: str, one: Reprint) -> Neighbour:
    likeness = round(one.likeness * 100)
    if one.copy_id == one.original_id:
        return Neighbour("source", one.copy, one.copy_id, likeness, one.kind)
    if one.copy_id == id_:
        return Neighbour("original", one.original, one.original_id, likeness, one.kind)
    return Neighbour("copy", one.copy, one.copy_id, likeness, one.kind)
