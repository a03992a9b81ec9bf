"""A made-up ledger made many times as large: every row once more, under other ids.

Made up one by one a million events take far longer than to be read. What comes in addition tells the same texts on the
same days, so that the busiest pairs grow with the ledger; its ids are as different as those of other texts.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable
from functools import lru_cache

_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
_NUMBERED = {
    "dispatches": ("seq",),
    "readings": ("seq", "dispatch"),
    "reports": ("seq", "reading", "dispatch"),
    "report_participants": ("report",),
    "events": (),
    "event_reports": (),
    "event_participants": (),
    "reprints": (),
    "compared": ("dispatch", "reading", "origin"),
    "report_windows": ("report",),
    "same_pairs": ("report", "other"),
    "doubtful_pairs": ("report", "other"),
    "settling_windows": ("report",),
}
"""The tables that are copied, parents first, and their columns that hold row numbers."""
_WITH_IDS = frozenset({"id", "source", "record", "joins", "verdict", "event", "copy", "original"})
"""Columns that hold ids, or texts with ids in them; `report` does where it is no row number."""
_ROWS_OF = {"dispatch": "dispatches", "origin": "dispatches", "reading": "readings", "report": "reports",
            "other": "reports"}  # fmt: skip


@lru_cache(maxsize=4)
def _further(copy: int) -> Callable[[re.Match[str]], str]:
    prefix = f"{copy} ".encode()

    def of(match: re.Match[str]) -> str:
        return hashlib.blake2b(prefix + match[0].encode(), digest_size=8).hexdigest()

    return of


def _renamed(value: str | None, copy: int) -> str | None:
    return None if value is None else _ID.sub(_further(copy), value)


def multiply(connection: sqlite3.Connection, copies: int) -> None:
    """Adds so many copies of everything that is there, within the caller's transaction."""
    connection.create_function("renamed", 2, _renamed, deterministic=True)
    sizes = {table: _last(connection, table) for table in ("dispatches", "readings", "reports")}
    columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in _NUMBERED}
    first = {table: f" WHERE {_seq(table)} <= {sizes[_rows(table)]}" for table in _NUMBERED if _NUMBERED[table]}
    plain = [table for table in _NUMBERED if not _NUMBERED[table]]
    for table in plain:  # they have no numbers by which copies could be told from what was there
        connection.execute(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")
    for copy in range(1, copies + 1):
        for table, numbered in _NUMBERED.items():
            values = (_value(table, column, numbered, sizes, copy) for column in columns[table])
            source = f"first_{table}" if table in plain else table
            connection.execute(
                f"INSERT INTO {table} ({', '.join(columns[table])}) SELECT {', '.join(values)} FROM {source}"
                + first.get(table, "")
            )
    connection.execute("UPDATE state SET value = (SELECT max(seq) FROM readings) WHERE key = 'merged'")


def _value(table: str, column: str, numbered: tuple[str, ...], sizes: dict[str, int], copy: int) -> str:
    if column in numbered:
        return f"{column} + {copy * sizes[table if column == 'seq' else _ROWS_OF[column]]}"
    if column in _WITH_IDS or (column == "report" and not numbered):
        return f"renamed({column}, {copy})"
    return column


def _seq(table: str) -> str:
    return _NUMBERED[table][0]


def _rows(table: str) -> str:
    column = _seq(table)
    return table if column == "seq" else _ROWS_OF[column]


def _last(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT max(seq) FROM {table}").fetchone()[0])
