"""On what dispatches differ."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from legation.ledger import Narrowing, place_of
from legation.views.records import dissent_records
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import EventList
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import DISSENT
from legation.views.web.api.lists import Disagreements, part
from legation.views.web.api.schemas import gives
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["disagreements"])


@router.get(
    "/disagreements",
    operation_id="listDisagreements",
    summary="Disagreements",
    responses=gives(
        Disagreements, "Disagreements by the first day of their event.", {"items": [DISSENT], "next": None}
    ),
)
def disagreements(request: Request, ledger: TheLedger, asked: Annotated[EventList, Query()]) -> Response:
    """What dispatches tell differently of one event, and who says what. `limit` counts events."""
    narrowing = Narrowing(disputed=True)
    found = ledger.events_after(place_in(request, tuple[str, str]), asked.limit + 1, asked.question(), narrowing)
    items, following = part(request, found, asked.limit, place_of)
    records = tuple(record for one in items for record in dissent_records(one))
    return answer(request, Disagreements(records, following), headers=link(following))
