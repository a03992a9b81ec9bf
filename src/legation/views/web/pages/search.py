"""Search: events by their quoted sentences, dispatches by their texts, people and states by name."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.ledger import FoundPage, Ledger
from legation.views.searching import LONGEST, Query, parties_named, people_named, read_query
from legation.views.web.ledgers import TheLedger
from legation.views.web.pages.people import events_address
from legation.views.web.rendering import render

router = APIRouter(include_in_schema=False)
PAGE = 20
FEW = 5
"""Of each kind when all kinds are shown."""
_KINDS = ("events", "dispatches")
_PARTIES = 6
_NOTHING = FoundPage(0, False)


@router.get("/search")
def search(request: Request, ledger: TheLedger) -> Response:
    """What was found; `?q=accord+gaz&kind=dispatches&page=2`. Any text is a question."""
    asked = request.query_params
    text, kind, page = asked.get("q", ""), asked.get("kind", ""), asked.get("page", "")
    query = read_query(text)
    kind = kind if kind in _KINDS else ""
    number = int(page) if kind and page.isascii() and page.isdecimal() and 0 < len(page) < 4 and int(page) else 1
    found = _found(ledger, query, kind, number)
    parties, rest = ((), ()) if kind else parties_named(query.words)
    people = people_named(rest, ledger.names())[:FEW] if rest else ()
    last = max(1, -(-found[kind].number // PAGE)) if kind else 1
    return render(
        request,
        "search.html.j2",
        q=text[:LONGEST],
        asked=bool(text.strip()),
        query=query,
        longest=LONGEST,
        kind=kind,
        found=found,
        parties=parties[:_PARTIES],
        people=people,
        events_address=events_address,
        nothing=not (parties or people or any(page.number for page in found.values())),
        number=number,
        last=last,
        page_address=lambda page: _address(text[:LONGEST], kind, page),
        kind_address=lambda kind: _address(text[:LONGEST], kind, 1),
    )


def _found(ledger: Ledger, query: Query, kind: str, number: int) -> dict[str, FoundPage]:
    if not query.terms:
        return dict.fromkeys(_KINDS, _NOTHING)
    if kind == "events":
        return {kind: ledger.find(query.terms, "events", PAGE, (number - 1) * PAGE)}
    if kind == "dispatches":
        return {kind: ledger.find(query.terms, "dispatches", PAGE, (number - 1) * PAGE)}
    return {
        "events": ledger.find(query.terms, "events", FEW),
        "dispatches": ledger.find(query.terms, "dispatches", FEW),
    }


def _address(text: str, kind: str, page: int) -> str:
    pairs = [("q", text)] + ([("kind", kind)] if kind else []) + ([("page", str(page))] if page > 1 else [])
    return "/search?" + urlencode(pairs)
