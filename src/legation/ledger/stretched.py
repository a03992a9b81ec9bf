"""A stretch of time in the list of all events, without going through the whole of it.

What is known to the month stands near the month; an index knows the others.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, or_, select

from legation.ledger import asked, listing
from legation.ledger import tables as t
from legation.ledger.asked import Rows
from legation.ledger.questions import Question

Conditions = Sequence[ColumnElement[bool]]
_LONG: ColumnElement[bool] = literal_column(f"({t.LONG})")
_OF_ALL: ColumnElement[bool] = literal_column("listed.list = ''")
"""In the words of the index (`tables.LONG_OF_ALL`): a database uses it only where it can see that it fits."""
_FAR = (_OF_ALL, _LONG)


def parts(rows: Rows) -> list[Conditions]:
    """Conditions that share out the rows asked for, each of which an index answers in order; none where all do at
    once.
    """
    since, until = rows.question.since, rows.question.until
    if rows.list != listing.EVERYTHING or (since is None and until is None):
        return []
    near = [~_LONG]
    if since:
        near.append(rows.begin >= _first_of(since).isoformat())
    if until:
        near.append(rows.begin <= until.isoformat())
    return [near, _FAR]


def count(connection: Connection, rows: Rows, which: Iterable[ColumnElement[bool]] = ()) -> int:
    """How many rows are asked for; of them those that are `which`."""
    statement = rows.narrow(select(func.count()).select_from(rows.id.table)).where(*which)
    return _sum(connection, statement, parts(rows) or _by_sources(rows) or [()])


def _sum(connection: Connection, statement: Select[Any], parts: Iterable[Conditions]) -> int:
    return sum(int(connection.execute(statement.where(*part)).scalar() or 0) for part in parts)


def _by_sources(rows: Rows) -> list[Conditions]:
    """Those that several sources tell have an index; it leaves out what lacks a day."""
    if rows.list != listing.EVERYTHING or rows.question.least_sources < 2:
        return []
    lacks = or_(rows.c.first_day.is_(None), rows.c.last_day.is_(None))
    return [[literal_column(f"({t.SEVERAL_TELL})")], [*_FAR, lacks]]


def number(connection: Connection, question: Question) -> int | None:
    """How many of all events are asked for, where the tallies know it but for the days of the first and last month:
    what these leave out is counted. None where they do not.
    """
    since, until = question.since, question.until
    if (since and until and since > until) or not (since or until):
        return None
    whole = msgspec.structs.replace(question, since=since and _first_of(since), until=until and _last_of(until))
    tallies = asked.tallied(whole)
    rows = asked.rows(connection, msgspec.structs.replace(question, since=None, until=None, undated=None))
    if tallies is None or rows.list != listing.EVERYTHING:
        return None
    number = int(connection.execute(tallies.add_columns(func.sum(t.tallies.c.events))).scalar() or 0)
    one = rows.narrow(select(func.count()).select_from(t.listed))
    if since:
        month = _first_of(since).isoformat()
        early = one.where(rows.c.last_day >= month, rows.c.last_day < since.isoformat())
        number -= _sum(connection, early, [(~_LONG, rows.begin >= month, rows.begin < since.isoformat()), _FAR])
    if until:
        last, end = until.isoformat(), _last_of(until).isoformat()
        late = one.where(rows.c.first_day > last, rows.begin > last, rows.begin <= end)
        number -= int(connection.execute(late).scalar() or 0)
    return number


def _first_of(day: date) -> date:
    return day.replace(day=1)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
