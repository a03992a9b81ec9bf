"""Records that show themselves: in a notebook with the words they rest on, at the prompt on one line.

They are the records of `legation.event`, `legation.report` and `legation.dispatch`, field by field, and nothing more.
"""

from __future__ import annotations

from typing import Any

import msgspec

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import PersonHolding
from legation.merging import describe
from legation.report import Report
from legation.views.escaping import one_line
from legation.views.joins import Joins
from legation.views.python import html
from legation.views.wording import quotation, told_as

_QUOTED = 90
_TITLE = 80


class ShownEvent(Event, frozen=True, eq=False):
    """An event that a notebook shows with its quotes. Equal to every event with the same content."""

    def to_dict(self) -> dict[str, Any]:
        """The public record, as `legation events --format jsonl` writes it."""
        return as_dict(self)

    def _repr_html_(self) -> str:
        return html.event(self)

    def __repr__(self) -> str:
        told = told_as(self)
        said = quotation(told.sentence, told.trigger, _QUOTED).text
        words = (self.date or "no date", self.type, self.mode, f"{self.status}:", html.sides(self))
        head = " ".join(word for word in words if word)
        backed = f"{self.independent_sources} independent of {self.dispatches}"
        return one_line(f"<Event {self.id[:8]} {head} “{said}” (sources: {backed})>")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Event) and msgspec.structs.astuple(self) == msgspec.structs.astuple(other)

    def __hash__(self) -> int:
        return hash(self.id)


class ShownReport(Report, frozen=True, eq=False):
    """A report that a notebook shows with its words marked. Equal to every report with the same content."""

    def to_dict(self) -> dict[str, Any]:
        """The public record, as `legation read --format jsonl` writes it."""
        return as_dict(self)

    def _repr_html_(self) -> str:
        return html.reports((self,))

    def __repr__(self) -> str:
        said = quotation(self.sentence, self.trigger, _QUOTED).text
        words = (self.date or "no date", self.type, self.mode, f"{self.status}:", html.sides(self))
        head = " ".join(word for word in words if word)
        return one_line(f"<Report {self.id[:8]} {head} “{said}” ({self.dispatch.source})>")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Report) and msgspec.structs.astuple(self) == msgspec.structs.astuple(other)

    def __hash__(self) -> int:
        return hash(self.id)


class ShownDispatch(Dispatch, frozen=True, eq=False):
    """A dispatch that a notebook shows with its head. Equal to every dispatch with the same content."""

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return as_dict(self)

    def _repr_html_(self) -> str:
        return html.dispatch(self)

    def __repr__(self) -> str:
        head = " ".join(part for part in (self.published or "no date", self.outlet) if part)
        title = f" “{self.title[:_TITLE]}”" if self.title else ""
        return one_line(f"<Dispatch {self.id[:8]} {head}{title} ({self.source}, {len(self.text)} characters)>")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dispatch) and msgspec.structs.astuple(self) == msgspec.structs.astuple(other)

    def __hash__(self) -> int:
        return hash(self.id)


class ShownPerson(PersonHolding, frozen=True, eq=False):
    """A person that the prompt shows on one line. Equal to every person with the same content."""

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return as_dict(self)

    def __repr__(self) -> str:
        offices = ", ".join(held.office for held in self.held) or "no office"
        return one_line(f"<Person {self.state} {self.person}: {offices} ({len(self.dispatches)} dispatches)>")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PersonHolding) and msgspec.structs.astuple(self) == msgspec.structs.astuple(other)

    def __hash__(self) -> int:
        return hash((self.state, self.person))


class Explained:
    """Why the reports of an event are one event: pair by pair, what was observed, and what stayed apart."""

    def __init__(self, joins: Joins) -> None:
        self.event = shown_event(joins.event)
        self.verdicts = joins.verdicts
        self.reports = {id_: shown_report(report) for id_, report in joins.reports.items()}
        self.outside = joins.outside

    @property
    def lines(self) -> tuple[str, ...]:
        """It all in plain lines."""
        found = [repr(self.event)]
        found += [line for verdict in self.verdicts for line in describe(verdict)]
        if self.outside:
            found += ["", f"nearest: {shown_event(self.outside.event)!r}", *describe(self.outside.verdict)]
        return tuple(one_line(line) if not line.startswith(" ") else f"  {one_line(line)}" for line in found)

    def _repr_html_(self) -> str:
        return html.explained(self.event, self.verdicts, self.reports, self.outside)

    def __repr__(self) -> str:
        return "\n".join(self.lines)


def as_dict(record: object) -> dict[str, Any]:
    """A record as its line of JSON has it: lists, dictionaries, texts and numbers."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return found


def shown_event(event: Event) -> ShownEvent:
    """The event, to be shown."""
    return event if isinstance(event, ShownEvent) else ShownEvent(*msgspec.structs.astuple(event))


def shown_report(report: Report) -> ShownReport:
    """The report, to be shown."""
    return report if isinstance(report, ShownReport) else ShownReport(*msgspec.structs.astuple(report))


def shown_dispatch(dispatch: Dispatch) -> ShownDispatch:
    """The dispatch, to be shown."""
    return dispatch if isinstance(dispatch, ShownDispatch) else ShownDispatch(*msgspec.structs.astuple(dispatch))


def shown_person(person: PersonHolding) -> ShownPerson:
    """The person, to be shown."""
    return person if isinstance(person, ShownPerson) else ShownPerson(*msgspec.structs.astuple(person))
