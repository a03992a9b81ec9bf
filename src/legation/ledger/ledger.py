"""The ledger: the store of dispatches, reports and events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType

import msgspec
from sqlalchemy import Connection, Engine, func, select

from legation import __version__
from legation.dispatch import Dispatch
from legation.event import Event
from legation.judgement import Judgement
from legation.ledger import (
    counting,
    doubts,
    finding,
    grouping,
    judgements,
    lookups,
    opening,
    people,
    promised,
    questions,
    record,
    relations,
    search,
    stretches,
    surveys,
    updating,
)
from legation.ledger import tables as t
from legation.ledger.counting import Counts
from legation.ledger.doubts import Doubt
from legation.ledger.finding import FoundPage, What
from legation.ledger.holders import OfficeReader, as_written
from legation.ledger.people import PersonHolding, PersonName
from legation.ledger.promised import Promised
from legation.ledger.questions import Found, Question
from legation.ledger.record import Kept
from legation.ledger.relations import Promises, Relations, Some
from legation.ledger.search import Term
from legation.ledger.stretches import Narrowing, Place
from legation.ledger.surveys import MonthCount, PairCount, StateCount
from legation.merging import Merged, Reprint, Verdict, merge_explained
from legation.merging.standing import Standing
from legation.report import DispatchRef, Report


def open_ledger(path: str | Path, *, create: bool = True) -> Ledger:
    """The ledger in this file; made when there is none, brought up to date when an older version wrote it.

    Raises:
        LedgerError: no SQLite file, another program's database, written by a newer version, a missing or read-only
            folder, a full disk, or no such file with `create=False`. One line for the user.
    """
    path = Path(path)
    return Ledger(path, opening.connect(path, create=create))


class Ledger:
    """An open ledger; a context manager that closes it. Every method but `update_events` is one transaction.

    All methods raise LedgerError, with one line, when the database fails. A killed process loses nothing that `keep`
    has returned from; running it again completes the rest. One ledger may be used by several processes: writers wait
    for each other up to half a minute.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._names: tuple[int, tuple[PersonName, ...]] = (0, ())

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file; the ledger cannot be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with opening.one_line(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with opening.one_line(self.path), opening.writing(self._engine).begin() as connection:
            yield connection

    def keep(self, items: Iterable[tuple[Dispatch, Sequence[Report]]], *, program: str = __version__) -> Kept:
        """Keeps dispatches with their reports, all or none of them.

        A text that the same version of the program has read from the same source changes nothing. From another source
        it is a further copy: the copy published first counts. Read by another version its reports replace the older
        ones, which stay, marked superseded. `items` is read within the transaction: hand over finished batches.
        """
        with self._write() as connection:
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
            return questions.known_sources(connection, sources)

    def update_events(self) -> int:
        """Merges what was kept since the last time into the events; returns how many events there are.

        Only the neighbourhood of new dispatches is touched, and the events are those that `merging.merge` finds among
        everything, in whatever order and portions it came. Each portion is one transaction: a process that is killed
        goes on where it stopped. Doing it twice changes nothing.
        """
        while self._stale():
            with self._write() as connection:
                updating.portion(connection)
        with self._read() as connection:
            return counting.number_of(connection, t.events)

    def _stale(self) -> bool:
        with self._read() as connection:
            newest = connection.execute(select(func.max(t.readings.c.seq))).scalar() or 0
            return newest > counting.merged_up_to(connection) or judgements.waiting(connection) > 0

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

    def standing(self) -> Standing:
        """Which of the judgements count, by the current reports they speak of."""
        with self._read() as connection:
            return judgements.standing_of_all(connection)

    def doubts(self, states: Sequence[str] = (), most: int | None = None) -> tuple[Doubt, ...]:
        """Pairs of reports to be put to a person, the strongest first, put-off ones last; all of `states` take part.

        With `most` only so many of the strongest pairs are looked at, of which several may be of the same two events.
        """
        with self._read() as connection:
            return doubts.doubts(connection, states, most)

    def verdict(self, a: str, b: str) -> Verdict | None:
        """What is observed of two reports, by their ids; None when one is not there."""
        with self._read() as connection:
            return grouping.verdict_on(connection, a, b)

    @staticmethod
    def _merged(connection: Connection, as_of: date) -> Merged:
        told = questions.reports(connection, Question())
        return merge_explained(
            questions.dispatches(connection, None), told, as_of=as_of, judgements=judgements.everything(connection)
        )

    def events(self, question: Question = Question()) -> tuple[Event, ...]:  # noqa: B008  frozen
        """The events asked for, by date; those without a known day last. As of the last `update_events`."""
        with self._read() as connection:
            return tuple(questions.events(connection, question))

    def each_event(self, question: Question = Question()) -> Iterator[Event]:  # noqa: B008  frozen
        """The events of `events` one by one, however many: one look at the ledger, open until the last is taken."""
        with self._read() as connection:
            yield from questions.events(connection, question)

    def newest_day(self) -> date | None:
        """The newest own date of its dispatches, for which commitments are judged; None when none has a date."""
        with self._read() as connection:
            return questions.newest_day(connection)

    def reports_by_id(self, ids: Sequence[str]) -> dict[str, Report]:
        """Current reports by their ids; those that are not there are left out."""
        with self._read() as connection:
            return questions.reports_by_id(connection, ids)

    def number_of_events(self, question: Question = Question()) -> int:  # noqa: B008  frozen
        """How many events are asked for, whatever part of their list."""
        with self._read() as connection:
            return questions.number_of_events(connection, question)

    def monthly(self, question: Question = Question()) -> tuple[MonthCount, ...]:  # noqa: B008  frozen
        """Events that happened, counted by month and quad class, by month."""
        with self._read() as connection:
            return surveys.monthly(connection, question)

    def busiest_pairs(self, most: int = 20, states: Sequence[str] = ()) -> tuple[PairCount, ...]:
        """The pairs with most events; with `states`, those that they are part of."""
        with self._read() as connection:
            return surveys.busiest_pairs(connection, most, states)

    def busiest_states(self) -> tuple[StateCount, ...]:
        """All that take part in events, those in most first."""
        with self._read() as connection:
            return surveys.busiest_states(connection)

    def relations(self, question: Question, *, marks: int = 300, few: int = 6) -> Relations:
        """What stands behind the whole list that a question asks for, without its events: see `Relations`."""
        with self._read() as connection:
            return relations.relations(connection, question, marks=marks, few=few)

    def promises(self, most: int, question: Question = Question()) -> Promises:  # noqa: B008  frozen
        """The commitments counted by outcome, and the first that wait: overdue ones, then by when they are due."""
        with self._read() as connection:
            return relations.promises(connection, question, most)

    def disputes(self, most: int, question: Question = Question()) -> Some:  # noqa: B008  frozen
        """The newest events on which dispatches differ, and how many there are."""
        with self._read() as connection:
            return relations.disputes(connection, question, most)

    def version(self) -> str:
        """Changes whenever something was read, merged or judged; what was counted holds as long as it does not."""
        with self._read() as connection:
            return relations.version(connection)

    def newest_events(self, most: int = 20) -> tuple[Event, ...]:
        """The events told by what was read last, the newest reading first; of the last 200 readings."""
        with self._read() as connection:
            return surveys.newest_events(connection, most)

    def events_after(
        self,
        after: Place | None,
        most: int,
        question: Question = Question(),  # noqa: B008  frozen
        narrowing: Narrowing = Narrowing(),  # noqa: B008  frozen
    ) -> tuple[Event, ...]:
        """The next events behind a place (`stretches.place_of`), by first day and id, at most so many."""
        with self._read() as connection:
            return stretches.events(connection, question, after, most, narrowing)

    def dispatches_after(
        self,
        after: Place | None,
        most: int,
        question: Question = Question(),  # noqa: B008  frozen
    ) -> tuple[tuple[Place, DispatchRef], ...]:
        """The next dispatches behind a place, each with its own, by first day and id, without their texts."""
        with self._read() as connection:
            return stretches.dispatches(connection, question, after, most)

    def reports_after(
        self,
        after: int,
        most: int,
        question: Question = Question(),  # noqa: B008  frozen
    ) -> tuple[tuple[int, Report], ...]:
        """The next reports behind a number (0 for the first), each with its own, in the order of their reading."""
        with self._read() as connection:
            return stretches.reports(connection, question, after, most)

    def mark(self) -> str:
        """A hash that changes when any answer of this ledger may change."""
        with self._read() as connection:
            return stretches.mark(connection)

    def reports(self, question: Question = Question(), *, superseded: bool = False) -> tuple[Report, ...]:  # noqa: B008
        """The reports asked for, by date, dispatch and place in it."""
        with self._read() as connection:
            return questions.reports(connection, question, superseded=superseded)

    def reports_of(self, dispatch_id: str) -> tuple[Report, ...]:
        """The current reports of the dispatch with this id, in the order of its text; none for an unknown one."""
        with self._read() as connection:
            return questions.reports_of(connection, dispatch_id)

    def dispatches(self, question: Question | None = None) -> tuple[Dispatch, ...]:
        """The dispatches, by their own date; `since` and `until` are compared with that."""
        with self._read() as connection:
            return questions.dispatches(connection, question)

    def event(self, id_prefix: str) -> Event | None:
        """The event whose id begins so, or to which such an id was forwarded.

        Raises:
            AmbiguousPrefix: several ids begin so.
        """
        with self._read() as connection:
            return lookups.one_event(connection, id_prefix)

    def report(self, id_prefix: str) -> Report | None:
        """The report whose id begins so.

        Raises:
            AmbiguousPrefix: several ids begin so.
        """
        with self._read() as connection:
            return lookups.one_report(connection, id_prefix)

    def dispatch(self, id_prefix_or_source: str) -> Dispatch | None:
        """The dispatch that came from this path or address, else the one whose id begins so.

        Raises:
            AmbiguousPrefix: several ids begin so, or several texts came from there.
        """
        with self._read() as connection:
            return lookups.one_dispatch(connection, id_prefix_or_source)

    def joins(self, event_id: str) -> tuple[Verdict, ...]:
        """The verdicts by which an event's reports came together (`merging.describe` puts them in words)."""
        with self._read() as connection:
            row = connection.execute(select(t.events.c.joins).where(t.events.c.id == event_id)).scalar()
            return msgspec.json.decode(row, type=tuple[Verdict, ...]) if row else ()

    def reprints(self) -> tuple[Reprint, ...]:
        """All reprints, whole copies from other sources among them."""
        with self._read() as connection:
            return questions.reprints(connection)

    def people(
        self, states: Sequence[str] = (), *, read_office: OfficeReader = as_written
    ) -> tuple[PersonHolding, ...]:
        """The people who take part for these states, with offices and sources; for all states if none is given.

        `read_office` says what an office written so is, in the languages of the dispatches.
        """
        with self._read() as connection:
            return people.people(connection, states, read_office)

    def commitments(self, as_of: date | None = None, states: Sequence[str] = ()) -> tuple[Event, ...]:
        """The events with a commitment, all of `states` taking part.

        With `as_of`, merged anew from what was published by that day; else as stored.
        """
        with self._read() as connection:
            if as_of is None:
                found = tuple(questions.events(connection, Question(states=tuple(states), promised=True)))
            else:
                found = self._merged(connection, as_of).events
        wanted = set(states)
        return tuple(
            event
            for event in found
            if event.commitment and wanted <= {p.code for p in (*event.actors, *event.recipients)}
        )

    def search(self, text: str, most: int = 50) -> Found:
        """Dispatches and quoted sentences with all words of `text`, the best first; any text is a safe question."""
        with self._read() as connection:
            dispatches = search.matching(connection, text, "dispatches", most)
            reports = search.matching(connection, text, "reports", most)
            return Found(
                lookups.by_seq(connection, dispatches, "dispatches"), lookups.by_seq(connection, reports, "reports")
            )

    def find(self, terms: Sequence[Term], what: What, size: int = 20, offset: int = 0) -> FoundPage:
        """Dispatches, or events by their quoted sentences, with all terms: a page of them, the words found marked."""
        with self._read() as connection:
            return finding.find(connection, terms, what, size, offset)

    def names(self) -> tuple[PersonName, ...]:
        """The names of all people, by state and name, without offices and words. Kept until something is read."""
        with self._read() as connection:
            newest = connection.execute(select(func.max(t.readings.c.seq))).scalar() or 0
            known, names = self._names
            if known != newest:
                self._names = newest, (names := people.names(connection))
            return names

    def holdings(
        self, names: Sequence[PersonName], *, read_office: OfficeReader = as_written
    ) -> tuple[PersonHolding, ...]:
        """The people of some names, as `people` tells of them, in the order of the names."""
        with self._read() as connection:
            return people.holdings(connection, names, read_office)

    def promised(self, states: Sequence[str] = (), day: date | None = None) -> tuple[Promised, ...]:
        """Commitments without their events, as they stand on a day (that of the newest dispatch), by their due date."""
        with self._read() as connection:
            return promised.promised(connection, states, day or questions.newest_day(connection))

    def events_by_id(self, ids: Sequence[str], day: date | None = None) -> dict[str, Event]:
        """Events by their ids, commitments judged for a day (that of the newest dispatch); unknown ids are left out."""
        with self._read() as connection:
            return promised.events_by_id(connection, ids, day or questions.newest_day(connection))

    def dispatch_ids(self, sources: Collection[str]) -> dict[str, str]:
        """Ids of dispatches by their sources; of several texts from one, the one read last."""
        with self._read() as connection:
            return questions.dispatch_ids(connection, sources)

    def counts(self) -> Counts:
        """How much there is; `stale` above zero means that `update_events` is due."""
        with self._read() as connection:
            return counting.counts(connection)

    def events_of(self, reports: Sequence[str]) -> dict[str, str]:
        """The ids of the events in which these reports (by id) stand; those in none yet are left out."""
        with self._read() as connection:
            return lookups.events_of(connection, reports)

    def origins(self, dispatches: Sequence[str]) -> dict[str, str]:
        """For those of these dispatches (by id) that are reprints the id of the original behind them."""
        with self._read() as connection:
            return lookups.origins(connection, dispatches)

    def reprints_of(self, dispatch_id: str, most: int = 50) -> tuple[Reprint, ...]:
        """The reprints that a dispatch has part in, the likest first; at most so many of each sort."""
        with self._read() as connection:
            return lookups.reprints_of(connection, dispatch_id, most)
