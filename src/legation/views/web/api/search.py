"""Full-text search."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from legation.ledger import ref_of
from legation.report import DispatchRef, Report
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import MOST, Asked
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import DISPATCH, REPORT
from legation.views.web.api.schemas import gives
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["search"])


class Hits(msgspec.Struct, frozen=True):
    """Dispatches by their texts and reports by their sentences, the best first."""

    dispatches: tuple[DispatchRef, ...]
    reports: tuple[Report, ...]


class _Words(Asked):
    """What is looked for."""

    q: str = Field(min_length=1, max_length=500, description="Words, all of which are there; accents are optional.")
    limit: int = Field(20, ge=1, le=MOST, description="At most so many of each.")


@router.get(
    "/search",
    operation_id="search",
    summary="Search",
    responses=gives(Hits, "What holds all the words.", {"dispatches": [DISPATCH], "reports": [REPORT]}),
)
def search(request: Request, ledger: TheLedger, asked: Annotated[_Words, Query()]) -> Response:
    """Texts and quoted sentences with all of these words; any signs are safe."""
    found = ledger.search(asked.q, asked.limit)
    return answer(request, Hits(tuple(ref_of(one) for one in found.dispatches), found.reports))
