"""Records beside events and reports, as they are handed out (docs/record.md): one form for command line and HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from legation.event import Commitment, Event, EventReport, EventSource, Outcome
from legation.ledger import PersonHolding
from legation.views.wording import earliest, outlets, who_says, words_of


class SourcedQuote(msgspec.Struct, frozen=True):
    """Words of a dispatch, and its source."""

    text: str
    source: str


class DatedQuote(msgspec.Struct, frozen=True):
    """Words of a dispatch, its source and its own date (EDTF)."""

    text: str
    source: str
    published: str | None


class CommitmentRecord(msgspec.Struct, frozen=True):
    """What was announced or promised, and what came of it, with the words of both."""

    event: str
    due: str | None
    outcome: Outcome
    as_of: str | None
    announced: tuple[str, ...]
    evidence: tuple[str, ...]
    promise: DatedQuote | None
    told: DatedQuote | None


class DisputedValue(msgspec.Struct, frozen=True):
    """One of several values, the independent sources that say so, the outlets that pass it on, and words that do."""

    value: str
    sources: tuple[EventSource, ...]
    outlets: tuple[str, ...]
    quote: SourcedQuote | None


class DissentRecord(msgspec.Struct, frozen=True):
    """A field of an event on which its dispatches differ; `actors` and `recipients` are codes."""

    event: str
    date: str | None
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    field: str
    values: tuple[DisputedValue, ...]


class OfficeRecord(msgspec.Struct, frozen=True):
    """An office of a person, the first and last day on which a dispatch says so, and words that do."""

    office: str
    first: str | None
    last: str | None
    dispatches: tuple[str, ...]
    quote: SourcedQuote


class PersonRecord(msgspec.Struct, frozen=True):
    """A person who acts for a state or organisation, as the dispatches name them."""

    state: str
    person: str
    spellings: tuple[str, ...]
    dispatches: tuple[str, ...]
    offices: tuple[OfficeRecord, ...]


def commitment_record(event: Event, promised: Commitment, deeds: Mapping[str, EventReport]) -> CommitmentRecord:
    """The commitment of an event; `deeds` are reports of other events that it names, by id."""
    return CommitmentRecord(
        event.id, promised.due, promised.outcome, promised.as_of, promised.announced, promised.evidence,
        _quote(earliest(event, promised.announced, deeds)), _quote(earliest(event, promised.evidence, deeds)),
    )  # fmt: skip


def _quote(told: EventReport | None) -> DatedQuote | None:
    return DatedQuote(told.sentence.text, told.dispatch.source, told.dispatch.published) if told else None


def dissent_records(event: Event) -> Iterator[DissentRecord]:
    """The disagreements of an event."""
    actors, recipients = (tuple(dict.fromkeys(one.code for one in side)) for side in (event.actors, event.recipients))
    for found in event.disagreements:
        values = tuple(_disputed(event, value.value, value.dispatches) for value in found.values)
        yield DissentRecord(event.id, event.date, event.type, event.mode, actors, recipients, found.field, values)


def _disputed(event: Event, value: str, dispatches: tuple[str, ...]) -> DisputedValue:
    told = words_of(event, dispatches)
    quote = SourcedQuote(told.sentence.text, told.dispatch.source) if told else None
    return DisputedValue(value, who_says(event, dispatches), outlets(event, dispatches), quote)


def person_record(person: PersonHolding) -> PersonRecord:
    """A person with their offices."""
    held = tuple(
        OfficeRecord(one.office, one.first, one.last, one.dispatches, SourcedQuote(one.quote, one.source))
        for one in person.held
    )
    return PersonRecord(person.state, person.person, person.spellings, person.dispatches, held)
