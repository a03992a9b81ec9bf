"""Reading many events at once without their records: counts by month, pairs and what came last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, and_, func, or_, select

from legation.event import Event
from legation.ledger import tables as t
from legation.ledger import turning
from legation.ledger.asked import rows as asked_rows
from legation.ledger.asked import tallied
from legation.ledger.questions import Question, event_on, newest_day
from legation.ledger.tallying import PAIR, PARTY, THOUSAND

_HAPPENED = ("occurred", "ongoing")


class PairCount(msgspec.Struct, frozen=True):
    """Two states or organisations, in the order of their codes, and in how many events both take part."""

    one: str
    other: str
    events: int


class MonthCount(msgspec.Struct, frozen=True):
    """How many events that happened began in a month ("2020-02"), of one quad class, and their mean intensity."""

    month: str
    quad: str
    events: int
    intensity: float


class Outline(NamedTuple):
    """How many events are asked for, how many of them have both a first and a last day, and `monthly` of them."""

    number: int
    drawable: int
    months: tuple[MonthCount, ...]


class StateCount(msgspec.Struct, frozen=True):
    """A state or organisation and in how many events it takes part."""

    code: str
    events: int


def busiest_states(connection: Connection) -> tuple[StateCount, ...]:
    """All that take part in events, those in most first."""
    c = t.counted.c
    statement = select(c.name, c.number).where(c.kind == PARTY).order_by(c.number.desc(), c.name)
    return tuple(StateCount(row.name, row.number) for row in connection.execute(statement))


def busiest_pairs(connection: Connection, most: int, states: Sequence[str] = ()) -> tuple[PairCount, ...]:
    """The pairs with most events, ties by code; only pairs of which each of `states` is one."""
    c = t.counted.c
    statement = select(c.name, c.number).where(c.kind == PAIR)
    for code in states:
        before, behind = c.name.startswith(f"{code} ", autoescape=True), c.name.endswith(f" {code}", autoescape=True)
        statement = statement.where(or_(before, behind))
    rows = connection.execute(statement.order_by(c.number.desc(), c.name).limit(most))
    found = ((*row.name.split(" ", 1), row.number) for row in rows)
    return tuple(PairCount(one, other, number) for one, other, number in found)


def monthly(connection: Connection, question: Question) -> tuple[MonthCount, ...]:
    """Events that happened, by month of their first day and quad class; those that may span years are left out."""
    tallies = tallied(question)
    if tallies is not None:
        c = t.tallies.c
        month, number = c.first_month.label("month"), func.sum(c.events)
        mean = func.sum(c.intensity) / (THOUSAND * 1.0 * number)
        found = tallies.add_columns(month, c.quad, number.label("number"), mean.label("mean")).where(
            c.status.in_(_HAPPENED), c.brief
        )
        rows = connection.execute(found.group_by(month, c.quad).order_by(month, c.quad))
        return tuple(MonthCount(row.month, row.quad, row.number, row.mean) for row in rows)
    return outlined(connection, question).months


def outlined(connection: Connection, question: Question) -> Outline:
    """All of it, in one pass through those asked for where it is not tallied."""
    if tallied(question) is not None:
        return Outline(
            turning.number(connection, question), turning.drawable(connection, question), monthly(connection, question)
        )
    there = asked_rows(connection, question)
    d, month = there.c, func.substr(there.c.first_day, 1, 7).label("month")
    counts = and_(d.status.in_(_HAPPENED), there.brief).label("counts")
    drawn = and_(d.first_day.is_not(None), d.last_day.is_not(None)).label("drawn")
    number, whole = func.count().label("number"), func.sum(d.intensity).label("whole")
    statement: Select[Any] = there.narrow(select(month, d.quad, counts, drawn, number, whole))
    rows = connection.execute(statement.group_by("month", d.quad, "counts", "drawn").order_by("month", d.quad)).all()
    months = (MonthCount(row.month, row.quad, row.number, row.whole / row.number) for row in rows if row.counts)
    return Outline(sum(row.number for row in rows), sum(row.number for row in rows if row.drawn), tuple(months))


def newest_events(connection: Connection, most: int) -> tuple[Event, ...]:
    """The events told by the dispatches that were read last, the newest reading first."""
    newest = func.max(t.reports.c.reading).label("newest")
    told = (
        select(t.event_reports.c.event, newest)
        .join(t.reports, t.reports.c.id == t.event_reports.c.report)
        .where(~t.reports.c.superseded, t.reports.c.reading.in_(_last_readings(connection)))
        .group_by(t.event_reports.c.event)
        .subquery()
    )
    statement = select(t.events.c.record).join(told, told.c.event == t.events.c.id)
    rows = connection.execute(statement.order_by(told.c.newest.desc(), t.events.c.id).limit(most)).scalars()
    day = newest_day(connection)
    return tuple(event_on(row, day) for row in rows)


def _last_readings(connection: Connection) -> tuple[int, ...]:
    """The last few readings: enough for a page, few enough to be found at once."""
    statement = select(t.readings.c.seq).where(t.readings.c.current).order_by(t.readings.c.seq.desc())
    return tuple(connection.execute(statement.limit(200)).scalars())
