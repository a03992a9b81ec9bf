"""Dispatches: the list, one, its text and its reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from legation.dispatch import Dispatch
from legation.views.web.api.answers import answer, tagged
from legation.views.web.api.asked import NOTHING, ReportList
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import DISPATCH
from legation.views.web.api.ids import Id, the_dispatch
from legation.views.web.api.lists import Dispatches, Reports, part
from legation.views.web.api.schemas import gives, gives_bytes
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["dispatches"])
TEXT = "text/plain"


@router.get(
    "/dispatches",
    operation_id="listDispatches",
    summary="Dispatches",
    responses=gives(Dispatches, "Dispatches by their own date.", {"items": [DISPATCH], "next": None}),
)
def dispatches(request: Request, ledger: TheLedger, asked: Annotated[ReportList, Query()]) -> Response:
    """The dispatches without their texts, by their own date, with which `since` and `until` are compared. With parties,
    types or statuses: those with a report that fits.
    """
    found = ledger.dispatches_after(place_in(request, tuple[str, str]), asked.limit + 1, asked.question())
    items, following = part(request, found, asked.limit, lambda one: one[0])
    return answer(request, Dispatches(tuple(one for _, one in items), following), headers=link(following))


@router.get(
    "/dispatches/{id}",
    operation_id="getDispatch",
    summary="A dispatch",
    responses=gives(Dispatch, "The dispatch with its text.", missing=True),
    dependencies=[NOTHING],
)
def dispatch(request: Request, ledger: TheLedger, id: Id) -> Response:
    """A dispatch with its text, and what was found out of it as it came in: its own date, credits, furniture."""
    return answer(request, the_dispatch(ledger, id))


@router.get(
    "/dispatches/{id}/text",
    operation_id="getText",
    summary="The text of a dispatch",
    responses=gives_bytes((TEXT,), "The text and nothing else, UTF-8; offsets count its code points."),
    dependencies=[NOTHING],
)
def text(request: Request, ledger: TheLedger, id: Id) -> Response:
    """The text, letter for letter."""
    body = the_dispatch(ledger, id).text.encode("utf-8", "replace")
    return tagged(request, body, f"{TEXT}; charset=utf-8")


@router.get(
    "/dispatches/{id}/reports",
    operation_id="getReportsOfDispatch",
    summary="The reports of a dispatch",
    responses=gives(Reports, "All of them, in the order of the text.", missing=True),
    dependencies=[NOTHING],
)
def reports(request: Request, ledger: TheLedger, id: Id) -> Response:
    """What a dispatch reports."""
    return answer(request, Reports(ledger.reports_of(the_dispatch(ledger, id).id), None))
