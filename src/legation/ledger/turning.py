"""Lists of events turned over page by page, and counted, without the records of those that are not shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, or_, select, tuple_

from legation.event import Event
from legation.ledger import asked, listing, periods
from legation.ledger import tables as t
from legation.ledger.asked import Rows
from legation.ledger.questions import Question, events_by_id, newest_day

Which = Callable[[Rows], ColumnElement[bool]]
"""Of some rows those that are meant."""


def page(connection: Connection, question: Question) -> tuple[Event, ...]:
    """The part of the list that is asked for (`offset`, `limit`), as `questions.events` has it."""
    rows = asked.rows(connection, question)
    return in_order(connection, _ids(connection, rows, question.offset, question.limit or 0))


def in_order(connection: Connection, ids: Sequence[str]) -> tuple[Event, ...]:
    """The events with these ids, in their order."""
    return tuple(events_by_id(connection, ids, newest_day(connection)).values())


def _ids(connection: Connection, rows: Rows, offset: int, most: int) -> list[str]:
    """Those with a day, then those without one: the two stand at the two ends of a list."""
    found = _some(connection, rows, _with_day, offset, most)
    if len(found) < most:
        before = offset and number(connection, rows.question, which=_with_day)
        left = max(0, offset - before)
        found += _some(connection, rows, _without_day, left, most - len(found))
    return found


def _with_day(rows: Rows) -> ColumnElement[bool]:
    return rows.begin != ""


def _without_day(rows: Rows) -> ColumnElement[bool]:
    return rows.begin == ""


def _some(connection: Connection, rows: Rows, which: Which, offset: int, most: int) -> list[str]:
    """By day, then by date, then by id."""
    back, shared = rows.question.newest_first, periods.parts(rows)
    found = list[tuple[str, str, str]]()
    for part in shared:
        begin, exact, id_ = part.rows.begin, func.coalesce(part.rows.c.date, ""), part.rows.id
        statement = part.narrow(select(begin, exact, id_)).where(which(part.rows))
        # What has no day stands behind all by its date: to a database the day is one reason more to sort.
        days = [] if which is _without_day else [begin.desc() if back else begin]
        statement = statement.order_by(*days, exact, id_)
        alone = len(shared) == 1
        statement = statement.limit(most).offset(offset) if alone else statement.limit(offset + most)
        found += [(day, date, one) for day, date, one in connection.execute(statement)]
    if len(shared) > 1:
        found.sort(key=lambda row: row[1:])
        found.sort(key=lambda row: row[0], reverse=back)
        found = found[offset : offset + most]
    return [id_ for _, _, id_ in found]


def number(connection: Connection, question: Question, *, which: Which | None = None) -> int:
    """How many events are asked for; `which`: of the rows that answer the question (`asked.rows`), those."""
    if which is None:
        tallies = asked.tallied(question)
        if tallies is not None:
            return int(connection.execute(tallies.add_columns(func.sum(t.tallies.c.events))).scalar() or 0)
        counted = asked.counted(connection, question)
        counted = periods.number(connection, question) if counted is None else counted
        if counted is not None:
            return counted
    return periods.count(connection, asked.rows(connection, question), which)


def drawable(connection: Connection, question: Question) -> int:
    """How many of the events asked for have both a first and a last day."""
    tallies = asked.tallied(question)
    if tallies is not None:
        c = t.tallies.c
        both = tallies.add_columns(func.sum(c.events)).where(c.first_month != "", c.last_month != "")
        return int(connection.execute(both).scalar() or 0)
    return number(connection, question, which=_dated)


def _dated(rows: Rows) -> ColumnElement[bool]:
    return and_(rows.c.first_day.is_not(None), rows.c.last_day.is_not(None))


def of_kind(connection: Connection, question: Question, kind: str, most: int) -> tuple[int, tuple[Event, ...]]:
    """How many events of a kind (`listing.DISPUTED`, `AGREED`) are asked for, and the newest of them."""
    rows = asked.rows(connection, question, kind)
    counted = asked.counted(connection, question, kind)
    if counted is None:
        counted = int(connection.execute(rows.narrow(select(func.count()).select_from(rows.id.table))).scalar() or 0)
    newest = rows.narrow(select(rows.id)).order_by(rows.begin.desc(), rows.id).limit(most)
    return counted, in_order(connection, connection.execute(newest).scalars().all())


def most_told(connection: Connection, question: Question, most: int) -> list[tuple[Any, ...]]:
    """The events that have days and that most sources tell: what a chart draws of them, the id first."""
    rows = asked.rows(connection, question)
    c = rows.c
    drawn = (rows.id, c.type, c.mode, c.status, c.quad, c.intensity, c.date, c.first_day, c.last_day)
    best = (c.independent_sources.desc(), c.dispatches.desc(), c.last_day.desc(), rows.id.desc())
    if _is_in_index(rows):  # which has those that several sources tell: in long lists there are enough of them
        several = c.independent_sources > literal_column("1")
        places = rows.narrow(select(c.begin, c.event)).where(_dated(rows), several).order_by(*best).limit(most)
        there = select(*drawn).where(c.list == rows.list, tuple_(c.begin, c.event).in_(places))
        found = [tuple(row) for row in connection.execute(there)]
        if len(found) == most or rows.question.least_sources > 1:
            return found
    statement = rows.narrow(select(*drawn)).where(_dated(rows)).order_by(*best).limit(most)
    return [tuple(row) for row in connection.execute(statement)]


def _is_in_index(rows: Rows) -> bool:
    """Whether the index of what several sources tell can answer: it has the columns that are narrowed by."""
    asked_for, own = rows.question, Question(tuple(sorted(set(rows.question.states)))[:2])
    plain = whole(
        msgspec.structs.replace(
            asked_for, types=(), statuses=(), since=None, until=None, undated=None, least_sources=0, promised=False
        )
    )
    return rows.list is not None and not rows.through_events and plain == whole(own)


def behind(
    connection: Connection, rows: Rows, after: tuple[str, str] | None, most: int, *which: ColumnElement[bool]
) -> list[tuple[str, str]]:
    """The next events behind a place (first day and id), by first day, then id; those without a first day last.

    Of the rows those that are `which`.
    """
    found: list[tuple[str, str]] = []
    if after is None or after[0]:
        for part in periods.parts(rows):
            there = part.rows
            day = there.begin if there.list is not None else there.c.first_day
            dated = part.narrow(select(day, there.id)).where(there.c.first_day.is_not(None), *which)
            if after:
                dated = dated.where(day >= after[0], or_(day > after[0], there.id > after[1]))
            found += [(first, id_) for first, id_ in connection.execute(dated.order_by(day, there.id).limit(most))]
        found = sorted(found)[:most]
    if len(found) < most:
        if rows.list == listing.EVERYTHING:  # an index of the events knows them
            rows = asked.among_events(rows.question)
        undated = rows.narrow(select(rows.id)).where(rows.c.first_day.is_(None), *which)
        if after and not after[0]:
            undated = undated.where(rows.id > after[1])
        ids = connection.execute(undated.order_by(rows.id).limit(most - len(found))).scalars()
        found += [("", id_) for id_ in ids]
    return found


def days_of(connection: Connection, question: Question) -> list[tuple[str, str | None, str | None]]:
    """The ids of the events asked for with their first and last days."""
    rows = asked.rows(connection, question)
    found = connection.execute(rows.narrow(select(rows.id, rows.c.first_day, rows.c.last_day)).order_by(rows.id))
    return [(id_, first, last) for id_, first, last in found]


def whole(question: Question) -> Question:
    """The question about the whole list."""
    return msgspec.structs.replace(question, limit=None, offset=0, newest_first=True)


def is_whole(question: Question) -> bool:
    """Whether this asks for the list of all events, of a party or of a pair, and nothing else."""
    return whole(question) == whole(Question(tuple(sorted(set(question.states)))[:2]))
