"""The board of commitments: what is open, overdue, kept, cancelled; and the same for a calendar."""

from __future__ import annotations

import io
from datetime import date

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.event import Event
from legation.ledger import Ledger, Promised, Question
from legation.views.asking import is_calendar_date
from legation.views.exports import FORMATS, write_material
from legation.views.exports.material import gather
from legation.views.web.board import COLUMNS, MERGED_MOST, Board, TooMuchError, board, cards
from legation.views.web.failures import BadAddressError
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.queries import page_number, query_of
from legation.views.web.rendering import render
from legation.views.web.state_filter import asked_states
from legation.views.web.words import Words, load_words
from legation.when import bounds

router = APIRouter(include_in_schema=False)
SHORT = 10
"""Cards of a column on the whole board."""
PAGE = 24
"""Cards of one outcome on a page."""
_SORTS = ("soonest", "latest")
_LONGEST = 40


class Wanted(msgspec.Struct, frozen=True, rename={"states": "state"}):
    """What the address asks for; `outcome` shows one column by pages, else all columns stand side by side."""

    states: tuple[str, ...] = ()
    as_of: str = ""
    outcome: str = ""
    sort: str = _SORTS[0]
    page: int = 1

    @property
    def day(self) -> date | None:
        """The last day of the year, month or day asked for."""
        return bounds(self.as_of)[1] if self.as_of else None

    def query(self, **changes: object) -> str:
        """The part of an address that says this with some fields changed."""
        return query_of(self, **changes) or "?"


@router.get("/commitments")
def commitments(request: Request, ledger: TheLedger) -> Response:
    """The board; `?state=RUS&as_of=2020-05&outcome=open&sort=latest`."""
    wanted = _wanted(request)
    found = _board(request, ledger, wanted)
    latest = wanted.sort == "latest"
    counts = found.numbers
    shown = [name for name in COLUMNS if wanted.outcome in ("", name)]
    size = PAGE if wanted.outcome else SHORT
    last = max(1, -(-counts[shown[0]] // size)) if wanted.outcome else 1
    start = (min(wanted.page, last) - 1) * size
    picked: dict[str, tuple[Promised, ...]] = {name: found.column(name, size, start, latest) for name in shown}
    return render(
        request,
        "commitments.html.j2",
        wanted=wanted,
        sorts=_SORTS,
        day=found.day.isoformat() if found.day else None,
        counts=counts,
        columns={name: cards(ledger, found, column) for name, column in picked.items()},
        number=min(wanted.page, last),
        last=last,
        page_address=lambda number: wanted.query(page=number),
        one=bool(wanted.outcome),
    )


@router.get("/commitments.ics")
def calendar(request: Request, ledger: TheLedger) -> Response:
    """What is open and has a day, as a calendar; the same part of the address as for the board."""
    wanted = _wanted(request)
    found = _board(request, ledger, wanted)
    shown = [name for name in COLUMNS if wanted.outcome in ("", name)]
    due = [one for name in shown for one in found.column(name, found.numbers[name], 0, False)]
    due.sort(key=lambda one: one.order)
    question = Question(states=wanted.states, promised=True)
    material = gather(ledger, question, language_of(request))
    stream = io.BytesIO()
    write_material("ics", material._replace(events=_events(found, due), newest=found.day), stream)
    named = {"Content-Disposition": 'attachment; filename="commitments.ics"'}
    return Response(stream.getvalue(), media_type=FORMATS["ics"].media_type, headers=named)


def _events(found: Board, due: list[Promised]) -> list[Event]:
    events = found.events_of([one.event for one in due])
    return [events[one.event] for one in due if one.event in events]


def _board(request: Request, ledger: Ledger, wanted: Wanted) -> Board:
    try:
        return board(ledger, wanted.states, wanted.day)
    except TooMuchError:
        words = _words(request)
        line = words.too_many.format(most=MERGED_MOST, day=wanted.as_of, file=ledger.address.short)
        raise BadAddressError(line) from None


def _wanted(request: Request) -> Wanted:
    """What the address asks for.

    Raises:
        BadAddressError: a state is unknown, or the day is none.
    """
    asked = request.query_params
    words = _words(request)
    as_of = asked.get("as_of", "").strip()
    if as_of and not (len(as_of) <= _LONGEST and is_calendar_date(as_of)):
        raise BadAddressError(words.not_a_date.format(value=as_of[:_LONGEST]))
    outcome, sort, page = (asked.get(name, "") for name in ("outcome", "sort", "page"))
    return Wanted(
        asked_states(request),
        as_of,
        outcome if outcome in COLUMNS else "",
        sort if sort in _SORTS else _SORTS[0],
        page_number(page),
    )


def _words(request: Request) -> Words:
    return load_words(language_of(request), "commitments")
