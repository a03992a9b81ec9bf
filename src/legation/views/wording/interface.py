"""The texts of the interface, one file per language: `data/interface/<code>.toml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language writes dates; the templates are filled by `dates.date_words`."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    seasons: tuple[str, ...]
    first: str
    article: str
    day: str
    month: str
    season: str
    decade: str
    century: str
    day_month: str
    no_year: str
    between: str
    since: str
    until: str
    approximate: str
    uncertain: str
    none: str

    def __post_init__(self) -> None:
        if (len(self.months), len(self.months_short), len(self.seasons)) != (12, 12, 4):
            raise ValueError("twelve months, twelve short months and four seasons are wanted")


class BriefWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings and sentences of the brief."""

    kicker: str
    since: str
    as_of: str
    as_of_unknown: str
    period: str
    period_from_to: str
    period_unknown: str
    dispatches: str
    outlets_none: str
    sources: str
    sources_note: str
    events: str
    months: str
    years: str
    months_axis: str
    chart_note: str
    chart_empty: str
    happened: str
    happened_none: str
    annex: str
    annex_note: str
    entry_ref: str
    promises: str
    promises_all: str
    promises_none: str
    due: str
    promise: str
    outcome: str
    outcome_open: str
    outcome_open_late: str
    outcome_overdue: str
    outcome_kept: str
    outcome_cancelled: str
    outcome_told: str
    due_unknown: str
    chronology: str
    chronology_none: str
    undated: str
    undated_note: str
    people: str
    people_none: str
    people_offices: str
    disputes: str
    disputed: str
    disputed_note: str
    disputed_none: str
    sources_list: str
    sources_list_note: str
    reprint_of: str
    undated_dispatch: str
    also: str
    event_refs: tuple[str, str]
    background: str
    backed: str
    footer: str
    reading_note: str
    nothing: str


class DigestWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings and sentences of the digest, which takes what is common to both from the brief."""

    kicker: str
    title: str
    title_of: str
    since: str
    since_words: str
    told: str
    events: str
    events_none: str
    promises: str
    settled: str
    overdue: str
    disputes: str
    see: str
    known: str
    left_out: str
    left_out_none: str
    more_looked_at: str
    sources_list: str
    footer: str
    nothing: str
    nothing_undated: str
    nothing_empty: str


class LookbackWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language names a day by counting back; `days` holds the names of the day itself, of the one before …

    `{n}` stands for a number or a word of `one`, `{unit}` for a unit; `bare` are the forms without a number.
    """

    days: tuple[tuple[str, ...], ...]
    day_units: tuple[str, ...]
    week_units: tuple[str, ...]
    month_units: tuple[str, ...]
    one: tuple[str, ...]
    forms: tuple[str, ...]
    bare: tuple[str, ...]


class Interface(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All texts of one language. `singular` holds the numbers that take the first of two forms."""

    singular: tuple[int, ...]
    colon: str
    quotes: tuple[tuple[str, str], ...]
    dates: DateWords
    types: dict[str, str]
    modes: dict[str, dict[str, str]]
    statuses: dict[str, str]
    outcomes: dict[str, str]
    quads: dict[str, str]
    disagreements: dict[str, str]
    sectors: dict[str, str]
    counts: dict[str, tuple[str, str]]
    brief: BriefWords
    digest: DigestWords
    lookback: LookbackWords

    def count(self, what: str, number: int) -> str:
        """A number with its noun: "1 dispatch", "5 dispatches"."""
        one, many = self.counts[what]
        return (one if number in self.singular else many).format(n=number)

    def around(self, words: str) -> tuple[str, str]:
        """The quotation marks to put around these words: not those that they hold themselves, if there are others."""
        return next((pair for pair in self.quotes if pair[0].strip() not in words), self.quotes[-1])


def interface_languages() -> tuple[str, ...]:
    """Codes of the languages the interface speaks (ISO 639-1)."""
    folder = files("legation") / "data" / "interface"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load_interface(code: str) -> Interface:
    """The texts of a language.

    Raises:
        FileNotFoundError: the interface does not speak it.
        msgspec.ValidationError: the file has a wrong form.
    """
    data = (files("legation") / "data" / "interface" / f"{code}.toml").read_bytes()
    return msgspec.toml.decode(data, type=Interface)
