"""How far apart the dispatches are whose reports do not both know the day.

Not fitted on the stories: there nearly everything that looks alike is one event, while a ledger of years holds a
hundred like acts of the same two states.
"""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.telling import Telling

NAME = "apart"
_NEWS, _LASTING = 30, 180
"""Days between two dispatches within which they may well tell one act, one lasting state."""
_FAR, _UNKNOWN, _OTHER_TIMES, _RECALLED = -2.5, -1.5, -1.0, -1.5


def observe(a: Telling, b: Telling) -> Observation | None:
    """Speaks against two undated tellings of dispatches that came out far apart, or one of which has no date; and
    against an undated recollection, which may be of anything.
    """
    if (a.report.date and b.report.date) or a.origin == b.origin:
        return None
    if a.report.date or b.report.date:
        undated = b if a.report.date else a
        recalled = undated.report.salience == "background" and undated.report.status == "occurred"
        return Observation(NAME, _RECALLED, "one is recalled without a date") if recalled else None
    first, second = (t.published[1] or t.published[0] for t in (a, b))
    if first is None or second is None:
        return Observation(NAME, _UNKNOWN, "nothing tells when either of them was")
    days = abs((first - second).days)
    lasting = a.report.status == b.report.status == "ongoing"
    if days > (_LASTING if lasting else _NEWS):
        return Observation(NAME, _OTHER_TIMES if lasting else _FAR, f"undated, in dispatches {days} days apart")
    return None
