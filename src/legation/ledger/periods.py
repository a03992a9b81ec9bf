"""A stretch of time in the list of all events, without going through the whole of it.

What is known to the month stands near the month; an index knows the others.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, or_, select

from legation.ledger import asked, listing
from legation.ledger import tables as t
from legation.ledger.asked import Rows
from legation.ledger.questions import Question

S = TypeVar("S", bound=Select[Any])
LONG: ColumnElement[bool] = literal_column(f"({t.LONG})")
"""In the words of the indices: a database uses one only where it can see that it fits."""
_SEVERAL: ColumnElement[bool] = literal_column(f"({t.SEVERAL_TELL})")


class Part(NamedTuple):
    """Some of the rows asked for: where they stand, and which of them."""

    rows: Rows
    which: tuple[ColumnElement[bool], ...] = ()

    def narrow(self, statement: S) -> S:
        """The statement over the columns of these rows, narrowed to them."""
        return self.rows.narrow(statement).where(*self.which)


def parts(rows: Rows) -> list[Part]:
    """What shares out the rows asked for so that an index answers each part in order."""
    since, until = rows.question.since, rows.question.until
    if rows.list != listing.EVERYTHING or (since is None and until is None):
        return [Part(rows)]
    near = [~LONG]
    if since:
        near.append(rows.begin >= _first_of(since).isoformat())
    if until:
        near.append(rows.begin <= until.isoformat())
    return [Part(rows, tuple(near)), _far(rows.question)]


def _far(question: Question, *which: ColumnElement[bool]) -> Part:
    """Those not known to the month, among the events themselves."""
    return Part(asked.among_events(question), (LONG, *which))


def count(connection: Connection, rows: Rows, which: Callable[[Rows], ColumnElement[bool]] | None = None) -> int:
    """How many rows are asked for; of them those that are `which`."""
    shared = parts(rows)
    if len(shared) == 1 and rows.list == listing.EVERYTHING and rows.question.least_sources > 1:
        # Those that several sources tell have an index; it leaves out what lacks a day.
        e = t.events.c
        shared = [Part(rows, (_SEVERAL,)), _far(rows.question, or_(e.first_day.is_(None), e.last_day.is_(None)))]
    return sum(_number(connection, part, *([which(part.rows)] if which else [])) for part in shared)


def _number(connection: Connection, part: Part, *which: ColumnElement[bool]) -> int:
    statement = part.narrow(select(func.count()).select_from(part.rows.id.table)).where(*which)
    return int(connection.execute(statement).scalar() or 0)


def number(connection: Connection, question: Question) -> int | None:
    """How many of all events are asked for, where the tallies know it but for the days of the first and last month:
    what these leave out is counted. None where they do not.
    """
    since, until = question.since, question.until
    if (since and until and since > until) or not (since or until):
        return None
    whole = msgspec.structs.replace(question, since=since and _first_of(since), until=until and _last_of(until))
    tallies = asked.tallied(whole)
    days = msgspec.structs.replace(question, since=None, until=None, undated=None)
    rows = asked.rows(connection, days)
    if tallies is None or rows.list != listing.EVERYTHING:
        return None
    number = int(connection.execute(tallies.add_columns(func.sum(t.tallies.c.events))).scalar() or 0)
    if since:
        month, day = _first_of(since).isoformat(), since.isoformat()
        early = ~LONG, rows.begin >= month, rows.begin < day, rows.c.last_day < day
        number -= _number(connection, Part(rows, early))
        number -= _number(connection, _far(days, t.events.c.last_day >= month, t.events.c.last_day < day))
    if until:
        day, end = until.isoformat(), _last_of(until).isoformat()
        number -= _number(connection, Part(rows, (rows.c.first_day > day, rows.begin > day, rows.begin <= end)))
    return number


def _first_of(day: date) -> date:
    return day.replace(day=1)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
