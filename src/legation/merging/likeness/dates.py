"""Dates that agree, as far as each knows, or contradict each other."""

from __future__ import annotations

from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling
from legation.when import bounds, overlap, precision, year_known

PLANS = ("planned", "hypothetical")
SLIP = 7
"""Days by which an outcome may miss the announced window and still be its outcome."""
_MONTH = 31


def _gap(first: str, second: str) -> int | None:
    """Days from the end of the first to the beginning of the second; None when they overlap or a bound is open."""
    end, begin = bounds(first)[1], bounds(second)[0]
    return (begin - end).days if end and begin and begin > end else None


def observe(a: Telling, b: Telling) -> Observation | None:
    """One day speaks for strongly, a day within the other's month weakly; dates that exclude each other exclude.

    Two exceptions cost only little: neighbouring days (a call at midnight, "yesterday" in another time zone) and an
    outcome within a week after the announced window. Silent when one date is not known at all.
    """
    first, second = sorted((a, b), key=lambda telling: (telling.report.date or "", telling.id))
    if not first.report.date or not second.report.date:
        return None
    if overlap(first.report.date, second.report.date):
        return _agreeing(first.report.date, second.report.date)
    return _contradicting(first, second, first.report.date, second.report.date)


def _contradicting(first: Telling, second: Telling, x: str, y: str) -> Observation:
    gap = _gap(x, y) or _gap(y, x)
    early, late = (first, second) if _gap(x, y) else (second, first)
    if gap == 1 and precision(x) == precision(y) == "day":
        return Observation("date", -1.0, f"neighbouring days: {x}, {y}")
    if gap and gap <= SLIP and early.report.status in PLANS and late.report.status not in PLANS:
        return Observation("date", -0.5, f"announced for {early.report.date}, came {gap} days later")
    return Observation("date", EXCLUDED, f"dates contradict: {x} against {y}")


def _agreeing(x: str, y: str) -> Observation:
    days = [date for date in (x, y) if precision(date) == "day"]
    sure = year_known(x) and year_known(y)
    if len(days) == 2:
        return Observation("date", 3.0 if sure else 2.5, f"same day: {x}" + ("" if x == y else f", {y}"))
    spans = [(low, high) for low, high in (bounds(x), bounds(y)) if low and high]
    if sure and len(spans) == 2 and all((high - low).days <= _MONTH for low, high in spans):
        return Observation("date", 1.0 if days else 0.5, f"dates agree: {x}, {y}")
    return Observation("date", 0.0, f"dates do not contradict: {x}, {y}")
