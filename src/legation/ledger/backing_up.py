"""A copy of a ledger, made while it is in use (SQLite)."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Engine

from legation.ledger.checking.faults import Progress
from legation.ledger.errors import LedgerError
from legation.ledger.faults import one_line
from legation.reasons import reason_of

_PAGES = 2000
"""Pages copied between two words on how far it is."""
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database that is in use; taken for part of another one it would spoil that."""


def back_up(engine: Engine, ledger: Path, target: Path, progress: Progress, *, replace: bool) -> int:
    """Copies the ledger as it is at one moment; returns the bytes of the copy (`Ledger.backup`)."""
    if engine.dialect.name != "sqlite":
        raise LedgerError(f"{ledger}: a copy in a file is made of an SQLite ledger; use the database's own tools")
    _refuse(ledger, target, replace=replace)
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".part")
    except OSError as error:
        raise LedgerError(f"{target}: {reason_of(error)}") from None
    os.close(descriptor)
    copy = Path(name)
    try:
        with one_line(target):
            _copy(engine, copy, progress)
            _verify(copy, target)
        _refuse(ledger, target, replace=replace)
        _take_its_name(copy, target)
        return target.stat().st_size
    except OSError as error:
        raise LedgerError(f"{target}: {reason_of(error)}") from None
    finally:
        for ending in ("", *_BESIDE):
            with suppress(OSError):
                Path(name + ending).unlink()


def _refuse(ledger: Path, target: Path, *, replace: bool) -> None:
    """Raises LedgerError where a copy would spoil something."""
    if target.is_dir():
        raise LedgerError(f"{target}: is a folder")
    if not target.parent.is_dir():
        raise LedgerError(f"{target}: its folder does not exist")
    if target.exists() and target.samefile(ledger):
        raise LedgerError(f"{target}: is the ledger itself")
    if target.exists() and not replace:
        raise LedgerError(f"{target}: is there already")
    beside = next((Path(f"{target}{ending}") for ending in _BESIDE if Path(f"{target}{ending}").exists()), None)
    if beside is not None:
        raise LedgerError(f"{target}: in use as a ledger, or left open by a program that was killed ({beside.name})")


def _copy(engine: Engine, copy: Path, progress: Progress) -> None:
    raw = engine.raw_connection()
    try:
        source = raw.driver_connection
        assert isinstance(source, sqlite3.Connection)
        # Within a transaction the copy is of one moment, and begins not anew whenever somebody writes.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(copy)) as target:
            source.backup(target, pages=_PAGES, progress=lambda _, left, of: progress("backup", of - left, of))
        source.execute("ROLLBACK")
    finally:
        raw.close()


def _verify(copy: Path, target: Path) -> None:
    """Whether the copy is whole; leaves it without anything beside it."""
    with closing(sqlite3.connect(copy)) as connection:
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if said != "ok":
        raise LedgerError(f"{target}: the copy is damaged, and so probably is the ledger ({said})")


def _take_its_name(copy: Path, target: Path) -> None:
    """Gives the copy its name, once the disk has all of it."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    mask = os.umask(0)
    os.umask(mask)
    copy.chmod(0o666 & ~mask)
    copy.replace(target)
