"""What an export is made of, fetched from the ledger only as far as a format asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from legation.event import Event, EventReport
from legation.ledger import Ledger, PersonHolding, Question
from legation.report import Report
from legation.when import known_bounds


class Material(NamedTuple):
    """`events` may be read once; `reports` gives whole reports by their ids, `people` all people of the ledger.

    `newest` is the newest own date of the dispatches, the day on which the ledger stands; None when it knows none.
    """

    events: Iterable[Event]
    question: Question
    newest: date | None
    reports: Callable[[Sequence[str]], Mapping[str, Report]]
    people: Callable[[], tuple[PersonHolding, ...]]
    language: str = "en"


def gather(ledger: Ledger, question: Question, language: str = "en") -> Material:
    """The material for the events that a question asks for.

    Raises:
        LedgerError: the ledger failed.
    """
    return Material(
        events=ledger.each_event(question),
        question=question,
        newest=ledger.newest_day(),
        reports=ledger.reports_by_id,
        people=ledger.people,
        language=language,
    )


def batches(events: Iterable[Event], at_once: int) -> Iterator[list[Event]]:
    """The events in lists of at most so many."""
    rest = iter(events)
    while batch := list(islice(rest, at_once)):
        yield batch


def only_day(bounds: tuple[str | None, str | None]) -> str | None:
    """The day of an event whose date is known to the day; None for any that is less certain."""
    return bounds[0] if bounds[0] == bounds[1] else None


def by_day(event: Event) -> list[EventReport]:
    """The reports of an event as they came out; those without a date last."""
    return sorted(event.reports, key=lambda told: (known_bounds(told.dispatch.published)[0] or date.max, told.id))


def first_told(event: Event) -> EventReport:
    """The report that came out first."""
    return by_day(event)[0]


def days_told(event: Event) -> list[date]:
    """First days of the own dates of the dispatches that tell an event, in order; undated ones left out."""
    return sorted(day for told in event.reports if (day := known_bounds(told.dispatch.published)[0]))


def day_announced(event: Event) -> str | None:
    """The day on which the first dispatch came out that tells the event; None where it is not known to the day."""
    first, last = known_bounds(first_told(event).dispatch.published)
    return first.isoformat() if first and first == last else None
