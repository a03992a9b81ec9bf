"""Reading many events at once without their records: counts by month, pairs and what came last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, select

from legation.event import Event
from legation.ledger import tables as t
from legation.ledger.questions import Question, event_on, newest_day, told_by


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


class StateCount(msgspec.Struct, frozen=True):
    """A state or organisation and in how many events it takes part."""

    code: str
    events: int


def busiest_states(connection: Connection) -> tuple[StateCount, ...]:
    """All that take part in events, those in most first."""
    code, number = t.event_participants.c.code, func.count().label("number")
    rows = connection.execute(select(code, number).group_by(code).order_by(number.desc(), code))
    return tuple(StateCount(row.code, row.number) for row in rows)


def busiest_pairs(connection: Connection, most: int, states: Sequence[str] = ()) -> tuple[PairCount, ...]:
    """The pairs with most events, ties by code; only pairs of which each of `states` is one."""
    one, other = t.event_participants.alias(), t.event_participants.alias()
    number = func.count().label("number")
    statement = select(one.c.code, other.c.code.label("other"), number).join(
        other, and_(one.c.event == other.c.event, one.c.code < other.c.code)
    )
    for code in states:
        statement = statement.where((one.c.code == code) | (other.c.code == code))
    statement = statement.group_by(one.c.code, other.c.code).order_by(number.desc(), one.c.code, other.c.code)
    return tuple(PairCount(row.code, row.other, row.number) for row in connection.execute(statement.limit(most)))


def monthly(connection: Connection, question: Question) -> tuple[MonthCount, ...]:
    """Events that happened, by month of their first day and quad class; those that may span years are left out."""
    c = t.events.c
    month = func.substr(c.first_day, 1, 7).label("month")
    statement: Select[Any] = select(month, c.quad, func.count().label("number"), func.avg(c.intensity).label("mean"))
    statement = told_by(statement, question).where(
        c.status.in_(("occurred", "ongoing")), func.julianday(c.last_day) - func.julianday(c.first_day) <= 31
    )
    rows = connection.execute(statement.group_by(month, c.quad).order_by(month, c.quad))
    return tuple(MonthCount(row.month, row.quad, row.number, row.mean) for row in rows)


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
