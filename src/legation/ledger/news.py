"""What dispatches of a day or later tell: each event in a few columns, in one pass, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    or_,
    select,
)

from legation.event import Outcome
from legation.ledger import tables as t
from legation.ledger.portions import AT_ONCE
from legation.report import Status

MOST_YEARS = 2
"""From so many years on between its first and last day the own date of a dispatch says nothing of its day."""
_WIDEST = timedelta(days=366 * MOST_YEARS)
"""No longer ago than this begins the date of a dispatch that counts: so the index of first days finds it."""
_SETTLED_MOST = 500

Parties = tuple[str, ...]
"""Codes that all take part in an event."""


class Told(msgspec.Struct, frozen=True):
    """An event told since a day. `main`: one of the dispatches since then is about it; `before`: an earlier one told
    it too. `low` and `high` are the first and the last of its parties by code; `outcome` is not judged for any day.
    """

    event: str
    status: Status
    outcome: Outcome | None
    intensity: float
    last_day: str | None
    dispatches: int
    independent_sources: int
    low: str
    high: str
    main: bool
    before: bool


class Arrivals(msgspec.Struct, frozen=True):
    """Dispatches since a day that tell an event, how many of them are reprints; and how many of the ledger's
    dispatches have no date.
    """

    dispatches: int
    reprints: int
    undated: int


def told_since(connection: Connection, day: date, among: Sequence[Parties] = ()) -> Iterator[Told]:
    """The events that a dispatch of this day or later tells (by the last day its own date allows), in no order.

    With `among` only events in which all of one of these parties take part.
    """
    telling = _telling(day, among).subquery()
    e, there = t.events.c, t.event_reports.alias("there")
    number = select(func.count()).select_from(there).where(there.c.event == e.id).scalar_subquery()
    # Only where something besides tells the event the older dispatches are looked for.
    before = case((number > telling.c.fresh, _told_before(e.id, day)), else_=false())
    code = t.event_participants.c.code
    low, high = (
        select(func.coalesce(edge(code), "")).where(t.event_participants.c.event == e.id).scalar_subquery()
        for edge in (func.min, func.max)
    )
    columns = (e.id, e.status, e.outcome, e.intensity, e.last_day, e.dispatches, e.independent_sources)
    statement = select(*columns, low, high, telling.c.main, before)
    rows = connection.execute(
        statement.select_from(telling.join(t.events, e.id == telling.c.event)), execution_options={"yield_per": AT_ONCE}
    )
    for row in rows:
        id_, status, outcome, intensity, last_day, dispatches, sources, low, high, main, earlier = row
        yield Told(id_, status, outcome, intensity, last_day, dispatches, sources, low, high, bool(main), bool(earlier))


def arrivals(connection: Connection, day: date, among: Sequence[Parties] = ()) -> Arrivals:
    """How many dispatches of this day or later tell such events."""
    d = t.dispatches.c
    ours = select(d.seq).select_from(_joined()).where(_since(day), *_taking_part(t.event_reports.c.event, among))
    telling = ours.distinct().subquery()
    number = connection.execute(select(func.count()).select_from(telling)).scalar() or 0
    copies = (
        select(func.count())
        .select_from(telling.join(t.dispatches, d.seq == telling.c.seq))
        .where(exists().where(t.reprints.c.copy == d.id))
    )
    undated = select(func.count()).select_from(t.dispatches).where(d.first_day.is_(None), d.last_day.is_(None))
    return Arrivals(
        int(number), int(connection.execute(copies).scalar() or 0), int(connection.execute(undated).scalar() or 0)
    )


def settled_since(connection: Connection, day: date, among: Sequence[Parties] = ()) -> tuple[str, ...]:
    """Ids of events whose promise a deed told since then may have settled, at most 500; the deed may be another
    event's.
    """
    deed, promise = t.reports.alias("deed"), t.reports.alias("promise")
    statement = (
        select(t.event_reports.c.event)
        .select_from(t.dispatches)
        .join(deed, and_(deed.c.dispatch == t.dispatches.c.seq, ~deed.c.superseded))
        .join(t.fulfilments, t.fulfilments.c.told == deed.c.seq)
        .join(promise, and_(promise.c.seq == t.fulfilments.c.announced, ~promise.c.superseded))
        .join(t.event_reports, t.event_reports.c.report == promise.c.id)
        .where(_since(day), *_taking_part(t.event_reports.c.event, among))
        .distinct()
        .order_by(t.event_reports.c.event)
    )
    return tuple(connection.execute(statement.limit(_SETTLED_MOST)).scalars())


def _telling(day: date, among: Sequence[Parties]) -> Select[Any]:
    """For each event told since then how many reports of those days tell it, and whether one is about it."""
    main = func.max(case((t.reports.c.salience == "main", 1), else_=0)).label("main")
    event = t.event_reports.c.event
    statement = select(event, func.count().label("fresh"), main).select_from(_joined())
    return statement.where(_since(day), *_taking_part(event, among)).group_by(event)


def _joined() -> FromClause:
    """Dispatches with their current reports and the events of these."""
    current = and_(t.reports.c.dispatch == t.dispatches.c.seq, ~t.reports.c.superseded)
    return t.dispatches.join(t.reports, current).join(t.event_reports, t.event_reports.c.report == t.reports.c.id)


def _since(day: date) -> ColumnElement[bool]:
    d = t.dispatches.c
    near = date.min if day - date.min < _WIDEST else day - _WIDEST
    years = [cast(func.substr(edge, 1, 4), Integer) for edge in (d.first_day, d.last_day)]
    narrow = years[1] - years[0] < MOST_YEARS
    return and_(d.first_day >= near.isoformat(), d.last_day >= day.isoformat(), narrow)


def _told_before(event: ColumnElement[str], day: date) -> ColumnElement[bool]:
    """Whether a dispatch that must have come out before this day tells the event."""
    told, report, dispatch = t.event_reports.alias(), t.reports.alias(), t.dispatches.alias()
    return (
        select(1)
        .select_from(told)
        .join(report, and_(report.c.id == told.c.report, ~report.c.superseded))
        .join(dispatch, dispatch.c.seq == report.c.dispatch)
        .where(told.c.event == event, dispatch.c.last_day < day.isoformat())
        .exists()
    )


def _taking_part(event: ColumnElement[str], among: Sequence[Parties]) -> list[ColumnElement[bool]]:
    """Narrows to events in which all of one of these parties take part."""
    people = t.event_participants.c
    groups = [
        and_(*(event.in_(select(people.event).where(people.code == code)) for code in parties)) for parties in among
    ]
    return [or_(*groups)] if groups else []
