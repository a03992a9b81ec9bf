"""Walking through a whole ledger, some rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Row, Table, select

from legation.ledger import tables as t

TEXTS = 50
"""Dispatches at once: a text may have megabytes."""
ROWS = 500


class Kept(NamedTuple):
    """A dispatch with its readings, their reports and the rows of their parties."""

    dispatch: Row[Any]
    readings: Sequence[Row[Any]]
    reports: Sequence[Row[Any]]
    parties: dict[int, list[Row[Any]]]


def pages(connection: Connection, table: Table, key: Column[Any], size: int = ROWS) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a table in the order of a key, so many at a time."""
    statement = select(table).order_by(key).limit(size)
    page = connection.execute(statement).all()
    while page:
        yield page
        page = connection.execute(statement.where(key > getattr(page[-1], key.name))).all()


def kept(connection: Connection) -> Iterator[Kept]:
    """Every dispatch with all that was read of it, in the order in which they came in."""
    for page in pages(connection, t.dispatches, t.dispatches.c.seq, TEXTS):
        yield from _whole(connection, page)


def kept_of(connection: Connection, seqs: Sequence[int]) -> Iterator[Kept]:
    """These dispatches (row numbers, not many) with all that was read of them."""
    yield from _whole(connection, connection.execute(select(t.dispatches).where(t.dispatches.c.seq.in_(seqs))).all())


def _whole(connection: Connection, page: Sequence[Row[Any]]) -> Iterator[Kept]:
    seqs = [row.seq for row in page]
    readings = _by(connection, t.readings, t.readings.c.dispatch, seqs)
    reports = _by(connection, t.reports, t.reports.c.dispatch, seqs)
    numbers = [row.seq for rows in reports.values() for row in rows]
    parties: dict[int, list[Row[Any]]] = {}
    for at in range(0, len(numbers), ROWS):
        parties |= _by(connection, t.report_participants, t.report_participants.c.report, numbers[at : at + ROWS])
    for row in page:
        yield Kept(row, readings.get(row.seq, ()), reports.get(row.seq, ()), parties)


def _by(connection: Connection, table: Table, column: Column[Any], values: Sequence[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(select(table).where(column.in_(values)).order_by(*table.primary_key.columns)):
        found[getattr(row, column.name)].append(row)
    return found
