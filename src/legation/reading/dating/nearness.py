"""How a date that words come to lies to the dispatch's own day."""

from __future__ import annotations

from typing import Literal

from legation import when
from legation.dispatch import OwnDate
from legation.reading.dating.own_day import UNKNOWN
from legation.reading.times import Resolved

_YEARS_APART = 300
"""Days between the same day of two years, at least."""


def nearer(back: Resolved | None, forth: Resolved | None, own: OwnDate | None) -> Literal["past", "future"]:
    """Where the nearer of the two days lies that an expression comes to, if they are of two years; else the past."""
    if own is None or back is None or forth is None:
        return "past"
    day, before, after = (when.bounds(edtf)[0] for edtf in (own.edtf, back.edtf, forth.edtf))
    if day is None or before is None or after is None or (after - before).days < _YEARS_APART:
        return "past"
    return "future" if after - day < day - before else "past"


def lies_behind(found: str, own: str) -> bool:
    """Whether a date lies wholly behind another; where both lack the year, as if they were of one."""
    found, own = (edtf.replace(UNKNOWN, "2000") for edtf in (found, own))
    if not when.is_edtf(own) or not when.is_edtf(found):
        return False
    last, first = when.bounds(own)[1], when.bounds(found)[0]
    return last is not None and first is not None and first > last
