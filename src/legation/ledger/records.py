"""What a ledger answers with records: events, reports, dispatches, and how they hang together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import (
    judgements,
    lookups,
    questions,
    stretches,
    surveys,
    turning,
)
from legation.ledger import tables as t
from legation.ledger.opened import Opened
from legation.ledger.questions import Question
from legation.ledger.stretches import Narrowing, Place
from legation.merging import Merged, Reprint, Verdict, merge_explained
from legation.report import DispatchRef, Report


class Records(Opened):
    """The questions that are answered with whole records; each is one transaction."""

    @staticmethod
    def _merged(connection: Connection, as_of: date) -> Merged:
        told = questions.reports(connection, Question())
        return merge_explained(
            questions.dispatches(connection, None), told, as_of=as_of, judgements=judgements.everything(connection)
        )

    def events(self, question: Question = Question()) -> tuple[Event, ...]:  # noqa: B008  frozen
        """The events asked for, by date; those without a known day last. As of the last `update_events`."""
        with self._read() as connection:
            if question.limit is not None:
                return turning.page(connection, question)
            return tuple(questions.events(connection, question))

    def days_of_events(self, question: Question) -> list[tuple[str, str | None, str | None]]:
        """The ids of the events asked for, whatever part of their list, with their first and last days."""
        with self._read() as connection:
            return turning.days_of(connection, turning.whole(question))

    def each_event(self, question: Question = Question()) -> Iterator[Event]:  # noqa: B008  frozen
        """The events of `events` one by one, however many: one look at the ledger, open until the last is taken."""
        with self._read() as connection:
            yield from questions.events(connection, question)

    def reports_by_id(self, ids: Sequence[str]) -> dict[str, Report]:
        """Current reports by their ids; those that are not there are left out."""
        with self._read() as connection:
            return questions.reports_by_id(connection, ids)

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

    def events_by_id(self, ids: Sequence[str], day: date | None = None) -> dict[str, Event]:
        """Events by their ids, commitments judged for a day (that of the newest dispatch); unknown ids are left out."""
        with self._read() as connection:
            return questions.events_by_id(connection, ids, day or questions.newest_day(connection))

    def dispatch_ids(self, sources: Collection[str]) -> dict[str, str]:
        """Ids of dispatches by their sources; of several texts from one, the one read last."""
        with self._read() as connection:
            return questions.dispatch_ids(connection, sources)

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
