"""What a brief holds, in words ready to be set; the writers of HTML and Markdown only arrange it.

Strings may hold words of dispatches and are hostile: each writer escapes them.
"""

from __future__ import annotations

import msgspec

from legation.views.wording import Interface, Quotation

OCCURRED = "occurred"
"""The status that short entries need not name."""


class Telling(msgspec.Struct, frozen=True):
    """One wording of an event: the quoted words, whose they are, and the numbers of the dispatches that have them.

    `published`: when the first of these dispatches came out, None if none says.
    """

    quotation: Quotation
    chain: str
    dispatches: tuple[int, ...]
    published: str | None = None


class PersonThere(msgspec.Struct, frozen=True):
    """A person who took part in an event, for whom, and the office as written."""

    name: str
    party: str
    office: str | None


class Said(msgspec.Struct, frozen=True):
    """One of the values on which dispatches differ: who says so in the end, and the numbers of the dispatches."""

    value: str
    sources: tuple[str, ...]
    dispatches: tuple[int, ...]


class Dissent(msgspec.Struct, frozen=True):
    """A field on which the dispatches of an event differ, and each value."""

    field: str
    values: tuple[Said, ...]


class Entry(msgspec.Struct, frozen=True):
    """One event. `number` is its place in the brief; `kind` a short code of its quad class for styling.

    `background`: no dispatch is about it, it is only mentioned in passing. `backed` is None when one dispatch tells it.
    """

    number: int
    id: str
    year: int | None
    date: str
    label: str
    kind: str
    quad: str
    status: str
    status_words: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    people: tuple[PersonThere, ...]
    place: str | None
    backed: str | None
    sources: int
    background: bool
    tellings: tuple[Telling, ...]
    also: tuple[int, ...]
    dissents: tuple[Dissent, ...]


class Promise(msgspec.Struct, frozen=True):
    """What was announced, when it is due and what came of it; `told` are the words that say so, None while open."""

    entry: Entry
    due: str
    outcome: str
    outcome_words: str
    telling: Telling
    told: Telling | None
    evidence: tuple[int, ...]


class Headline(msgspec.Struct, frozen=True):
    """An event in two lines for the hurried: all its strings are short. `number` is its entry in the annex.

    `source` says who tells it, `backed` by how many independent sources, `known` that earlier dispatches told it too.
    """

    number: int
    kind: str
    status: str
    status_words: str
    date: str
    label: str
    parties: str
    quotation: Quotation
    source: str
    dispatches: tuple[int, ...]
    backed: str
    known: str | None = None


class Pledge(msgspec.Struct, frozen=True):
    """A commitment in two lines; the quotation is of who announced it, or of who tells what came of it."""

    headline: Headline
    due: str
    outcome: str
    outcome_words: str


class Dispute(msgspec.Struct, frozen=True):
    """What dispatches differ on, in a line or two: each point with the values and whose they are."""

    headline: Headline
    points: tuple[str, ...]


class Hurried(msgspec.Struct, frozen=True):
    """What stands on the first two pages, and how many more of each kind only the annex has."""

    happened: tuple[Headline, ...]
    happened_more: int
    pledges: tuple[Pledge, ...]
    pledges_more: int
    disputes: tuple[Dispute, ...]
    disputes_more: int


class PersonOf(msgspec.Struct, frozen=True):
    """A person of one party: offices as the dispatches write them, the most frequent first, and events."""

    name: str
    offices: tuple[str, ...]
    entries: tuple[int, ...]


class DispatchLine(msgspec.Struct, frozen=True):
    """A dispatch in the list at the end. `address` is a web address that may be a link, else None."""

    number: int
    title: str | None
    outlet: str | None
    date: str
    source: str
    address: str | None
    reprint_of: int | None


class Bar(msgspec.Struct, frozen=True):
    """Events of one quad class in one month (or year): the first day of it, and how many."""

    first_day: str
    label: str
    quad: str
    count: int


class Months(msgspec.Struct, frozen=True):
    """What the chart shows. `unit` is `month`, or `year` for a very long period."""

    unit: str
    bars: tuple[Bar, ...]
    notes: tuple[str, ...]


class Counted(msgspec.Struct, frozen=True):
    """The figures at the head, in words, with the names behind them."""

    dispatches: str
    outlets: str
    outlet_names: tuple[str, ...]
    sources: str
    source_names: tuple[str, ...]
    reprints: str | None
    events: str
    by_status: tuple[str, ...]


class Brief(msgspec.Struct, frozen=True):
    """All of it."""

    interface: Interface
    language: str
    parties: tuple[str, ...]
    since: str | None
    as_of: str
    period: str
    counted: Counted
    months: Months
    hurried: Hurried
    promises: tuple[Promise, ...]
    years: tuple[tuple[str, tuple[Entry, ...]], ...]
    undated: tuple[Entry, ...]
    people: tuple[tuple[str, tuple[PersonOf, ...]], ...]
    disputed: tuple[Entry, ...]
    dispatches: tuple[DispatchLine, ...]

    @property
    def title(self) -> str:
        """The parties: "Russia – Venezuela"."""
        return " – ".join(self.parties)
