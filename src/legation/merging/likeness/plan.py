"""One report announces what the other tells."""

from __future__ import annotations

from legation.merging.likeness.dates import PLANS, in_year_of
from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling
from legation.when import bounds, is_edtf, overlap, precision

_CAME = 0.5


def _late(plan: Telling, outcome: Telling) -> int:
    """Days by which a plan was announced after its outcome, 0 where it was not or cannot be known; a day without a year
    is taken for one of the other's.
    """
    said, done = plan.report.dispatch.published or "", outcome.report.date or ""
    if not is_edtf(said) or not is_edtf(done):
        return 0
    announced, ended = bounds(in_year_of(said, done))[0], bounds(in_year_of(done, said))[1]
    return max((announced - ended).days, 0) if announced and ended else 0


def observe(a: Telling, b: Telling) -> Observation | None:
    """A plan without a window needs more to be known again in its outcome; an announcement after the fact is none."""
    plans = [telling for telling in (a, b) if telling.report.status in PLANS]
    if len(plans) != 1:
        return None
    plan = plans[0]
    outcome = b if plan is a else a
    late = _late(plan, outcome)
    exact = plan.report.date is not None and precision(plan.report.date) == "day"
    if late > (1 if exact else 0):
        return Observation("plan", EXCLUDED, f"announced {late} days after {outcome.report.date}")
    if not plan.report.date:
        return Observation("plan", -1.0, "announced without a time")
    inside = outcome.report.date is not None and overlap(plan.report.date, outcome.report.date)
    return Observation(
        "plan", _CAME if inside else 0.0, f"announced for {plan.report.date}, told as {outcome.report.status}"
    )
