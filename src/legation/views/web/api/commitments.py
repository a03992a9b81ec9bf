"""What was announced or promised, and what came of it."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.event import Event, Outcome
from legation.ledger import Ledger, Narrowing, Place, Question, place_of
from legation.views import asking
from legation.views.deeds import deeds_elsewhere
from legation.views.records import commitment_record
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import Day, PartyList
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import COMMITMENT
from legation.views.web.api.lists import Commitments, behind, part
from legation.views.web.api.schemas import gives
from legation.views.web.board import MERGED_MOST
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["commitments"])


class _Which(PartyList):
    """Which commitments."""

    outcome: list[Outcome] = Field([], max_length=len(get_args(Outcome)), description="What came of it: one of these.")
    as_of: Day | None = Field(
        None,
        description="Judged for this day, from what was published by then; only in a ledger of at most "
        f"{MERGED_MOST} dispatches (`legation commitments --as-of` does it in any).",
    )


@router.get(
    "/commitments",
    operation_id="listCommitments",
    summary="Commitments",
    responses=gives(Commitments, "Commitments by the first day of their event.", {"items": [COMMITMENT], "next": None}),
)
def commitments(request: Request, ledger: TheLedger, asked: Annotated[_Which, Query()]) -> Response:
    """The commitments, with the words of the promise and of what came of it. Judged for the newest dispatch's day,
    unless `as_of` names another.
    """
    found = _found(ledger, asked, place_in(request, tuple[str, str]))
    items, following = part(request, found, asked.limit, place_of)
    deeds = deeds_elsewhere(ledger, items)
    records = tuple(commitment_record(one, one.commitment, deeds) for one in items if one.commitment)
    return answer(request, Commitments(records, following), headers=link(following))


def _found(ledger: Ledger, asked: _Which, after: Place | None) -> list[Event]:
    codes, outcomes = asked.codes(), tuple(asked.outcome)
    if asked.as_of is None:
        narrowing = Narrowing(promised=True, outcomes=outcomes)
        return list(ledger.events_after(after, asked.limit + 1, Question(codes), narrowing))
    if ledger.counts().dispatches > MERGED_MOST:
        raise HTTPException(422, f"as_of: only in a ledger of at most {MERGED_MOST} dispatches")
    merged = ledger.commitments(asking.last_day(asked.as_of, "as_of"), codes)
    wanted = [one for one in merged if one.commitment and (not outcomes or one.commitment.outcome in outcomes)]
    return list(behind(sorted(wanted, key=_last_undated), _last_undated, _undated(after), asked.limit))


def _last_undated(event: Event) -> Place:
    return _undated(place_of(event))  # type: ignore[return-value]


def _undated(place: Place | None) -> Place | None:
    """A place that sorts behind all days when it has none."""
    return place and (place[0] or "~", place[1])
