"""When the dispatches came out, where the date of the act is not known well enough to decide."""

from __future__ import annotations

from datetime import date

from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Bounds, Telling
from legation.when import precision

NEAR, FAR = 3, 30
"""Days: news of one act comes out together; a month apart it is rather another act, or a recollection."""
_NEWS = 7
"""Days after an act within which a dispatch that gives no date probably tells it as news."""


def _day(window: Bounds) -> date | None:
    """The day of an own date that is known to a few days."""
    low, high = window
    return high if low and high and (high - low).days <= NEAR else None


def _apart(window: Bounds, day: date) -> int:
    """Days from the act (its last day) to the publication; below zero when published before the act began."""
    low, high = window
    if low and day < low:
        return (day - low).days
    return (day - high).days if high and day > high else 0


def observe(a: Telling, b: Telling) -> Observation | None:
    """Stands in for `dates` when at least one of the two does not know the day."""
    undated = [telling for telling in (a, b) if not telling.report.date]
    if len(undated) == 1 and a.report.status == b.report.status == "ongoing":
        return Observation("published", 1.0, "both tell a lasting state, one since when")
    if len(undated) == 1:
        return _one_undated(undated[0], a if undated[0] is b else b)
    if len(undated) == 2 and a.report.status == b.report.status == "ongoing":
        return Observation("published", 1.0, "both tell a lasting state, without a date")
    if not undated and all(precision(str(telling.report.date)) == "day" for telling in (a, b)):
        return None
    return _both_vague(_day(a.published), _day(b.published), neither_dated=bool(undated))


def _both_vague(first: date | None, second: date | None, *, neither_dated: bool) -> Observation | None:
    if first is None or second is None:
        return None
    apart = abs((first - second).days)
    if apart <= NEAR:
        return Observation("published", 1.0, f"published {apart} days apart")
    if neither_dated and apart > FAR:
        return Observation("published", -2.0, f"published {apart} days apart, neither knows the date")
    return None


def _one_undated(undated: Telling, dated: Telling) -> Observation | None:
    day = _day(undated.published)
    if day is None or undated.report.status == "ongoing" or dated.when == (None, None):
        return None
    if undated.report.status in ("planned", "hypothetical"):
        return None
    apart = _apart(dated.when, day)
    if apart < -1:
        return Observation("published", EXCLUDED, f"told {-apart} days before {dated.report.date}")
    if apart <= _NEWS:
        return Observation("published", 1.0, f"undated, published {day}, fits {dated.report.date}")
    if apart > FAR:
        # What a dispatch is about is news; what it mentions beside may lie years back.
        score = -4.0 if undated.report.salience == "main" else -1.0
        return Observation("published", score, f"undated, published {apart} days after {dated.report.date}")
    return None
