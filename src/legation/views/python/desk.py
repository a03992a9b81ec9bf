"""The desk: an open ledger and the questions that are put to it, answered with tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Literal, NamedTuple, get_args

from legation import walk
from legation.address import address_of
from legation.event import Event
from legation.intake import Refusal
from legation.judgement import FIELDS as CORRECTED
from legation.judgement import CorrectedField, Judgement, on_pair
from legation.ledger import Counts, Doubt, Ledger, LedgerError, Question, open_ledger
from legation.report import Report
from legation.views import asking
from legation.views.deeds import deeds_elsewhere
from legation.views.joins import gather_joins
from legation.views.judging import correct_event, judge_name, now
from legation.views.python import html
from legation.views.python.findings import Commitments, Disagreements, People
from legation.views.python.questions import Day, Several, codes, question
from legation.views.python.results import Dispatches, Events, Reports
from legation.views.python.shown import (
    Explained,
    ShownDispatch,
    ShownEvent,
    shown_dispatch,
    shown_event,
)
from legation.views.python.texts import Text, checked_scope, found_text, languages
from legation.views.wording.offices import load_office_words
from legation.walk import Wanted

Answer = Literal["same", "different", "later"]
_ANSWERS: tuple[Answer, ...] = get_args(Answer)


def open_desk(path: str | Path, create: bool = False) -> Desk:
    """Opens the ledger in this file or at this address; use it in a `with` statement, or close it.

    Args:
        path: the file that `legation read` or `Desk.add` filled, or `postgresql://USER@HOST/DATABASE`.
        create: make the ledger if it is not there.

    Raises:
        LedgerError: no such file or database, no ledger, or one that cannot be used; one line.
    """
    try:
        address = address_of(path)
    except ValueError as error:
        raise LedgerError(str(error)) from None
    if not create and address.is_missing:
        raise LedgerError(f"{address}: no such ledger; legation.open(…, create=True) makes one")
    desk = Desk(open_ledger(address, create=create))
    if not create and desk.ledger.counts().stale:  # a reading that was killed
        desk.ledger.update_events()
    return desk


class Added(NamedTuple):
    """What came of adding: how many dispatches were read, their reports, how many were known, and what was refused."""

    dispatches: int
    reports: int
    known: int
    refused: tuple[str, ...]


class Hits(NamedTuple):
    """What a search found: dispatches, and reports by their sentences; the best first."""

    dispatches: Dispatches
    reports: Reports

    def _repr_html_(self) -> str:
        return html.headed((name, getattr(self, name)._repr_html_()) for name in self._fields)


class Desk:
    """An open ledger. Every question is answered with an immutable sequence that has `to_polars()` and `to_dicts()`.

    States and organisations are given by code, name, demonym or capital ("RUS", "ru", "Russia", "Moscou"), one or
    several; all of them take part. Days are dates, or "2019", "2019-05", "2019-05-31". What makes no sense is a
    ValueError; what the ledger does not hold or cannot do, a LedgerError; each is one line that names the input.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<legation.Desk {self.address!r}>"

    @property
    def address(self) -> str:
        """The path or the address of the ledger, without a password."""
        return str(self.ledger.address)

    @property
    def path(self) -> Path:
        """The file of the ledger.

        Raises:
            LedgerError: it is on a server.
        """
        return self.ledger.path

    def close(self) -> None:
        """Lets go of the file or the server."""
        self.ledger.close()

    def counts(self) -> Counts:
        """How many dispatches, sources, reports, events, commitments and reprints there are."""
        return self.ledger.counts()

    def events(
        self,
        *,
        between: tuple[str, str] | None = None,
        states: Several = (),
        since: Day | None = None,
        until: Day | None = None,
        types: Several = (),
        statuses: Several = (),
        undated: bool | None = None,
    ) -> Events:
        """The events, by date.

        Args:
            between: two states or organisations, both of which take part.
            states: one or several, all of which take part.
            since: only what can have been on or after the first day of this.
            until: only what can have been on or before the last day of this.
            types: PLOVER types, such as "CONSULT".
            statuses: "occurred", "ongoing", "planned", "hypothetical", "denied".
            undated: whether events without a year or a date count; by default only without `since` and `until`.
        """
        return Events(self.ledger.events(question(between, states, since, until, types, statuses, undated)))

    def reports(
        self,
        *,
        between: tuple[str, str] | None = None,
        states: Several = (),
        since: Day | None = None,
        until: Day | None = None,
        types: Several = (),
        statuses: Several = (),
        undated: bool | None = None,
    ) -> Reports:
        """The reports, by date, dispatch and place in it; arguments as for `events`."""
        return Reports(self.ledger.reports(question(between, states, since, until, types, statuses, undated)))

    def dispatches(
        self,
        *,
        between: tuple[str, str] | None = None,
        states: Several = (),
        since: Day | None = None,
        until: Day | None = None,
        types: Several = (),
        statuses: Several = (),
        undated: bool | None = None,
    ) -> Dispatches:
        """The dispatches with a report that fits, by their own date, with which `since` and `until` are compared."""
        return Dispatches(self.ledger.dispatches(question(between, states, since, until, types, statuses, undated)))

    def commitments(
        self, *, between: tuple[str, str] | None = None, states: Several = (), as_of: Day | None = None
    ) -> Commitments:
        """What was announced or promised, and what came of it.

        Args:
            between: two states or organisations, both of which take part.
            states: one or several, all of which take part.
            as_of: judge for this day, knowing only what was published by then. By default the newest dispatch's.
        """
        day = None if as_of is None else asking.last_day(as_of, "as_of")
        found = self.ledger.commitments(day, codes(between, states))
        return Commitments(found, deeds_elsewhere(self.ledger, found))

    def people(self, *, states: Several = ()) -> People:
        """The people who act for these states or organisations (for all, if none is given), with their offices."""
        return People(self.ledger.people(codes(None, states), read_office=load_office_words()))

    def disagreements(self, *, between: tuple[str, str] | None = None, states: Several = ()) -> Disagreements:
        """On what the dispatches that tell one event differ."""
        return Disagreements(self.ledger.events(Question(codes(between, states))))

    def search(self, text: str, most: int = 50) -> Hits:
        """Dispatches and quoted sentences with all words of `text`, at most so many of each; accents are optional."""
        found = self.ledger.search(text, most)
        return Hits(Dispatches(found.dispatches), Reports(found.reports))

    def event(self, id: str) -> ShownEvent:
        """The event whose id begins so, or to which such an id was forwarded.

        Raises:
            LedgerError: there is none, or several ids begin so.
        """
        return shown_event(self._event(id))

    def dispatch(self, id_or_source: str) -> ShownDispatch:
        """The dispatch from this path or address, or whose id begins so.

        Raises:
            LedgerError: there is none, or several fit.
        """
        found = self.ledger.dispatch(id_or_source)
        if found is None:
            raise LedgerError(f"no dispatch {id_or_source!r} in {self.address}")
        return shown_dispatch(found)

    def why(self, id: str) -> Explained:
        """Why the reports of an event are one event, and what came nearest to it and stayed apart.

        Raises:
            LedgerError: there is no such event, or several ids begin so.
        """
        return Explained(gather_joins(self.ledger, self._event(id)))

    def _event(self, id: str) -> Event:
        found = self.ledger.event(id)
        if found is None:
            raise LedgerError(f"no event {id!r} in {self.address}")
        return found

    def _report(self, report: str | Report) -> Report:
        found = self.ledger.report(report if isinstance(report, str) else report.id)
        if found is None:
            raise LedgerError(f"no report {report if isinstance(report, str) else report.id!r} in {self.address}")
        return found

    def add(self, *paths: str | Path, scope: Wanted = "international") -> Added:
        """Reads files and folders as `legation read` does, keeps what they report and brings the events up to date."""
        return self._kept(
            walk.walk([str(path) for path in paths], languages(), ledger=self.ledger, scope=checked_scope(scope))
        )

    def add_texts(self, texts: Iterable[Text], *, scope: Wanted = "international") -> Added:
        """Reads texts at hand and keeps them; see `legation.read_many` for what a text may be."""
        if isinstance(texts, str):
            raise ValueError("texts: several are wanted; give one as [text]")
        found = (found_text(one, f"text {number}") for number, one in enumerate(texts))
        return self._kept(walk.walk_texts(found, languages(), ledger=self.ledger, scope=checked_scope(scope)))

    @staticmethod
    def _kept(steps: Iterable[walk.Reading | walk.Known | Refusal]) -> Added:
        read = reports = known = 0
        refused = []
        for step in steps:
            if isinstance(step, Refusal):
                refused.append(str(step))
            elif isinstance(step, walk.Known):
                known += 1
            else:
                read, reports = read + 1, reports + len(step.reports)
        return Added(read, reports, known, tuple(refused))

    def doubts(self, *, states: Several = ()) -> tuple[Doubt, ...]:
        """Pairs of reports (by id) that merging cannot decide, the strongest first."""
        return self.ledger.doubts(codes(None, states))

    def judge(self, a: str | Report, b: str | Report, answer: Answer, *, by: str | None = None) -> Judgement:
        """Records whether two reports tell the same event, and brings the events up to date.

        Args:
            a: a report, or its id.
            b: another.
            answer: "same", "different", or "later" (not decided).
            by: who judges; by default the login name.
        """
        (said,) = asking.chosen([answer], _ANSWERS, "answer")
        one, other = self._report(a), self._report(b)
        if one.id == other.id:
            raise ValueError(f"two reports are wanted, not {one.id!r} twice")
        made = on_pair(one, other, said, by=judge_name(by, "by"), at=now(self.ledger, (one, other)))
        self.ledger.judge(made)
        self.ledger.update_events()
        return made

    def correct(
        self, event: str | Event, field: CorrectedField, value: str | None, *, reason: str, by: str | None = None
    ) -> ShownEvent:
        """Corrects a field of an event, by its id, and gives the event as it is then; None where nothing is known."""
        asking.chosen([field], CORRECTED, "field")
        found = self._event(event if isinstance(event, str) else event.id)
        made = correct_event(self.ledger, found, field, value, reason, by=judge_name(by, "by"))
        return shown_event(made.after)
