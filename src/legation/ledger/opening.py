"""Opening a ledger: making it, bringing it up to date, and refusing what is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from legation.address import Address
from legation.ledger import servers
from legation.ledger.errors import LedgerError
from legation.ledger.faults import BUSY_SECONDS, one_line
from legation.ledger.migrating import known_version, migrate
from legation.ledger.servers import WRITES
from legation.ledger.tables import APPLICATION_ID, HEAD
from legation.reasons import reason_of

CACHE_KIB, KEEPERS_CACHE_KIB, WRITERS_CACHE_KIB = 131072, 32768, 65536
"""Most memory for pages of a connection, of which no more is taken than there are pages to hold; SQLite's own 2 MB hold
few. Keeping adds to ends and to a few indices. What merging looks up lies together for texts of one time: four times as
much was no faster (`benchmarks/merging_scale.py`), and half as much a little slower."""
MAPPED = 2**31
"""Bytes of a file, from its beginning, that are read without being copied first; SQLite as it is usually built maps no
more.
"""
_KEEPS = "legation_keeps"
_MAGIC = b"SQLite format 3\0"


def connect(address: Address, updating: Callable[[], None], *, create: bool, mapped: bool) -> Engine:
    """An engine on the ledger at this address, which is made or brought up to date where needed; before one that an
    older version wrote is, `updating` is called. `mapped`: as `open_ledger` says.

    Raises:
        LedgerError: as `open_ledger` says.
    """
    if address.path is None:
        return servers.connect(address, updating, create=create)
    return _connect(address.path, updating, create=create, mapped=mapped)


def _connect(path: Path, updating: Callable[[], None], *, create: bool, mapped: bool) -> Engine:
    """An engine on the ledger in this file, which is made or brought up to date where needed.

    Raises:
        LedgerError: the file is no ledger, belongs to another program, was written by a newer version of this one, is
            missing with `create=False`, or cannot be written.
    """
    _look_at(path, create=create)
    # A ledger is opened for reading and writing or not at all: SQLite must not make one where none was asked for.
    url = URL.create("sqlite", database=str(path))
    # Each connection has pages of its own at hand: the one used last has those that are asked for most.
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, pool_use_lifo=True)
    event.listen(engine, "connect", partial(_prepare, mapped=mapped))
    event.listen(engine, "begin", _begin)
    try:
        with one_line(path):
            _bring_up_to_date(engine, path, updating)
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine, *, keeping: bool = False) -> Engine:
    """The engine for writers: their transactions take the write lock at once, so that two never deadlock.

    Those that only keep what was read need few pages at hand.
    """
    return engine.execution_options(**{WRITES: True, _KEEPS: keeping})


def _look_at(path: Path, *, create: bool) -> None:
    """Refuses, before SQLite touches it, what cannot be a ledger."""
    try:
        if path.is_dir():
            raise LedgerError(f"{path}: is a folder, not a ledger")
        if not path.exists():
            if not create:
                raise LedgerError(f"{path}: no such ledger")
            if not path.parent.is_dir():
                raise LedgerError(f"{path}: its folder does not exist")
            return
        if not path.is_file():
            raise LedgerError(f"{path}: is no ordinary file")
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{path}: {reason_of(error)}") from error
    if start not in (b"", _MAGIC):
        raise LedgerError(f"{path}: not a ledger (no SQLite database)")
    if start == b"" and not create:
        raise LedgerError(f"{path}: an empty file, not a ledger")


def _prepare(connection: sqlite3.Connection, _: object, *, mapped: bool) -> None:
    """Settings of each new connection. Transactions are ours to begin, so the driver's own are off."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA mmap_size = {MAPPED if mapped else 0}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: one that began by reading could not wait for another. A connection has been used
    for other things before, with room for more or fewer pages.
    """
    options = connection.get_execution_options()
    writes = options.get(WRITES)
    pages = CACHE_KIB if not writes else KEEPERS_CACHE_KIB if options.get(_KEEPS) else WRITERS_CACHE_KIB
    connection.exec_driver_sql(f"PRAGMA cache_size = -{pages}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, path: Path, updating: Callable[[], None]) -> None:
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == HEAD:
        return
    if version is not None:
        updating()
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()
    with writing(engine).begin() as connection:
        if _version(connection, path) != HEAD:  # another process may have been faster
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
            migrate(connection)


def _version(connection: Connection, path: Path) -> str | None:
    """The newest migration in the file, None when it is empty.

    Raises:
        LedgerError: another program's database, or one of a newer version.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    marked = connection.execute(text("PRAGMA application_id")).scalar()
    if marked != APPLICATION_ID or "alembic_version" not in names:
        raise LedgerError(f"{path}: a database of another program, not a ledger")
    return known_version(connection, path)
