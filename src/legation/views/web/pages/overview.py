"""The first page: what is new, how much there is, when, where and between whom, what waits."""

from __future__ import annotations

from itertools import pairwise

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.views.web.activity import draw_months, table_of
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.remembering import activity_of
from legation.views.web.rendering import render
from legation.views.web.world_map import SHADES, draw_map, steps

router = APIRouter(include_in_schema=False)
_NEWEST = 8


@router.get("/")
def overview(request: Request, ledger: TheLedger) -> Response:
    """The overview; on an empty ledger, how to begin."""
    language = language_of(request)
    found = activity_of(ledger)
    return render(
        request,
        "overview.html.j2",
        counts=found.counts,
        found=found,
        newest=ledger.newest_events(most=_NEWEST),
        months=draw_months(found.months, language),
        month_rows=table_of(found.months, language),
        world=draw_map(found.states, language),
        shades=_shades(steps(found.states)),
        path=ledger.address.short,
    )


def _shades(least: tuple[int, ...]) -> list[str]:
    """What each shade of the map stands for: "5–12", the last one "40+"."""
    ends = [f"–{after - 1}" if after - 1 > low else "" for low, after in pairwise(least)]
    return [f"{low}{end}" for low, end in zip(least, [*ends, "+"], strict=True)][: len(SHADES)]
