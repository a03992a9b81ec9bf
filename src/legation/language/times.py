"""The time words of a language, and the templates that say in which order they stand.

`times.toml` holds three things:

- lexicons: months, weekdays, numbers… each with all its spellings, accents included (they are compared without
  accents and case, so `aout` finds `août`), and `words`, further classes such as `{last}` = dernier, dernière;
- `macros`: pieces of template used in several places, written `<name>`;
- `rule` and `boundary` tables: what a template means.

A template is a line of words and slots: `[le] {weekday} {day} {month} [{year}]`. `[…]` may be missing, `(a|b)` is
one or the other, `{slot}` takes a value from a lexicon or a number; the second of its kind is written `{day2}`.
Spaces mean nothing beyond parting words: `mi-{month}` and `l'an {last}` are read token by token, like the text.

Slots with a value: day, day_numeral (in digits only), month, month_number, year, short_year, weekday, number, unit,
season, part, ordinal, decade, century; `{word}` takes any single word; every other slot names a class in `words`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import msgspec

Kind = Literal[
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
    "weekday",
    "relative",
    "interval",
    "since",
    "until",
    "deadline",
    "span",
    "duration",
    "frequency",
    "vague",
    "name",
]
Operation = Literal[
    "calendar",
    "range",
    "weekday",
    "weekdays",
    "offset",
    "period",
    "stretch",
    "season",
    "quarter",
    "age",
    "same",
    "none",
]
Unit = Literal["hour", "day", "week", "weekend", "month", "quarter", "semester", "year"]
Season = Literal["spring", "summer", "autumn", "winter"]
Part = Literal["early", "mid", "late"]
Basis = Literal["anchor", "previous", "either"]
Lean = Literal["last", "this", "next"]
BoundaryKind = Literal["since", "until", "deadline"]
Direction = Literal["past", "future"]

VALUED = frozenset(
    {"day", "day_numeral", "month", "month_number", "year", "short_year", "weekday", "number", "unit", "season", "part"}
    | {"ordinal", "decade", "century", "word"}
)
"""Slots that the reader fills itself; all others are classes of words."""
_REFERENCE = re.compile(r"<([a-z_]+)>")
_SLOT = re.compile(r"\{([a-z_]+)2?\}")


class TimeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the templates of a rule mean.

    - `op` says how a date is made of the parts: `calendar` completes day, month and year; `range` two of them;
      `weekday`, `weekdays` count from the anchor; `offset` moves the basis by `shift` (times the number found) units;
      `period` is the calendar unit `shift` units away; `stretch` the last or next so many units; `season`, `quarter`,
      `age` (decade, century) what they say; `same` the date told before; `none` never gives a date.
    - `lean`: the words say last, this or next. `direction`: what they tell of past and future.
    - `basis`: counted from the dispatch's own date (`anchor`), from the date told before (`previous`), or from the
      latter and failing that the former (`either`).
    - `bare`: only behind a boundary's words ("depuis 1960"), never alone. `lowercase`: not with a capital ("Mars").
    - `approximate`: the result is marked `~`.
    """

    op: Operation
    kind: Kind
    templates: tuple[str, ...]
    direction: Direction | None = None
    lean: Lean | None = None
    shift: int = 0
    unit: Unit | None = None
    part: Part | None = None
    basis: Basis = "anchor"
    bare: bool = False
    lowercase: bool = False
    approximate: bool = False


class TimeBoundary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before an expression that make it an end of a stretch: "depuis", "jusqu'au", "d'ici à".

    `exclusive`: the time named lies outside ("avant 2011" ends with 2010).
    """

    kind: BoundaryKind
    phrases: tuple[str, ...]
    direction: Direction | None = None
    exclusive: bool = False


class TimeGrammar(msgspec.Struct, frozen=True, eq=False, weakref=True, forbid_unknown_fields=True):
    """A language's `times.toml`. Compared by identity, so that what is compiled from it can be kept."""

    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    """1 is Monday, 7 Sunday (ISO 8601)."""
    numbers: dict[int, tuple[str, ...]]
    """Those up to 31 may be days too."""
    rough_numbers: dict[int, tuple[str, ...]]
    """Numbers that make the result approximate: 10 is "une dizaine de"."""
    days: dict[int, tuple[str, ...]]
    """Words for days of the month that are no plain numbers: "premier"."""
    ordinals: dict[int, tuple[str, ...]]
    decades: dict[int, tuple[str, ...]]
    """Decades in words: 1980 is "quatre-vingt"."""
    units: dict[Unit, tuple[str, ...]]
    seasons: dict[Season, tuple[str, ...]]
    parts: dict[Part, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    macros: dict[str, str]
    rule: tuple[TimeRule, ...]
    boundary: tuple[TimeBoundary, ...] = ()
    day_suffixes: tuple[str, ...] = ()
    """What may follow the digits of a day: "er" of "1er"."""
    century_suffixes: tuple[str, ...] = ()
    """What follows the numeral of a century: "e" of "XXe"."""
    counted: tuple[str, ...] = ()
    """Nouns that show that a number before them counts things and is no year: "soldats", "euros"."""

    def expand(self, template: str) -> str:
        """The template with its macros written out.

        Raises:
            ValueError: a macro that does not exist, or macros that call each other in a circle.
        """
        for _ in range(8):
            wider = _REFERENCE.sub(self._macro, template)
            if wider == template:
                return template
            template = wider
        raise ValueError(f"macros in a circle: {template[:80]}")

    def _macro(self, match: re.Match[str]) -> str:
        try:
            return self.macros[match[1]]
        except KeyError:
            raise ValueError(f"no such macro: <{match[1]}>") from None


def load_time_grammar(folder: Path) -> TimeGrammar:
    """The time words of the language whose data stands in `folder`.

    Raises:
        OSError: `times.toml` cannot be read.
        ValueError: it is no TOML of the right form, or a template names a slot or macro that does not exist.
    """
    path = folder / "times.toml"
    try:
        grammar = msgspec.toml.decode(path.read_bytes(), type=TimeGrammar)
        check(grammar)
    except ValueError as error:  # msgspec's errors are ValueErrors
        raise ValueError(f"{path.name}: {error}") from error
    return grammar


def check(grammar: TimeGrammar) -> None:
    """See that every template can be compiled and every month and weekday has a name.

    Raises:
        ValueError: what is wrong, in one line.
    """
    if set(grammar.months) != set(range(1, 13)):
        raise ValueError("months must be 1 to 12")
    if set(grammar.weekdays) != set(range(1, 8)):
        raise ValueError("weekdays must be 1 (Monday) to 7")
    known = VALUED | grammar.words.keys()
    for rule in grammar.rule:
        for template in rule.templates:
            wide = grammar.expand(template)
            unknown = set(_SLOT.findall(wide)) - known
            if unknown:
                raise ValueError(f"no such slot: {{{min(unknown)}}} in {template!r}")
            if wide.startswith("{word}"):
                raise ValueError(f"a template that begins with any word: {template!r}")
            if wide.count("{") != len(_SLOT.findall(wide)):
                raise ValueError(f"malformed slot in {template!r}")
