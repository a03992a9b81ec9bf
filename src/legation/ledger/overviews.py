"""What a ledger answers with counts, lists of names and finds, without loading all records behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import func, select

from legation.event import Outcome
from legation.ledger import (
    counting,
    finding,
    lookups,
    news,
    people,
    promised,
    questions,
    relations,
    search,
    server_search,
    stretches,
    surveys,
    turning,
)
from legation.ledger import tables as t
from legation.ledger.counting import Counts
from legation.ledger.finding import FoundPage, What
from legation.ledger.holders import OfficeReader, as_written
from legation.ledger.news import Arrivals, Parties, Told
from legation.ledger.opened import Opened
from legation.ledger.people import PersonHolding, PersonName
from legation.ledger.promised import Promised, Promises
from legation.ledger.questions import Found, Question
from legation.ledger.relations import Relations, Some
from legation.ledger.search import Term
from legation.ledger.surveys import MonthCount, PairCount, StateCount


class Overviews(Opened):
    """The questions that are answered from columns; each is one transaction."""

    def newest_day(self) -> date | None:
        """The newest own date of its dispatches, for which commitments are judged; None when none has a date."""
        with self._read() as connection:
            return questions.newest_day(connection)

    def number_of_events(self, question: Question = Question()) -> int:  # noqa: B008  frozen
        """How many events are asked for, whatever part of their list."""
        with self._read() as connection:
            return turning.number(connection, turning.whole(question))

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
            return promised.promises(connection, question, most)

    def disputes(self, most: int, question: Question = Question()) -> Some:  # noqa: B008  frozen
        """The newest events on which dispatches differ, and how many there are."""
        with self._read() as connection:
            return relations.disputes(connection, question, most)

    def told_since(self, day: date, among: Sequence[Parties] = ()) -> Iterator[Told]:
        """The events that dispatches of this day or later tell, one by one, in no order: see `news.told_since`."""
        with self._read() as connection:
            yield from news.told_since(connection, day, among)

    def arrivals(self, day: date, among: Sequence[Parties] = ()) -> Arrivals:
        """How many dispatches of this day or later tell such events, and how many of the ledger's have no date."""
        with self._read() as connection:
            return news.arrivals(connection, day, among)

    def settled_since(self, day: date, among: Sequence[Parties] = ()) -> tuple[str, ...]:
        """Ids of events whose promise a deed told since then may have settled, at most 500."""
        with self._read() as connection:
            return news.settled_since(connection, day, among)

    def mark(self) -> str:
        """A hash that changes when any answer of this ledger may change."""
        with self._read() as connection:
            return stretches.mark(connection)

    def people(
        self, states: Sequence[str] = (), *, read_office: OfficeReader = as_written, newest: int | None = None
    ) -> tuple[PersonHolding, ...]:
        """The people who take part for these states, with offices and sources; for all states if none is given.

        `read_office` says what an office written so is, in the languages of the dispatches. `newest`: of a spelling
        that more dispatches have, only so many reports are looked at, those read last.
        """
        with self._read() as connection:
            return people.people(connection, states, read_office, newest)

    def search(self, text: str, most: int = 50) -> Found:
        """Dispatches and quoted sentences with all words of `text`, the best first; any text is a safe question."""
        with self._read() as connection:
            by = search if connection.dialect.name == "sqlite" else server_search
            dispatches = by.matching(connection, text, "dispatches", most)
            reports = by.matching(connection, text, "reports", most)
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
        self, names: Sequence[PersonName], *, read_office: OfficeReader = as_written, newest: int | None = None
    ) -> tuple[PersonHolding, ...]:
        """The people of some names, as `people` tells of them, in the order of the names."""
        with self._read() as connection:
            return people.holdings(connection, names, read_office, newest)

    def promised(self, states: Sequence[str] = (), day: date | None = None) -> tuple[Promised, ...]:
        """Commitments without their events, as they stand on a day (that of the newest dispatch), by their due date."""
        with self._read() as connection:
            return promised.promised(connection, states, day or questions.newest_day(connection))

    def promises_in_part(
        self, states: Sequence[str], day: date | None, outcome: Outcome, size: int, offset: int = 0, *, latest: bool
    ) -> tuple[Promised, ...]:
        """Some of the commitments of which this came, as `promised` has them; with `latest` the last ones first."""
        with self._read() as connection:
            return promised.part(connection, states, day, outcome, size, offset, latest=latest)

    def numbers_of_promises(self, states: Sequence[str], day: date | None) -> dict[Outcome, int]:
        """How many commitments came to what, as they stand on a day."""
        with self._read() as connection:
            return promised.numbers(connection, Question(tuple(states)), day)

    def counts(self) -> Counts:
        """How much there is; `stale` above zero means that `update_events` is due."""
        with self._read() as connection:
            return counting.counts(connection)
