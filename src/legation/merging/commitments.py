"""What was announced or promised, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from legation.event import Commitment, Event, Outcome
from legation.merging.consensus import agreed_status
from legation.merging.fulfilment import DONE, Fulfilment, is_kept, is_off, is_plan, promises, window
from legation.merging.fulfilment.plans import dated_ahead
from legation.merging.informed import by_information
from legation.merging.kindred import kinships
from legation.merging.outcome_words import tells_it_was_called_off, tells_it_was_honoured
from legation.merging.telling import Telling
from legation.when import best, bounds, overlap

TOLERANCE = 7
"""Days after the end of its window from which a commitment without an outcome is overdue: news comes late."""


def commitment(tellings: Sequence[Telling], fulfilments: Sequence[Fulfilment] = ()) -> Commitment | None:
    """The commitment in an event's tellings, or None when nobody announced anything that can be kept; `as_of` judges
    it for a day.

    A promise in words is kept by what `fulfilments` tell of other events, or by its own tellings that say that the word
    was kept; one that is kept only in part is not kept.

    Settled by what any telling knows: it happened (`kept`), it was denied or called off (`cancelled`); else `open`. The
    window is that of the last announcement that gives one, made more exact by others that agree with it; a date that is
    only that of the words is no window.
    """
    announced = [t for t in tellings if is_plan(t)]
    promised = [t for t in tellings if promises(t)]
    if promised and not announced:
        return _of_promise(promised, fulfilments)
    if not announced:
        return _called_off(tellings)
    due = _due([t.report.date for t in _by_day(announced) if t.report.date and dated_ahead(t)])
    status = agreed_status(by_information(tellings))
    if status in DONE:
        return _made(due, "kept", announced, [t.id for t in tellings if t.report.status in DONE])
    if status == "denied":
        return _made(due, "cancelled", announced, [t.id for t in tellings if t.report.status == "denied"])
    outcome: Outcome = "kept" if is_kept(fulfilments) else "cancelled" if is_off(fulfilments) else "open"
    return _made(due, outcome, announced, [f.deed for f in fulfilments])


def _of_promise(promised: Sequence[Telling], fulfilments: Sequence[Fulfilment]) -> Commitment:
    due = _due([found for t in _by_day(promised) if (found := window(t))])
    honoured = [t.id for t in promised if tells_it_was_honoured(t.report.sentence.text, t.report.dispatch.language)]
    outcome: Outcome = "kept" if honoured or is_kept(fulfilments) else "open"
    return _made(due, outcome, promised, [*honoured, *(f.deed for f in fulfilments)])


def _called_off(tellings: Sequence[Telling]) -> Commitment | None:
    """A plan that is known only from its end: what is denied for a day that had not come yet, or in words that say so
    ("prévue en mars, a été annulée"), was announced before.
    """
    ended = [t for t in tellings if t.report.status == "denied" and t.report.type in kinships().keepable]
    ended = [
        t for t in ended if _ahead(t) or tells_it_was_called_off(t.report.sentence.text, t.report.dispatch.language)
    ]
    if not ended or agreed_status(by_information(tellings)) != "denied":
        return None
    return _made(_due([t.report.date for t in ended if t.report.date]), "cancelled", (), [t.id for t in ended])


def _made(due: str | None, outcome: Outcome, announced: Iterable[Telling], evidence: Iterable[str]) -> Commitment:
    announcing = tuple(sorted(t.id for t in announced))
    return Commitment(due, outcome, None, announcing, tuple(sorted(set(evidence))))


def _by_day(tellings: Iterable[Telling]) -> list[Telling]:
    return sorted(tellings, key=lambda t: (t.published[0] or date.min, t.id))


def _ahead(telling: Telling) -> bool:
    end, published = telling.when[1], telling.published[0]
    return end is not None and published is not None and end > published


def as_of(event: Event, day: date | None) -> Event:
    """The event with its commitment judged for a day; `event` must have been formed without one.

    So an event can be kept as it was formed, though each new dispatch may move the day. Without a day nothing changes.
    """
    if event.commitment is None or day is None:
        return event
    return msgspec.structs.replace(event, commitment=judged(event.commitment, day))


def judged(promise: Commitment, day: date) -> Commitment:
    """A commitment as it stands on a day: what was open is overdue once that is more than `TOLERANCE` days after the
    last day of its window. A window without an end or without a year never passes.
    """
    outcome = outcome_on(promise.due, promise.outcome, day)
    return msgspec.structs.replace(promise, outcome=outcome, as_of=day.isoformat())


def outcome_on(due: str | None, outcome: Outcome, day: date | None) -> Outcome:
    """What `judged` makes of an outcome by its window alone; without a day nothing changes."""
    return "overdue" if day and outcome == "open" and _passed(due, day) else outcome


def _passed(due: str | None, day: date) -> bool:
    end = bounds(due)[1] if due else None
    return bool(end and day - end > timedelta(days=TOLERANCE))


def _due(dates: Sequence[str]) -> str | None:
    if not dates:
        return None
    due = dates[-1]
    for other in dates:
        if overlap(due, other):
            due = best(due, other)
    return due
