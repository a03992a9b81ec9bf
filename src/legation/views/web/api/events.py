"""Events: the list, one, its reports, and why these are one event."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from legation.event import Event
from legation.judgement import Judgement
from legation.ledger import Ledger, place_of
from legation.merging import Verdict
from legation.views.joins import gather_joins
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import NOTHING, EventList
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import EVENT
from legation.views.web.api.ids import Id, the_event
from legation.views.web.api.lists import Events, Reports, part
from legation.views.web.api.schemas import gives
from legation.views.web.ledgers import TheLedger

router = APIRouter(prefix=PREFIX, tags=["events"])


class Nearest(msgspec.Struct, frozen=True):
    """The report of another event that came nearest: `event` holds it; `excluded` is a pair that keeps both apart."""

    event: str
    verdict: Verdict
    excluded: Verdict | None


class Why(msgspec.Struct, frozen=True):
    """Why reports are one event: the pairs that joined them, the nearest outside, the judgements that shaped it."""

    event: str
    joins: tuple[Verdict, ...]
    nearest: Nearest | None
    judgements: tuple[Judgement, ...]


@router.get(
    "/events",
    operation_id="listEvents",
    summary="Events",
    responses=gives(Events, "Events by first day; those without one last.", {"items": [EVENT], "next": None}),
)
def events(request: Request, ledger: TheLedger, asked: Annotated[EventList, Query()]) -> Response:
    """The events that were, are or may be: narrowed as on the pages, by first day, then id."""
    found = ledger.events_after(place_in(request, tuple[str, str]), asked.limit + 1, asked.question())
    items, following = part(request, found, asked.limit, place_of)
    return answer(request, Events(items, following), headers=link(following))


@router.get(
    "/events/{id}",
    operation_id="getEvent",
    summary="An event",
    responses=gives(Event, "The event.", EVENT, missing=True),
    dependencies=[NOTHING],
)
def event(request: Request, ledger: TheLedger, id: Id) -> Response:
    """An event with its reports in short. An id that went away leads to the event that took its reports."""
    found = the_event(ledger, id)
    return answer(request, found, headers={"Content-Location": f"{PREFIX}/events/{found.id}"})


@router.get(
    "/events/{id}/reports",
    operation_id="getReportsOfEvent",
    summary="The reports of an event",
    responses=gives(Reports, "All of them, whole.", missing=True),
    dependencies=[NOTHING],
)
def reports(request: Request, ledger: TheLedger, id: Id) -> Response:
    """The reports that tell an event, in the order in which it names them."""
    named = [one.id for one in the_event(ledger, id).reports]
    held = ledger.reports_by_id(named)
    return answer(request, Reports(tuple(held[one] for one in named if one in held), None))


@router.get(
    "/events/{id}/why",
    operation_id="explainEvent",
    summary="Why it is one event",
    responses=gives(Why, "What joined its reports, and what stayed outside.", missing=True),
    dependencies=[NOTHING],
)
def why(request: Request, ledger: TheLedger, id: Id) -> Response:
    """The verdicts that joined the reports of an event, and the nearest report that was kept apart."""
    return answer(request, _why(ledger, the_event(ledger, id)))


def _why(ledger: Ledger, found: Event) -> Why:
    joins = gather_joins(ledger, found)
    outside = joins.outside
    nearest = Nearest(outside.event.id, outside.verdict, outside.excluded) if outside else None
    shaping = tuple(one for one in ledger.judgements() if one.id in found.judgements) if found.judgements else ()
    return Why(found.id, joins.verdicts, nearest, shaping)
