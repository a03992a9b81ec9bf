"""Dates that agree, as far as each knows, or contradict each other."""

from __future__ import annotations

from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling
from legation.when import bounds, is_edtf, overlap, precision, year_known

PLANS = ("planned", "hypothetical")
SLIP = 7
"""Days by which an outcome may miss the announced window and still be its outcome."""
_UNKNOWN = "XXXX"
_MONTH, _SEASON = 31, 92
_PUT_OFF = -3.5
"""A plan and what is told for a later time: two, unless a third report tells that it was put off; just not opposed."""


def _gap(first: str, second: str) -> int | None:
    """Days from the end of the first to the beginning of the second; None when they overlap or a bound is open. A date
    without a year has the other's.
    """
    end, begin = bounds(in_year_of(first, second))[1], bounds(in_year_of(second, first))[0]
    return (begin - end).days if end and begin and begin > end else None


def in_year_of(edtf: str, other: str) -> str:
    """A date without a year in the year of the other one, where that has one."""
    known = bounds(other)[0] or bounds(other)[1]
    if year_known(edtf) or known is None:
        return edtf
    filled = edtf.replace(_UNKNOWN, f"{known.year:04d}")
    return filled if is_edtf(filled) else edtf


def observe(a: Telling, b: Telling) -> Observation | None:
    """One day speaks for strongly, a day within the other's month weakly; dates that exclude each other exclude.

    Two exceptions cost only little: neighbouring days (a call at midnight, "yesterday" in another time zone) and an
    outcome within a week after the announced window. A date that is not known at all speaks a little against.
    """
    first, second = sorted((a, b), key=lambda telling: (telling.report.date or "", telling.id))
    if not first.report.date and not second.report.date:
        return Observation("date", -0.5, "neither knows the date")
    if not first.report.date or not second.report.date:
        return Observation("date", -0.25, "only one knows the date")
    if overlap(first.report.date, second.report.date):
        if _state_and_day(first, second) or _state_and_day(second, first):
            return Observation("date", -2.0, "one lasts, the other was done on a day within")
        return _agreeing(first.report.date, second.report.date)
    return _contradicting(first, second, first.report.date, second.report.date)


def _state_and_day(state: Telling, deed: Telling) -> bool:
    """Whether one tells what has lasted since a time and the other what was done later, on a day."""
    since, done = str(state.report.date), str(deed.report.date)
    if state.report.status != "ongoing" or not since.endswith("/..") or deed.report.status != "occurred":
        return False
    begun = since.removesuffix("/..")
    return precision(done) in ("day", "month") and not overlap(in_year_of(begun, done), in_year_of(done, begun))


def _contradicting(first: Telling, second: Telling, x: str, y: str) -> Observation:
    ahead = _gap(x, y)
    gap = ahead or _gap(y, x)
    early, late = (first, second) if ahead else (second, first)
    if gap == 1 and precision(x) == precision(y) == "day":
        return Observation("date", -1.0, f"neighbouring days: {x}, {y}")
    if gap and early.report.status in PLANS:
        if gap <= SLIP and late.report.status not in PLANS:
            return Observation("date", -0.5, f"announced for {early.report.date}, came {gap} days later")
        if late.report.postponed:
            return Observation("date", 0.5, f"put off from {early.report.date} to {late.report.date}")
        return Observation("date", _PUT_OFF, f"announced for {early.report.date}, this one is of {late.report.date}")
    return Observation("date", EXCLUDED, f"dates contradict: {x} against {y}")


def _agreeing(x: str, y: str) -> Observation:
    days = [date for date in (x, y) if precision(date) == "day"]
    sure = year_known(x) and year_known(y)
    if len(days) == 2:
        return Observation("date", 3.0 if sure else 2.5, f"same day: {x}" + ("" if x == y else f", {y}"))
    spans = [(low, high) for low, high in (bounds(x), bounds(y)) if low and high]
    if sure and len(spans) == 2 and all((high - low).days <= _SEASON for low, high in spans):
        near = all((high - low).days <= _MONTH for low, high in spans)
        return Observation("date", 1.0 if days and near else 0.5, f"dates agree: {x}, {y}")
    return Observation("date", 0.0, f"dates do not contradict: {x}, {y}")
