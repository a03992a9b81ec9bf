"""What persons judged: the list, a pair of reports judged, a field of an event corrected."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.event import Event
from legation.judgement import LONGEST, CorrectedField, Judgement, on_pair
from legation.views.judging import correct_event, judge_name, now
from legation.views.web.api.answers import answer, made
from legation.views.web.api.asked import NOTHING, Listed
from legation.views.web.api.bodies import JSON, body_of, decoded, media_type_of
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import EVENT, JUDGEMENT
from legation.views.web.api.ids import Id, the_event, the_report
from legation.views.web.api.lists import Judgements, behind, part
from legation.views.web.api.schemas import gives, makes, takes
from legation.views.web.failures import BadAddressError
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["judgements"])
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]
_ReportId = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class PairJudgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether two reports (by id) tell one event, and who says so; `later` decides nothing."""

    reports: tuple[_ReportId, _ReportId]
    kind: Literal["same", "different", "later"]
    by: _Name


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of an event, what is right (null where nothing is known), why, and who says so."""

    field: CorrectedField
    value: _Text | None
    reason: _Text
    by: _Name


class Corrected(msgspec.Struct, frozen=True):
    """The judgement that was recorded, and the event as it is now."""

    judgement: Judgement
    event: Event


_PAIR = {"reports": ["0a6f8d3c11e2b947", "5b1e0f7722c9d384"], "kind": "same", "by": "desk"}
_RIGHT = {"field": "date", "value": "2020-02-07", "reason": "the ministry's statement", "by": "desk"}


@router.get(
    "/judgements",
    operation_id="listJudgements",
    summary="Judgements",
    responses=gives(Judgements, "All judgements, by time.", {"items": [JUDGEMENT], "next": None}),
)
def judgements(request: Request, ledger: TheLedger, asked: Annotated[Listed, Query()]) -> Response:
    """The judgements by the time they were made. Of several on a pair or a field the last one counts."""
    after = place_in(request, tuple[str, str])
    rest = behind(sorted(ledger.judgements(), key=_place), _place, after, asked.limit)
    items, following = part(request, rest, asked.limit, _place)
    return answer(request, Judgements(items, following), headers=link(following))


def _place(judgement: Judgement) -> tuple[str, str]:
    return judgement.at, judgement.id


@router.get(
    "/judgements/{id}",
    operation_id="getJudgement",
    summary="A judgement",
    responses=gives(Judgement, "The judgement.", JUDGEMENT, missing=True),
    dependencies=[NOTHING],
)
def judgement(request: Request, ledger: TheLedger, id: Id) -> Response:
    """One judgement, by its whole id."""
    found = next((one for one in ledger.judgements() if one.id == id), None)
    if found is None:
        raise HTTPException(404, f"no judgement {id!r}")
    return answer(request, found)


@router.post(
    "/judgements",
    operation_id="judgePair",
    summary="Judge a pair of reports",
    responses=makes(Judgement, {201: "Recorded; the events are up to date."}, JUDGEMENT, missing=True),
    openapi_extra=takes(PairJudgement, _PAIR),
    dependencies=[NOTHING],
)
def judge(request: Request, ledger: TheLedger, body: Annotated[bytes, Depends(body_of)]) -> Response:
    """Records whether two reports tell one event. Judgements are only ever added: the last one on a pair counts."""
    media_type_of(request, (JSON,))
    given = decoded(body, PairJudgement)
    a, b = (the_report(ledger, one) for one in given.reports)
    if a.id == b.id:
        raise BadAddressError(f"reports: two are wanted, not {a.id} twice")
    try:
        recorded = on_pair(a, b, given.kind, by=judge_name(given.by, "by"), at=now(ledger, (a, b)))
    except ValueError as error:
        raise BadAddressError(str(error)) from None
    ledger.judge(recorded)
    ledger.update_events()
    return made(recorded, status=201, location=f"{PREFIX}/judgements/{recorded.id}")


@router.post(
    "/events/{id}/corrections",
    operation_id="correctEvent",
    summary="Correct a field of an event",
    responses=makes(Corrected, {201: "Recorded; the event is as corrected."}, {"judgement": JUDGEMENT, "event": EVENT},
                    missing=True),
    openapi_extra=takes(Correction, _RIGHT),
    dependencies=[NOTHING],
)  # fmt: skip
def correct(request: Request, ledger: TheLedger, id: Id, body: Annotated[bytes, Depends(body_of)]) -> Response:
    """Corrects a field of an event. Places and parties may be given by name; a place as `Minsk (BLR)` too."""
    media_type_of(request, (JSON,))
    given = decoded(body, Correction)
    found = the_event(ledger, id)
    try:
        by = judge_name(given.by, "by")
        done = correct_event(ledger, found, given.field, given.value, given.reason, by=by)
    except ValueError as error:
        raise BadAddressError(str(error)) from None
    where = f"{PREFIX}/judgements/{done.judgement.id}"
    return made(Corrected(done.judgement, done.after), status=201, location=where)
