"""Which events a hurried reader is told of: four marks, of 0 to 10 each, are added up; the highest come first.

- strength: how far PLOVER's intensity is from 0, to either side;
- backing: 2.5 for each independent source, up to four;
- freshness: 10 on the day of the newest dispatch, half as much for each year that the event is older, 0 without a date;
- weight in the dispatches: 10 if one of them is about it, 0 if all mention it in passing.

What is only announced or considered is no candidate: it stands among what is promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from legation.event import Event
from legation.when import BEHIND_ALL, known_bounds

HAPPENED = ("occurred", "ongoing")
_TOP = 10.0
_A_SOURCE = 2.5
_YEAR = 365.25


def marks(event: Event, *, background: bool, newest: date | None) -> float:
    """The sum of the four marks, 0 to 40; `newest` is the day of the newest dispatch."""
    return weight(
        event.intensity, event.independent_sources, event.date_bounds[1], background=background, newest=newest
    )


def weight(intensity: float, sources: int, end: str | None, *, background: bool, newest: date | None) -> float:
    """The same sum for an event of which only this is known; `end` is the last day it can have been."""
    strength = min(abs(intensity), _TOP)
    backing = min(sources * _A_SOURCE, _TOP)
    age = max((newest - date.fromisoformat(end)).days, 0) if newest and end else None
    freshness = _TOP * 0.5 ** (age / _YEAR) if age is not None else 0.0
    return strength + backing + freshness + (0.0 if background else _TOP)


def most_telling(
    events: Iterable[Event], background: frozenset[str], newest: date | None, most: int
) -> tuple[Event, ...]:
    """Of the events that happened the `most` with the highest marks, the latest first.

    `background` are the ids of those that dispatches only mention in passing.
    """
    happened = [event for event in events if event.status in HAPPENED]
    chosen = sorted(happened, key=lambda e: (-round(marks(e, background=e.id in background, newest=newest), 6), e.id))[
        :most
    ]
    return tuple(sorted(chosen, key=lambda e: (e.date_bounds[1] or "", e.date_bounds[0] or "", e.id), reverse=True))


def share(pending: Sequence[Event], others: Sequence[Event], most: int) -> tuple[int, int]:
    """How many of two lists fit into `most` places: half of them each, and what one leaves free."""
    half = (most + 1) // 2
    first = min(len(pending), max(half, most - len(others)))
    return first, min(len(others), most - first)


def by_urgency(events: Iterable[Event], most: int, settled_most: int) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Events with a commitment: what is overdue, the latest window first, and open, the nearest first; and what was
    kept or cancelled, the last told of first. At most `most` and `settled_most` of them.
    """
    found = list(events)
    overdue = sorted((e for e in found if _outcome(e) == "overdue"), key=lambda e: (_due(e), e.id), reverse=True)
    waiting = sorted((e for e in found if _outcome(e) == "open"), key=lambda e: (_due(e), e.id))
    late, coming = share(overdue, waiting, most)
    settled = sorted(
        (e for e in found if _outcome(e) in ("kept", "cancelled")), key=lambda e: (_settled(e), e.id), reverse=True
    )
    return (*overdue[:late], *waiting[:coming]), tuple(settled[:settled_most])


def _outcome(event: Event) -> str | None:
    return event.commitment.outcome if event.commitment else None


def _due(event: Event) -> str:
    end = known_bounds(event.commitment.due)[1] if event.commitment else None
    return end.isoformat() if end else BEHIND_ALL


def _settled(event: Event) -> str:
    """The day of the newest dispatch that tells what came of it; deeds told in other events count by the event's."""
    evidence = set(event.commitment.evidence) if event.commitment else set()
    days = (known_bounds(report.dispatch.published)[0] for report in event.reports if report.id in evidence)
    return max((day.isoformat() for day in days if day), default=event.date_bounds[1] or "")
