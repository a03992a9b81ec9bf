"""Reports: the list, and one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from legation.report import Report
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import NOTHING, ReportList
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import REPORT
from legation.views.web.api.ids import Id, the_report
from legation.views.web.api.lists import Reports, part
from legation.views.web.api.schemas import gives
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["reports"])


@router.get(
    "/reports",
    operation_id="listReports",
    summary="Reports",
    responses=gives(Reports, "Reports in the order of their reading.", {"items": [REPORT], "next": None}),
)
def reports(request: Request, ledger: TheLedger, asked: Annotated[ReportList, Query()]) -> Response:
    """The reports in the order in which they were read: what comes in later stands at the end."""
    found = ledger.reports_after(place_in(request, int) or 0, asked.limit + 1, asked.question())
    items, following = part(request, found, asked.limit, lambda one: one[0])
    return answer(request, Reports(tuple(one for _, one in items), following), headers=link(following))


@router.get(
    "/reports/{id}",
    operation_id="getReport",
    summary="A report",
    responses=gives(Report, "The report.", REPORT, missing=True),
    dependencies=[NOTHING],
)
def report(request: Request, ledger: TheLedger, id: Id) -> Response:
    """What one dispatch says of one event, with what that rests on (`why`)."""
    return answer(request, the_report(ledger, id))
