"""What relative expressions count from, and counting from it without inventing what it does not tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from legation.language.times import Unit
from legation.when import DateParts, bounds, is_edtf, label

Pull = Literal["last", "next", "past", "future", "near"]
"""Which of several candidates is meant: strictly before or after, the latest or earliest that fits a tense, the
nearest."""

_SAMPLE_YEARS = (2001, 2004)
"""A common and a leap year: a day and month that come out the same in both hold without knowing the year."""
_MONTHS: dict[Unit, int] = {"quarter": 3, "semester": 6}


class Anchor(msgspec.Struct, frozen=True):
    """A date to count from, as far as known; `first` and `last` bound it where its year is known."""

    year: int | None
    month: int | None
    day: int | None
    first: date | None
    last: date | None

    @property
    def exact(self) -> date | None:
        """The day, where all of it is known."""
        return self.first if self.day is not None and self.first is not None else None

    @property
    def text(self) -> str:
        """The anchor itself as EDTF."""
        return written(self.year, self.month, self.day)


def anchor_of(edtf: str | None, at_end: bool = True) -> Anchor | None:
    """The anchor that a date gives: of an interval its end (or its beginning), of a season or decade only its bounds.

    None for no date, for one that is no EDTF, and for an open end.
    """
    if edtf is None or not is_edtf(edtf):
        return None
    found = label(edtf)
    side: DateParts | None = found.end if at_end else found.start
    if side is None:
        return None
    if found.interval:
        edtf = edtf.partition("/")[2 if at_end else 0]
    first, last = bounds(edtf)
    plain = side.precision in ("day", "month", "year")
    return Anchor(side.year if plain else None, side.month, side.day, first, last)


def written(year: int | None, month: int | None = None, day: int | None = None, mark: str = "") -> str:
    """EDTF of a date, the year `XXXX` when None."""
    text = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        text += f"-{day:02d}"
    return text + mark


def sole(edtf: str) -> str | None:
    """The date, or None when there is no such day."""
    return edtf if is_edtf(edtf) else None


def days_from(anchor: Anchor, days: int) -> str | None:
    """The day that many days off; without a year only where every year gives the same."""
    if anchor.exact:
        return (anchor.exact + timedelta(days=days)).isoformat()
    if anchor.day is None or anchor.month is None:
        return None
    found = set()
    for year in _SAMPLE_YEARS:
        if is_edtf(written(year, anchor.month, anchor.day)):
            moved = date(year, anchor.month, anchor.day) + timedelta(days=days)
            found.add((moved.month, moved.day))
    return written(None, *found.pop()) if len(found) == 1 else None


def months_from(anchor: Anchor, months: int) -> str | None:
    """The month that many months off."""
    if anchor.month is None:
        return None
    years, month = divmod(anchor.month - 1 + months, 12)
    return written(None if anchor.year is None else anchor.year + years, month + 1)


def unit_from(anchor: Anchor, unit: Unit, shift: int) -> str | None:
    """The calendar unit (week from Monday, weekend, month, quarter, half-year, year) that many off the anchor's own.

    "This year" is `XXXX` when nobody knows the year; the year before it is nothing.
    """
    if unit == "year":
        unknown = "XXXX" if shift == 0 else None
        return unknown if anchor.year is None else written(anchor.year + shift)
    if unit == "month":
        return months_from(anchor, shift)
    if unit in ("day", "hour"):
        return days_from(anchor, shift)
    if unit in _MONTHS:
        return _months_together(anchor, _MONTHS[unit], shift)
    return _week(anchor, shift, weekend=unit == "weekend")


def _months_together(anchor: Anchor, length: int, shift: int) -> str | None:
    """The quarter or half-year that many off."""
    if anchor.month is None:
        return None
    first = shift * length - (anchor.month - 1) % length
    return f"{months_from(anchor, first)}/{months_from(anchor, first + length - 1)}"


def _week(anchor: Anchor, shift: int, weekend: bool) -> str | None:
    if anchor.exact is None:
        return None
    monday = anchor.exact - timedelta(days=anchor.exact.weekday()) + timedelta(weeks=shift)
    start = monday + timedelta(days=5) if weekend else monday
    return f"{start.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def pick(candidates: Iterable[int], low: int, high: int, pull: Pull, slack: int) -> int | None:
    """The candidate meant, seen from anywhere between `low` and `high`; None when that makes a difference.

    `slack`: how far the future may begin before the anchor, and the past end after it (a dispatch's date and what it
    calls past are seldom off by more).
    """
    some = sorted(candidates)
    inside = [one for one in some if low <= one <= high]
    if pull not in ("last", "next") and len(inside) == 1:
        return inside[0]
    ends = {_pick(some, low, pull, slack), _pick(some, high, pull, slack)}
    return ends.pop() if len(ends) == 1 else None


def _pick(some: list[int], seen_from: int, pull: Pull, slack: int) -> int | None:
    if pull == "last":
        return max((one for one in some if one < seen_from), default=None)
    if pull == "next":
        return min((one for one in some if one > seen_from), default=None)
    if pull == "past":
        return max((one for one in some if one <= seen_from + slack), default=None)
    if pull == "future":
        return min((one for one in some if one >= seen_from - slack), default=None)
    nearest = sorted(some, key=lambda one: abs(one - seen_from))[:2]
    if len(nearest) == 2 and abs(nearest[0] - seen_from) == abs(nearest[1] - seen_from):
        return None
    return nearest[0] if nearest else None
