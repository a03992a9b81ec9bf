"""One report announces what the other tells."""

from __future__ import annotations

from legation.merging.likeness.dates import PLANS
from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling
from legation.when import overlap

_CAME = 0.5


def observe(a: Telling, b: Telling) -> Observation | None:
    """A plan without a window needs more to be known again in its outcome; an announcement after the fact is none."""
    plans = [telling for telling in (a, b) if telling.report.status in PLANS]
    if len(plans) != 1:
        return None
    plan = plans[0]
    outcome = b if plan is a else a
    said, done = plan.published[0], outcome.when[1]
    if said and done and (said - done).days > 1:
        return Observation("plan", EXCLUDED, f"announced on {said}, after {outcome.report.date}")
    if not plan.report.date:
        return Observation("plan", -1.0, "announced without a time")
    inside = outcome.report.date is not None and overlap(plan.report.date, outcome.report.date)
    return Observation(
        "plan", _CAME if inside else 0.0, f"announced for {plan.report.date}, told as {outcome.report.status}"
    )
