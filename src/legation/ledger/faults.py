"""What databases say when they fail, in one line for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from legation.ledger.errors import LedgerError

BUSY_SECONDS = 30.0
"""How long a writer waits for another one."""
_BUSY = f"in use by another program for more than {BUSY_SECONDS:.0f} s"
_FULL = "the disk is full; what was kept before is safe"
_GONE = "the database cannot be reached or went away; what was kept before is safe"
_SQLITE = {
    "database or disk is full": _FULL,
    "readonly database": "cannot be written: the file or its folder is read-only",
    "unable to open database file": "cannot be opened: its folder is missing or read-only",
    "file is not a database": "not a ledger (no SQLite database)",
    "malformed": "the file is damaged",
    "database is locked": _BUSY,
    "disk I/O error": "the disk reports an error",
}
"""By words of SQLite."""
_POSTGRESQL = {
    "28": "the server refuses this user or password",
    "3D000": "no such database on this server",
    "3F000": "no such schema in this database",
    "25006": "cannot be written: the server is read-only",
    "42501": "not allowed",
    "53100": _FULL,
    "53300": "the server has too many connections already",
    "55P03": _BUSY,
    "08": _GONE,
    "57P": _GONE,
}
"""By the beginning of PostgreSQL's codes (SQLSTATE)."""
_AT_THE_DOOR = {
    "password authentication failed": _POSTGRESQL["28"],
    "no password supplied": _POSTGRESQL["28"],
    "no pg_hba.conf entry": _POSTGRESQL["28"],
    "role ": _POSTGRESQL["28"],
    "database ": _POSTGRESQL["3D000"],
    "too many c": _POSTGRESQL["53300"],
}
"""By words of a server that lets nobody in, with which the driver gives no code."""


@contextmanager
def one_line(place: object) -> Iterator[None]:
    """Turns what a database says into a LedgerError of one line about `place`, whose `str` may be shown."""
    try:
        yield
    except exc.DBAPIError as error:
        raise LedgerError(f"{place}: {plainly(error.orig or error)}") from error
    except exc.TimeoutError as error:
        raise LedgerError(f"{place}: too many questions at once; ask again later") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{place}: {plainly(error)}") from error
    except Exception as error:
        if type(error).__module__.startswith("psycopg"):  # said by the driver itself, in the middle of a COPY
            raise LedgerError(f"{place}: {plainly(error)}") from error
        raise


def plainly(error: BaseException) -> str:
    """What a driver's error comes to, for people."""
    said = str(error)
    first = said.splitlines()[0] if said else "failed"
    if not type(error).__module__.startswith("psycopg"):
        return next((plain for words, plain in _SQLITE.items() if words in said), first)
    code = getattr(error, "sqlstate", None)
    if code is None:  # no word from the server
        reason = _reason(first)
        if plain := next((plain for words, plain in _AT_THE_DOOR.items() if f"FATAL:  {words}" in said), None):
            return f"{plain} ({reason})"
        lost = ("connection", "server closed", "timeout", "resolve")
        return f"{_GONE} ({reason})" if any(word in said for word in lost) else first
    plain = next((plain for start, plain in _POSTGRESQL.items() if code.startswith(start)), None)
    return f"{plain} ({first})" if plain == "not allowed" else plain or first


def _reason(said: str) -> str:
    """The end of what the driver says, where the reason stands; before it come address and user once more."""
    return said.rpartition("failed: ")[2].strip() or said
