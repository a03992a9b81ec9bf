"""Whether what is told elsewhere is the outcome of a plan, where the two were not sure enough to be made one event."""

from __future__ import annotations

from legation.merging.fulfilment.fulfilled import DONE, Fulfilment, Met
from legation.merging.kindred import kinships
from legation.merging.likeness.dates import SLIP
from legation.merging.people import same_person
from legation.merging.telling import Telling
from legation.merging.verdict import SAME, Verdict, judge
from legation.when import bounds, overlap, year_known

_LIKELY = SAME - 2.5
"""The score from which on a later act is taken for the outcome of a plan: nothing else is told of the plan."""
_GRACE = 60
"""Days after its window within which what is told with the same people or words is still the outcome of a plan."""
_EARLY = 3
"""Days before its window within which it is."""
_ATTITUDES = frozenset({"SUPPORT", "AGREE", "CONCEDE", "REJECT", "THREATEN"})
_SOON = 45
"""Days after the announcement of a deed without a time within which the like is taken for it."""
_EVIDENCE = frozenset({"people", "words", "numbers", "trigger"})
_FOR, _AGAINST = 0.5, -1.5
"""Scores that speak plainly for and against."""
_OF_TIME = frozenset({"date", "plan"})
"""Observations that say of an outcome no more than that it is not the announcement."""
_DONE_THERE = frozenset({"SUPPORT", "AGREE", "COOPERATE", "CONCEDE", "REQUEST", "CONSULT", "AID"})
"""Types of what is done face to face."""
_CALLED_OFF = ("REJECT", "meet")
"""Type and mode of calling a meeting off."""


def is_plan(telling: Telling) -> bool:
    """Whether a telling announces something that can come; support and refusal without a time are attitudes."""
    return telling.report.status == "planned" and (telling.report.type not in _ATTITUDES or dated_ahead(telling))


def dated_ahead(telling: Telling) -> bool:
    """Whether the date of a plan is that of what is announced, not of the announcement.

    It is not ("Moscou continuera à soutenir", said on the 7th), when it ends before the dispatch came out; nor on that
    very day, unless the act is held on a day.
    """
    end, published = telling.when[1], telling.published[0]
    if end is None or published is None:
        return telling.report.date is not None
    return end > published or (end == published and telling.report.type in kinships().mutual)


def is_outcome(telling: Telling) -> bool:
    """Whether a telling may tell what became of a plan."""
    report = telling.report
    return report.status in DONE | {"denied"} or (report.type, report.mode) == _CALLED_OFF


def comes_to(plan: Telling, outcome: Telling) -> Fulfilment | None:
    """What a telling says of a plan: it happened within its window, or was called off before that had passed."""
    if plan.report.dispatch.id == outcome.report.dispatch.id or not _later(plan, outcome):
        return None
    day = outcome.when[1] or outcome.published[1]
    if (outcome.report.type, outcome.report.mode) == _CALLED_OFF:
        if plan.report.type != "CONSULT" or plan.codes != outcome.codes or not _before_its_end(plan, outcome):
            return None
        return Fulfilment(plan.id, outcome.id, "off", "the meeting was called off", day)
    if not plan.codes <= outcome.codes:
        return None
    if plan.report.type != outcome.report.type:
        return _by_being_there(plan, outcome)
    verdict = judge(plan, outcome)
    due, done = plan.report.date, outcome.report.date
    if due and done and (overlap(due, done) or _a_day_off(due, done)):
        if verdict.opposed or verdict.score < _LIKELY:
            return None
    elif not _late(due, done) or not (_speak_for_it(verdict) or _soon_after(plan, outcome)):
        return None
    met: Met = "off" if outcome.report.status == "denied" else "whole"
    told = f"announced for {due}" if due else "announced without a time"
    return Fulfilment(plan.id, outcome.id, met, f"{told}, told of {done or 'an unknown day'}", day)


def _by_being_there(plan: Telling, outcome: Telling) -> Fulfilment | None:
    """A visit or meeting that is known to have been from what one of those expected did there in the days it was
    announced for: signed, pleaded, promised.
    """
    due, done = plan.report.date, outcome.report.date
    if plan.report.type != "CONSULT" or plan.report.mode == "phone" or outcome.report.status != "occurred":
        return None
    if not due or not done or not (year_known(due) and year_known(done)) or not overlap(due, done):
        return None
    place, there = plan.report.place, outcome.report.place
    if outcome.report.type not in _DONE_THERE or place is None or there is None or place.code != there.code:
        return None
    guests = plan.people.keys() - {place.code}
    met = [one for code in sorted(guests) for one in plan.people[code] if _names(outcome, code, one)]
    if not met:
        return None
    told = f"announced for {due}; {met[0]} was there on {done}"
    return Fulfilment(plan.id, outcome.id, "whole", told, outcome.when[1])


def _names(telling: Telling, code: str, person: str) -> bool:
    return any(same_person(person, other)[0] for other in telling.people.get(code, ()))


def _late(due: str | None, done: str | None) -> bool:
    """Whether an act may be the outcome of a plan though its day does not lie in the window: the plan had none, or the
    day is not known, or the act came a little late or was brought forward by a few days.
    """
    if not due or not done:
        return True
    (opens, end), (begun, ended) = bounds(due), bounds(done)
    if end is not None and begun is not None and begun > end:
        return (begun - end).days <= _GRACE
    return opens is not None and ended is not None and 0 <= (opens - ended).days <= _EARLY


def _a_day_off(due: str, done: str) -> bool:
    """Whether an act came a day before or after its window: days are told by other clocks."""
    (opens, end), (begun, ended) = bounds(due), bounds(done)
    late = (begun - end).days if begun and end else None
    early = (opens - ended).days if opens and ended else None
    return late == 1 or early == 1


def _soon_after(plan: Telling, outcome: Telling) -> bool:
    """Whether a deed of one side to the other came soon after it was announced without a time: such deeds are rare
    enough, meetings are not.
    """
    if plan.report.type == "CONSULT" or plan.report.date:
        return False
    if not plan.recipients or (plan.actors, plan.recipients) != (outcome.actors, outcome.recipients):
        return False
    said, done = plan.published[0], outcome.when[0]
    return said is not None and done is not None and 0 <= (done - said).days <= _SOON


def _speak_for_it(verdict: Verdict) -> bool:
    """Whether people or words tell of one act, and nothing but the date speaks against."""
    against = [o.name for o in verdict.observations if o.score <= _AGAINST and o.name not in _OF_TIME]
    return not against and any(o.name in _EVIDENCE and o.score >= _FOR for o in verdict.observations)


def _later(plan: Telling, outcome: Telling) -> bool:
    said, told = plan.published[0], outcome.published[1]
    return said is None or told is None or told >= said


def _before_its_end(plan: Telling, outcome: Telling) -> bool:
    due = plan.report.date
    end = bounds(due)[1] if due else None
    day = outcome.when[0] or outcome.published[0]
    return end is None or day is None or (day - end).days <= SLIP
