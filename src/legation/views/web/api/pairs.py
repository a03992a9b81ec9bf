"""Pairs of states and organisations."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from legation.ledger import MonthCount, PairCount
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import MOST, EventFilters, Party, codes_of
from legation.views.web.api.description import PREFIX
from legation.views.web.api.schemas import gives
from legation.views.web.failures import BadAddressError
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["pairs"])


class Pairs(msgspec.Struct, frozen=True):
    """The busiest pairs."""

    items: tuple[PairCount, ...]


class Pair(msgspec.Struct, frozen=True):
    """A pair: how many events both take part in, and those that happened, month by month and quad class."""

    one: str
    other: str
    events: int
    months: tuple[MonthCount, ...]


class _Busiest(Party):
    """Which pairs."""

    limit: int = Field(20, ge=1, le=MOST, description="So many of the busiest.")


_COUNT = {"one": "RUS", "other": "VEN", "events": 74}
_MONTH = {"month": "2020-02", "quad": "verbal cooperation", "events": 12, "intensity": 3.1}
_Party = Annotated[str, Path(min_length=1, max_length=200, description="A code or a name of a state or organisation.")]


@router.get(
    "/pairs",
    operation_id="listPairs",
    summary="The busiest pairs",
    responses=gives(Pairs, "Pairs, the busiest first.", {"items": [_COUNT]}),
)
def pairs(request: Request, ledger: TheLedger, asked: Annotated[_Busiest, Query()]) -> Response:
    """The pairs with most events; with `state`, those that it is one of. The codes of a pair stand in their order."""
    return answer(request, Pairs(ledger.busiest_pairs(asked.limit, asked.codes())))


@router.get(
    "/pairs/{one}/{other}",
    operation_id="getPair",
    summary="A pair, month by month",
    responses=gives(Pair, "The pair.", _COUNT | {"months": [_MONTH]}),
)
def pair(
    request: Request, ledger: TheLedger, one: _Party, other: _Party, asked: Annotated[EventFilters, Query()]
) -> Response:
    """How many events a pair has, and those that happened by month and quad class, narrowed as the list of events.
    Events whose date spans more than a month stand in none.
    """
    codes = codes_of([one, other])
    if len(codes) < 2:
        raise BadAddressError(f"a pair of two is wanted, not {codes[0]} twice")
    question = asked.question()
    question = msgspec.structs.replace(question, states=tuple(dict.fromkeys((*codes, *question.states))))
    first, second = sorted(codes)
    return answer(request, Pair(first, second, ledger.number_of_events(question), ledger.monthly(question)))
