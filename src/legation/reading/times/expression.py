"""A time expression found in a text, and the date it comes to."""

from __future__ import annotations

import msgspec

from legation.language.times import Direction, Kind, Part, Season, TimeBoundary, TimeRule, Unit

_SPANS = frozenset({"since", "until", "span", "decade", "century"})


class TimeParts(msgspec.Struct, frozen=True):
    """What an expression says of the calendar; the second day, month… of a range end in 2."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday2: int | None = None
    day2: int | None = None
    month2: int | None = None
    year2: int | None = None
    number: int | None = None
    rough: bool = False
    unit: Unit | None = None
    ordinal: int | None = None
    season: Season | None = None
    part: Part | None = None
    decade: int | None = None
    century: int | None = None


class TimeExpression(msgspec.Struct, frozen=True):
    """Words that say when, with what they say.

    `start` and `end` are code points into the text given to `find`, end exclusive; they take in the preposition or
    article that belongs to the expression ("en mai prochain", "d'ici 2030"). `direction` is what the words alone tell
    of past and future.
    """

    text: str
    start: int
    end: int
    kind: Kind
    direction: Direction | None
    parts: TimeParts
    rule: TimeRule
    boundary: TimeBoundary | None = None

    @property
    def is_span(self) -> bool:
        """Whether it tells a stretch of history ("depuis 1960", "au XXe siècle") and no point in time."""
        return self.kind in _SPANS


class Resolved(msgspec.Struct, frozen=True):
    """The date an expression comes to.

    `relative`: the words mean nothing without a date to count from. `anchored`: such a date (the dispatch's own, or
    one told before) was used, be it only to find the year.
    """

    edtf: str
    relative: bool
    anchored: bool
