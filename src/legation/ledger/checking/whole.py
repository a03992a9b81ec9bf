"""The whole check of a ledger, and the whole repair, step by step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from legation.ledger import refilling, updating
from legation.ledger.checking import gathered, links, readings, repairing, sqlite_file
from legation.ledger.checking.faults import Fault, Look, Progress
from legation.ledger.checking.pages import TEXTS, kept_of
from legation.ledger.errors import LedgerError

Transaction = Callable[[], AbstractContextManager[Connection]]

_MERGED = {"reference", "current", "column", "event", "gathered", "found", "forward", "reprint", "mark", "judged"}
"""Sorts of faults after which everything is merged anew."""
_IN_THE_WAY = ("reading", "report", "judgement")
"""Sorts of faults that merging cannot work with."""
_LOOKS = (
    Look("texts", readings.look),
    Look("events", gathered.look),
    Look("judgements", links.look),
)
_OF_SQLITE = (Look("references", sqlite_file.references), Look("full text", sqlite_file.missing_words))


def check(reading: Transaction, writing: Transaction, progress: Progress, *, sqlite: bool) -> Iterator[Fault]:
    """The faults and notes of a ledger (`Ledger.check`). A damaged file is all that is told of one that has it."""
    if sqlite and (damaged := _damaged(reading, progress)):
        yield from damaged
        return
    with reading() as connection:
        for look in (*_OF_SQLITE, *_LOOKS) if sqlite else _LOOKS:
            yield from look.look(connection, progress)
    if sqlite:
        with writing() as connection:
            found = list(sqlite_file.unfit_words(connection))
        yield from found


def _damaged(reading: Transaction, progress: Progress) -> list[Fault]:
    """What SQLite says of its own file."""
    found: list[Fault] = []
    try:
        with reading() as connection:
            found += sqlite_file.damage(connection, progress)
    except LedgerError as error:
        found = found or [Fault("file", "the database", str(error))]
    return found


def repair(reading: Transaction, writing: Transaction, merge: Callable[[], int], sorts: Collection[str]) -> None:
    """Derives again what faults of these sorts have spoiled (`Ledger.repair`)."""
    if "file" in sorts:
        raise LedgerError("the file is damaged: nothing can be repaired in it; go back to a backup")
    with writing() as connection:
        repairing.unowned(connection)
        repairing.judged(connection)
    with reading() as connection:
        needing = list(readings.needing(connection))
    for at in range(0, len(needing), TEXTS):
        with writing() as connection:
            for one in kept_of(connection, needing[at : at + TEXTS]):
                readings.derive(connection, one)
    if "words" in sorts:
        with writing() as connection:
            sqlite_file.rebuild_words(connection)
    if _MERGED.isdisjoint(sorts):
        with writing() as connection:
            refilling.refill(connection)
        return
    in_the_way = [sort for sort in _IN_THE_WAY if sort in sorts]
    if in_the_way:
        raise LedgerError(f"events are left as they are: a {in_the_way[0]} is damaged, and they cannot be merged anew")
    _merge_anew(writing, merge)


def _merge_anew(writing: Transaction, merge: Callable[[], int]) -> None:
    with writing() as connection:
        repairing.without(connection, list(gathered.broken(connection)))
        repairing.stale_forwards(connection)
        repairing.marks_forgotten(connection)
        updating.forget(connection)
        refilling.refill(connection)  # what merging takes out of the lists must stand in them
    merge()
    with writing() as connection:
        repairing.forwards(connection)
