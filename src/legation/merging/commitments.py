"""What was announced or promised, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from legation.event import Commitment, Event, Outcome
from legation.merging.consensus import agreed_status
from legation.merging.fulfilment import Fulfilment, is_kept, is_off, is_plan, promises, window
from legation.merging.fulfilment.plans import dated_ahead
from legation.merging.informed import by_information
from legation.merging.kindred import kinships
from legation.merging.telling import Telling
from legation.when import best, bounds, overlap

TOLERANCE = 7
"""Days after the end of its window from which a commitment without an outcome is overdue: news comes late."""


def commitment(
    tellings: Sequence[Telling], as_of: date | None, fulfilments: Sequence[Fulfilment] = ()
) -> Commitment | None:
    """The commitment in an event's tellings, or None when nobody announced anything that can be kept.

    A promise in words is kept by what `fulfilments` tell of other events; one that is kept only in part is not kept.

    Settled by what any telling knows: it happened (`kept`), it was denied or called off (`cancelled`). Otherwise
    `overdue` once `as_of` is more than `TOLERANCE` days after the last day of the window, else `open`; a window
    without an end or without a year never passes, and a date that is only that of the words is no window. The window
    is that of the last announcement that gives one, made more exact by others that agree with it.
    """
    announced = [t for t in tellings if is_plan(t)]
    promised = [t for t in tellings if promises(t)]
    if promised and not announced:
        return _of_promise(promised, as_of, fulfilments)
    if not announced:
        return _called_off(tellings, as_of)
    announced.sort(key=lambda t: (t.published[0] or date.min, t.id))
    status = agreed_status(by_information(tellings))
    evidence: list[Telling] = []
    told: tuple[str, ...] = ()
    due = _due([t.report.date for t in announced if t.report.date and dated_ahead(t)])
    outcome: Outcome
    if status in ("occurred", "ongoing"):
        outcome = "kept"
        evidence = [t for t in tellings if t.report.status in ("occurred", "ongoing")]
    elif status == "denied":
        outcome = "cancelled"
        evidence = [t for t in tellings if t.report.status == "denied"]
    else:
        outcome, told = _elsewhere(fulfilments)
        if outcome == "open" and _passed(due, as_of):
            outcome = "overdue"
    return Commitment(
        due=due,
        outcome=outcome,
        as_of=as_of.isoformat() if as_of else None,
        announced=tuple(sorted(t.id for t in announced)),
        evidence=tuple(sorted({*(t.id for t in evidence), *told})),
    )


def _elsewhere(fulfilments: Sequence[Fulfilment]) -> tuple[Outcome, tuple[str, ...]]:
    """What other events tell of a plan, and the reports that do."""
    outcome: Outcome = "kept" if is_kept(fulfilments) else "cancelled" if is_off(fulfilments) else "open"
    return outcome, tuple(f.deed for f in fulfilments)


def _called_off(tellings: Sequence[Telling], as_of: date | None) -> Commitment | None:
    """A plan that is known only from its end: what is denied for a day that had not come yet was announced before."""
    ended = [t for t in tellings if t.report.status == "denied" and t.report.type in kinships().keepable and _ahead(t)]
    if not ended or agreed_status(by_information(tellings)) != "denied":
        return None
    return Commitment(
        due=_due([t.report.date for t in ended if t.report.date]),
        outcome="cancelled",
        as_of=as_of.isoformat() if as_of else None,
        announced=(),
        evidence=tuple(sorted(t.id for t in ended)),
    )


def _ahead(telling: Telling) -> bool:
    end, published = telling.when[1], telling.published[0]
    return end is not None and published is not None and end > published


def _of_promise(promised: list[Telling], as_of: date | None, fulfilments: Sequence[Fulfilment]) -> Commitment:
    promised.sort(key=lambda t: (t.published[0] or date.min, t.id))
    due = _due([found for t in promised if (found := window(t))])
    outcome: Outcome = "kept" if is_kept(fulfilments) else "open"
    if outcome == "open" and _passed(due, as_of):
        outcome = "overdue"
    return Commitment(
        due=due,
        outcome=outcome,
        as_of=as_of.isoformat() if as_of else None,
        announced=tuple(sorted(t.id for t in promised)),
        evidence=tuple(sorted({f.deed for f in fulfilments})),
    )


def as_of(event: Event, day: date | None) -> Event:
    """The event with its commitment judged for a day; `event` must have been formed without one.

    What was open is overdue when its window has passed by then (as `commitment` says); without a day nothing changes.
    So an event can be kept as it was formed, though each new dispatch may move the day.
    """
    promise = event.commitment
    if promise is None or day is None:
        return event
    outcome: Outcome = "overdue" if promise.outcome == "open" and _passed(promise.due, day) else promise.outcome
    judged = msgspec.structs.replace(promise, outcome=outcome, as_of=day.isoformat())
    return msgspec.structs.replace(event, commitment=judged)


def _passed(due: str | None, day: date | None) -> bool:
    end = bounds(due)[1] if due else None
    return bool(end and day and day - end > timedelta(days=TOLERANCE))


def _due(dates: Sequence[str]) -> str | None:
    if not dates:
        return None
    due = dates[-1]
    for other in dates:
        if overlap(due, other):
            due = best(due, other)
    return due
