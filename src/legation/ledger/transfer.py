"""A whole ledger copied into an empty one, of whatever database: row by row, and then compared.

All of it is one transaction of the ledger that is filled: a copy that fails or is stopped leaves it empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Table, delete, select

from legation.ledger import loading, server_search
from legation.ledger import tables as t
from legation.ledger.counting import number_of
from legation.ledger.errors import LedgerError

AT_ONCE = 1000
"""Rows that are in memory at once."""
Progress = Callable[[int, int], None]
"""Is told how many rows have been gone through, of how many."""
_HOLDING = (t.programs, t.dispatches, t.readings, t.events, t.judgements)
"""Tables of which a new ledger has no rows."""


class Copied(NamedTuple):
    """How many rows were copied, and a hash (SHA-256) of all that stands in them; both databases have the same."""

    rows: int
    sha256: str


def copy(source: Connection, target: Connection, progress: Progress) -> Copied:
    """Copies all rows within the callers' transactions, and reads them again.

    Raises:
        LedgerError: the target is not empty, or does not give back what it was given.
    """
    if any(target.execute(select(table).limit(1)).first() for table in _HOLDING):
        raise LedgerError("not empty; a ledger is copied into an empty one")
    for table in reversed(t.metadata.sorted_tables):  # what a new ledger notes of itself
        target.execute(delete(table))
    total = sum(number_of(source, table) for table in t.metadata.sorted_tables)
    done = 0
    whole = hashlib.sha256()
    for table in t.metadata.sorted_tables:
        given = hashlib.sha256()
        for rows in _rows(source, table):
            _note(given, rows)
            _put(target, table, rows)
            done += len(rows)
            progress(done, total)
        got = hashlib.sha256()
        for rows in _rows(target, table):
            _note(got, rows)
        if got.digest() != given.digest():
            raise LedgerError(f"the rows of {table.name} come back otherwise than they were given; nothing is copied")
        whole.update(given.digest())
    return Copied(done, whole.hexdigest())


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a table by its key, some at a time."""
    statement = select(table).order_by(*table.primary_key.columns)
    yield from connection.execute(statement, execution_options={"yield_per": AT_ONCE}).partitions()


def _note(content: Any, rows: Sequence[Row[Any]]) -> None:  # noqa: ANN401  hashlib names no type
    for row in rows:
        content.update(msgspec.msgpack.encode(tuple(row)))


def _put(target: Connection, table: Table, rows: Sequence[Row[Any]]) -> None:
    loading.add(target, table, [row._asdict() for row in rows])
    if table is t.dispatches:
        server_search.add(target, "dispatches", [(row.seq, row.text) for row in rows])
    elif table is t.reports:
        server_search.add(target, "reports", [(row.seq, row.sentence) for row in rows])
    if "seq" in table.c:
        loading.go_on_counting(target, table)


def analyse(connection: Connection) -> None:
    """Lets PostgreSQL look at what it has been given: until then it guesses how to find things."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE")
