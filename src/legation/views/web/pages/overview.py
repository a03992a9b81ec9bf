"""The first page: what is new, how much there is, between whom."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.views.web.ledgers import TheLedger
from legation.views.web.rendering import render

router = APIRouter(include_in_schema=False)
_PAIRS = 12
_NEWEST = 10


@router.get("/")
def overview(request: Request, ledger: TheLedger) -> Response:
    """The overview; on an empty ledger, how to begin."""
    counts = ledger.counts()
    return render(
        request,
        "overview.html.j2",
        counts=counts,
        pairs=ledger.busiest_pairs(most=_PAIRS),
        newest=ledger.newest_events(most=_NEWEST),
        path=ledger.path.name,
    )
