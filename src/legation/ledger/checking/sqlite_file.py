"""What only SQLite has: the soundness of its file, its full-text index, and rows that refer to none."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, exc, text

from legation.ledger.checking.faults import Fault, Progress
from legation.ledger.checking.pages import ROWS

MOST = 100
"""Faults of the file that are looked for; the first few tell all there is to tell."""
INDEXES = {"dispatch_words": ("dispatches", "id"), "report_words": ("reports", "id")}
"""Full-text indexes, the table that each is of, and the column by which a row is named."""


def damage(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """Whether SQLite finds its own file whole."""
    progress("file", 0, 1)
    for (said,) in connection.execute(text(f"PRAGMA integrity_check({MOST})")):
        if said != "ok":
            yield Fault("file", "the database", str(said))
    progress("file", 1, 1)


def references(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """Whether every row that refers to another one leads somewhere."""
    progress("references", 0, 1)
    for table, _, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault("reference", str(table), f"to {parent}")
    progress("references", 1, 1)


def missing_words(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """Texts and sentences that the full-text index lacks, and those it has though they are not there."""
    for number, (index, (table, name)) in enumerate(INDEXES.items()):
        progress("full text", number, len(INDEXES))
        lacking = text(f"SELECT {name} FROM {table} WHERE seq NOT IN (SELECT id FROM {index}_docsize)")
        for found in connection.execute(lacking, execution_options={"yield_per": ROWS}).scalars():
            yield Fault("words", f"{table} {found}", "not in the index")
        left = text(f"SELECT d.id FROM {index}_docsize AS d WHERE d.id NOT IN (SELECT seq FROM {table})")
        for found in connection.execute(left, execution_options={"yield_per": ROWS}).scalars():
            yield Fault("words", f"{index} row {found}", "of nothing")
    progress("full text", len(INDEXES), len(INDEXES))


def unfit_words(connection: Connection) -> Iterator[Fault]:
    """Whether the index has the words that stand in the texts. SQLite takes the lock of writers for this question."""
    for index in INDEXES:
        try:
            with connection.begin_nested():
                connection.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))
        except exc.DatabaseError as error:
            if "malformed" not in str(error.orig):
                raise
            yield Fault("words", index, "has other words than the texts")


def rebuild_words(connection: Connection) -> None:
    """Makes the full-text index anew from the texts."""
    for index in INDEXES:
        connection.execute(text(f"INSERT INTO {index}({index}) VALUES ('rebuild')"))
