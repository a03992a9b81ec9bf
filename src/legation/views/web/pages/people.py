"""The people: who acts for which state, under which spellings, in which offices, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.ledger import PersonHolding, PersonName
from legation.views.searching import people_named
from legation.views.web.ledgers import TheLedger
from legation.views.web.parties import NEWEST
from legation.views.web.queries import page_number, query_of
from legation.views.web.rendering import phrases_of, render
from legation.views.web.state_filter import asked_states
from legation.views.wording import Quotation, passage
from legation.views.wording.offices import load_office_words

router = APIRouter(include_in_schema=False)
PAGE = 20
"""Names on a page."""
OFFICES = 6
"""Offices shown of one person."""
_SORTS = ("often", "name")
_LONGEST = 100


class Wanted(msgspec.Struct, frozen=True, rename={"states": "state"}):
    """What the address asks for."""

    states: tuple[str, ...] = ()
    name: str = ""
    sort: str = _SORTS[0]
    page: int = 1

    def query(self, **changes: object) -> str:
        """The part of an address that says this with some fields changed."""
        return query_of(self, **changes) or "?"


@router.get("/people")
def people(request: Request, ledger: TheLedger) -> Response:
    """The people; `?state=RUS&name=lavrov&sort=name&page=2`."""
    wanted = _wanted(request)
    phrases = phrases_of(request)
    names = [name for name in ledger.names() if not wanted.states or name.state in wanted.states]
    if wanted.name:
        names = list(people_named(wanted.name.split(), names))
    if wanted.sort == "name":
        names.sort(key=lambda name: (phrases.party(name.state), name.person))
    else:
        names.sort(key=lambda name: (-name.dispatches, name.state, name.person))
    last = max(1, -(-len(names) // PAGE))
    number = min(wanted.page, last)
    part = names[(number - 1) * PAGE : number * PAGE]
    shown = ledger.holdings(part, read_office=load_office_words(), newest=NEWEST)
    return render(
        request,
        "people.html.j2",
        wanted=wanted,
        sorts=_SORTS,
        people=shown,
        offices=OFFICES,
        newest=NEWEST if any(name.dispatches > NEWEST for name in part) else None,
        number_of_names=len(names),
        texts=ledger.dispatch_ids({held.source for one in shown for held in one.held}),
        quoted=_quoted,
        events_address=events_address,
        number=number,
        last=last,
        page_address=lambda page: wanted.query(page=page),
    )


def events_address(person: PersonHolding | PersonName) -> str:
    """The events that name somebody: by the spelling that stands in all others, if there is one, else by the name."""
    shortest = min(person.spellings, key=lambda spelling: (len(spelling), spelling))
    words = shortest if all(shortest in spelling for spelling in person.spellings) else person.person
    return "/events?" + urlencode([("person", words)])


def _quoted(quote: str, office: str) -> Quotation:
    return passage(quote, office)


def _wanted(request: Request) -> Wanted:
    asked: Mapping[str, str] = request.query_params
    page, sort = asked.get("page", ""), asked.get("sort", "")
    return Wanted(
        asked_states(request),
        asked.get("name", "").strip()[:_LONGEST],
        sort if sort in _SORTS else _SORTS[0],
        page_number(page),
    )
