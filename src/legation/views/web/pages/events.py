"""All events of the ledger, narrowed by the filters."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.views.web.filters import PAGE, TheFilters
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.rendering import render
from legation.views.web.words import load_words

router = APIRouter(include_in_schema=False)


@router.get("/events")
def events(request: Request, ledger: TheLedger, filters: TheFilters) -> Response:
    """The list, the newest first."""
    question = msgspec.structs.replace(filters.question(), newest_first=True)
    number = ledger.number_of_events(question)
    return render(
        request,
        "events.html.j2",
        filters=filters,
        filter_words=load_words(language_of(request), "filters"),
        number=number,
        events=ledger.events(question),
        last=-(-number // PAGE),
    )
