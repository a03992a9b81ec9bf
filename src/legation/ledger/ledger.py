"""The ledger: the store of dispatches, reports and events."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, func, select

from legation import __version__
from legation.address import Address, address_of
from legation.dispatch import Dispatch
from legation.judgement import Judgement
from legation.laid_out import lay_out_records
from legation.ledger import (
    backing_up,
    counting,
    doubts,
    grouping,
    judgements,
    kept,
    opening,
    record,
    stretches,
    transfer,
    updating,
)
from legation.ledger import tables as t
from legation.ledger.checking import whole
from legation.ledger.checking.faults import Fault, Progress, quiet
from legation.ledger.doubts import Doubt
from legation.ledger.errors import LedgerError
from legation.ledger.overviews import Overviews
from legation.ledger.record import Kept
from legation.ledger.records import Records
from legation.merging import Verdict
from legation.merging.standing import Standing
from legation.report import Report

PATIENCE = 5.0
"""Seconds that one thread of a process waits for another that merges."""


def open_ledger(
    place: str | Path | Address,
    *,
    create: bool = True,
    updating: Callable[[], None] = lambda: None,
    mapped: bool = False,
) -> Ledger:
    """The ledger in this file or at this address (`postgresql://…`); made when there is none, brought up to date when
    an older version wrote it: `updating` is called before that, which may take minutes.

    With `mapped` the system shows the process up to 2 GB of the file instead of copying what is read: faster for who
    asks all day long, and counted as memory of the process, though the system takes it back as it likes. A disk that
    fails then ends the process instead of raising.

    Raises:
        LedgerError: no SQLite file, another program's database, written by a newer version, a missing or read-only
            folder, a full disk, or no such ledger with `create=False`; a server that cannot be reached or refuses. One
            line for the user.
    """
    try:
        address = address_of(place)
    except ValueError as error:
        raise LedgerError(str(error)) from None
    lay_out_records()  # several threads may ask it
    return Ledger(address, opening.connect(address, updating, create=create, mapped=mapped))


class Ledger(Records, Overviews):
    """An open ledger; a context manager that closes it. Every method but `update_events` is one transaction.

    All methods raise LedgerError, with one line, when the database fails. A killed process loses nothing that `keep`
    has returned from; running it again completes the rest. One ledger may be used by several processes: writers wait
    for each other up to half a minute.
    """

    def keep(self, items: Iterable[tuple[Dispatch, Sequence[Report]]], *, program: str = __version__) -> Kept:
        """Keeps dispatches with their reports, all or none of them.

        A text that the same version of the program has read from the same source changes nothing. From another source
        it is a further copy: the copy published first counts. Read by another version its reports replace the older
        ones, which stay, marked superseded. `items` is read within the transaction: hand over finished batches.
        """
        with self._write(keeping=True) as connection:
            return record.keep(connection, items, program)

    def knows(self, dispatch: Dispatch, *, program: str = __version__) -> bool:
        """Whether this version has read this text from this source: then it need not be read again."""
        statement = (
            select(t.readings.c.seq)
            .join(t.dispatches, t.readings.c.dispatch == t.dispatches.c.seq)
            .join(t.programs, t.readings.c.program == t.programs.c.seq)
            .where(
                t.dispatches.c.id == dispatch.id, t.readings.c.source == dispatch.source, t.programs.c.name == program
            )
        )
        with self._read() as connection:
            return connection.execute(statement).first() is not None

    def known_sources(self, sources: Collection[str]) -> set[str]:
        """Which of these paths or addresses something has been read from, by whatever version."""
        with self._read() as connection:
            return kept.known_sources(connection, sources)

    def update_events(self, progress: transfer.Progress = lambda _done, _all: None) -> int:
        """Merges what was kept since the last time into the events; returns how many events there are.

        After an update of the program that may be the whole ledger: `progress` is told how many readings are done, and
        of how many. A thread that finds another at it leaves it to that one after `PATIENCE` seconds.

        Only the neighbourhood of new dispatches is touched, and the events are those that `merging.merge` finds among
        everything, in whatever order and portions it came. Each portion is one transaction: a process that is killed
        goes on where it stopped. Doing it twice changes nothing.
        """
        if self._merging.acquire(timeout=PATIENCE):
            try:
                due = self._due()
                while left := self._due():
                    progress(due - left, due)
                    with self._write() as connection:
                        updating.portion(connection)
            finally:
                self._merging.release()
        with self._read() as connection:
            return counting.number_of(connection, t.events)

    def _due(self) -> int:
        """Readings that are not merged yet, about: numbers of readings have gaps; 1 if but judgements are due."""
        with self._read() as connection:
            newest = connection.execute(select(func.max(t.readings.c.seq))).scalar() or 0
            behind = newest - counting.merged_up_to(connection)
            return behind if behind > 0 else int(judgements.waiting(connection) > 0)

    def copy_to(self, target: Ledger, progress: transfer.Progress = lambda _done, _all: None) -> transfer.Copied:
        """Copies this ledger as it is now into an empty one, of whatever database, and compares the two.

        Raises:
            LedgerError: the target is not empty, or does not give back what it was given; it is left as it was.
        """
        with self._read() as source, target._write() as connection:
            try:
                copied = transfer.copy(source, connection, progress)
            except LedgerError as error:
                raise LedgerError(f"{target.address}: {error}") from None
        with target._write() as connection:
            transfer.analyse(connection)
        return copied

    def judge(self, judgement: Judgement) -> bool:
        """Adds a judgement, which counts from the next `update_events` on; returns whether it was new."""
        return self.take_judgements([judgement]) == 1

    def take_judgements(self, given: Iterable[Judgement]) -> int:
        """Adds judgements, all or none; returns how many of them were not there yet."""
        with self._write() as connection:
            return judgements.add(connection, given)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, by the time they were made; earlier ones stay when a later one counts."""
        with self._read() as connection:
            return judgements.everything(connection)

    def last_judged(self, dispatches: Collection[str]) -> str | None:
        """The latest time (UTC, ISO 8601) of a judgement on reports of these dispatches (by id), None without one."""
        with self._read() as connection:
            return judgements.last_on(connection, dispatches)

    def standing(self) -> Standing:
        """Which of the judgements count, by the current reports they speak of."""
        with self._read() as connection:
            return self._held(connection)

    def _held(self, connection: Connection) -> Standing:
        """What all judgements come to; kept until anything changes."""
        known, held = self._standing
        now = stretches.mark(connection)
        if known != now:
            self._standing = now, (held := judgements.standing_of_all(connection))
        return held

    def doubts(self, states: Sequence[str] = (), most: int | None = None) -> tuple[Doubt, ...]:
        """Pairs of reports to be put to a person, the strongest first, put-off ones last; all of `states` take part.

        With `most` only so many of the strongest pairs are looked at, of which several may be of the same two events.
        """
        with self._read() as connection:
            return doubts.doubts(connection, states, self._held(connection), most)

    def verdict(self, a: str, b: str) -> Verdict | None:
        """What is observed of two reports, by their ids; None when one is not there."""
        with self._read() as connection:
            return grouping.verdict_on(connection, a, b)

    def check(self, progress: Progress = quiet) -> Iterator[Fault]:
        """What is wrong with this ledger, one thing after the other, and notes of what is worth telling.

        All is looked at as it is at one moment, while others may go on writing. Only the last question, whether the
        full-text index has the words of the texts, keeps writers waiting. Memory does not grow with the ledger.
        """
        return whole.check(self._read, self._write, progress, sqlite=self._engine.dialect.name == "sqlite")

    def repair(self, sorts: Collection[str]) -> None:
        """Derives again what faults of these sorts (`Fault.sort`) have spoiled; texts and records stay as they are.

        A process that is killed meanwhile loses nothing; repair again.

        Raises:
            LedgerError: the file is damaged, or records are without which events cannot be merged anew.
        """
        try:
            whole.repair(self._read, self._write, self.update_events, sorts)
        except LedgerError as error:
            said = str(error)
            raise LedgerError(said if said.startswith(str(self.address)) else f"{self.address}: {said}") from None

    def backup(self, path: str | Path, *, replace: bool = False, progress: Progress = quiet) -> int:
        """Copies the ledger into a file, as it is at one moment, while others read and write; returns its bytes.

        The file is there whole or not at all. It is a ledger like this one.

        Raises:
            LedgerError: something has this name already and `replace` is false, or it is a ledger in use; the disk is
                full; the ledger is damaged.
        """
        return backing_up.back_up(self._engine, self.path, Path(path), progress, replace=replace)
