"""What stands behind a list of events, counted in SQL: marks of a chart, promises, agreements, disputes, people.

Only the few events that are shown are decoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, case, distinct, func, or_, select, true

from legation.event import Event, Outcome
from legation.ledger import tables as t
from legation.ledger.questions import Question, events_by_id, newest_day, told_by
from legation.ledger.surveys import MonthCount, monthly
from legation.merging.commitments import outcome_on
from legation.when import bounds

_NAMINGS = 2000
"""Different wordings of name and office that are looked at: those in most events."""


class Mark(msgspec.Struct, frozen=True):
    """One event as a chart needs it; `first` and `last` are the bounds of its date, ISO days."""

    id: str
    type: str
    mode: str | None
    status: str
    quad: str
    intensity: float
    date: str | None
    first: str
    last: str


class Naming(msgspec.Struct, frozen=True):
    """A person as written, for whom, in which office as written, and in how many events so."""

    code: str
    person: str
    office: str | None
    events: int


class SourceCount(msgspec.Struct, frozen=True):
    """An independent source and in how many events it says so."""

    name: str
    events: int


class Promises(msgspec.Struct, frozen=True):
    """How many commitments came to what, and the first that wait: overdue ones, then open ones by when they are due."""

    numbers: dict[Outcome, int]
    first: tuple[Event, ...]


class Some(msgspec.Struct, frozen=True):
    """The newest few events of a kind, and how many there are."""

    number: int
    newest: tuple[Event, ...]


class Relations(msgspec.Struct, frozen=True):
    """All of it. `marks` are of the events that most sources tell; `drawable` says how many could be drawn."""

    events: int
    drawable: int
    marks: tuple[Mark, ...]
    months: tuple[MonthCount, ...]
    agreements: Some
    disputes: Some
    promises: Promises
    people: tuple[Naming, ...]
    sources: tuple[SourceCount, ...]


def relations(connection: Connection, question: Question, *, marks: int, few: int) -> Relations:
    """What stands behind the whole list that a question asks for; at most so many marks, and a few of each kind."""
    whole = msgspec.structs.replace(question, limit=None, offset=0, newest_first=True)
    dated = func.coalesce(func.sum(case((_dated(), 1), else_=0)), 0)
    number, drawable = connection.execute(told_by(select(func.count(), dated).select_from(t.events), whole)).one()
    return Relations(
        events=number,
        drawable=drawable,
        marks=_marks(connection, whole, marks),
        months=monthly(connection, whole),
        agreements=_some(connection, whole, _agreed(), few),
        disputes=disputes(connection, whole, few),
        promises=promises(connection, whole, few),
        people=_people(connection, whole),
        sources=_sources(connection, whole, 2 * few),
    )


def promises(connection: Connection, question: Question, most: int) -> Promises:
    """The commitments among the events asked for, as of the newest dispatch."""
    c = t.events.c
    due = func.json_extract(c.record, "$.commitment.due")
    statement = told_by(select(c.id, c.outcome, due), question).where(c.outcome.is_not(None))
    day = newest_day(connection)
    found = [(id_, due, outcome_on(due, outcome, day)) for id_, outcome, due in connection.execute(statement)]
    numbers: dict[Outcome, int] = {"overdue": 0, "open": 0, "kept": 0, "cancelled": 0}
    for _, _, outcome in found:
        numbers[outcome] += 1
    waiting = sorted((_turn(due, out, day), id_) for id_, due, out in found if out in ("open", "overdue"))
    return Promises(numbers, _in_order(connection, [id_ for _, id_ in waiting[:most]]))


def disputes(connection: Connection, question: Question, most: int) -> Some:
    """The events on which dispatches differ."""
    return _some(connection, question, func.json_array_length(t.events.c.record, "$.disagreements") > 0, most)


def _turn(due: str | None, outcome: Outcome, day: date | None) -> tuple[int, str]:
    """Orders what waits: overdue, the latest first; then what comes next; then what has passed or has no end."""
    end = bounds(due)[1] if due else None
    if outcome == "overdue" and end:
        return 0, str(date.max.toordinal() - end.toordinal()).zfill(8)
    if end and (day is None or end >= day):
        return 1, end.isoformat()
    return (2, end.isoformat()) if end else (3, "")


def _agreed() -> ColumnElement[bool]:
    """What is agreed in words, and what several sign or back together: support that is given to nobody."""
    c = t.events.c
    together = and_(c.type == "SUPPORT", func.json_array_length(c.record, "$.recipients") == 0)
    return and_(or_(c.type == "AGREE", together), c.status != "denied")


def _dated() -> ColumnElement[bool]:
    return and_(t.events.c.first_day.is_not(None), t.events.c.last_day.is_not(None))


def _some(connection: Connection, question: Question, which: ColumnElement[bool], most: int) -> Some:
    day = func.coalesce(t.events.c.first_day, t.events.c.last_day, "")
    statement = told_by(select(t.events.c.id), question).where(which).order_by(day.desc(), t.events.c.id)
    ids = list(connection.execute(statement).scalars())
    return Some(len(ids), _in_order(connection, ids[:most]))


def _in_order(connection: Connection, ids: Sequence[str]) -> tuple[Event, ...]:
    return tuple(events_by_id(connection, ids, newest_day(connection)).values())


def _marks(connection: Connection, question: Question, most: int) -> tuple[Mark, ...]:
    c = t.events.c
    columns = (c.id, c.type, c.mode, c.status, c.quad, c.intensity, c.date, c.first_day, c.last_day)
    statement: Select[Any] = told_by(select(*columns), question).where(_dated())
    best = (c.independent_sources.desc(), c.dispatches.desc(), c.last_day.desc(), c.id)
    rows = connection.execute(statement.order_by(*best).limit(most))
    return tuple(sorted((Mark(*row) for row in rows), key=lambda mark: (mark.first, mark.last, mark.id)))


def _people(connection: Connection, question: Question) -> tuple[Naming, ...]:
    """Who takes part for the states asked for, as written."""
    if not question.states:
        return ()
    c, number = t.report_participants.c, func.count(distinct(t.event_reports.c.event)).label("number")
    asked = told_by(select(t.events.c.id), question)
    statement = (
        select(c.code, c.person, c.office, number)
        .join(t.reports, t.reports.c.seq == c.report)
        .join(t.event_reports, t.event_reports.c.report == t.reports.c.id)
        .where(c.code.in_(question.states), c.person.is_not(None), ~t.reports.c.superseded)
        .where(t.event_reports.c.event.concat("").in_(asked))  # else SQLite tries every event with every report
        .group_by(c.code, c.person, c.office)
    )
    rows = connection.execute(statement.order_by(number.desc(), c.code, c.person, c.office).limit(_NAMINGS))
    return tuple(Naming(*row) for row in rows)


def _sources(connection: Connection, question: Question, most: int) -> tuple[SourceCount, ...]:
    roots = func.json_each(t.events.c.record, "$.sources").table_valued("value")
    name, number = func.json_extract(roots.c.value, "$.name"), func.count(distinct(t.events.c.id)).label("number")
    statement = told_by(select(name.label("name"), number).select_from(t.events).join(roots, true()), question)
    rows = connection.execute(statement.group_by("name").order_by(number.desc(), "name").limit(most))
    return tuple(SourceCount(str(row.name), row.number) for row in rows)
