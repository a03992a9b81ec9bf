"""What happened month by month, for the chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from legation.event import Event
from legation.views.brief.contents import Bar, Months
from legation.views.wording import Interface

_HAPPENED = ("occurred", "ongoing")
_WIDEST = 31
"""Days that an event's date may span to be drawn, in the month it begins."""
_LONGEST = 240
"""Months beyond which bars stand for years."""


def months_of(events: Sequence[Event], interface: Interface) -> Months:
    """Counts by month and quad class. What is not drawn is said in the notes."""
    drawn: list[tuple[date, str]] = []
    undrawn = only_told = 0
    for event in events:
        first, last = event.date_bounds
        if event.status not in _HAPPENED:
            only_told += 1
        elif not first or not last or (date.fromisoformat(last) - date.fromisoformat(first)).days > _WIDEST:
            undrawn += 1
        else:
            drawn.append((date.fromisoformat(first), event.quad))
    notes = [interface.count(name, n) for name, n in (("undrawn", undrawn), ("only_told", only_told)) if n]
    days = [day for day, _ in drawn]
    span = (max(days).year - min(days).year) * 12 if days else 0
    unit = "year" if span > _LONGEST else "month"
    counts = Counter((day.replace(day=1, month=1 if unit == "year" else day.month), quad) for day, quad in drawn)
    bars = tuple(
        Bar(day.isoformat(), _label(day, unit, interface), quad, count) for (day, quad), count in sorted(counts.items())
    )
    return Months(unit, bars, tuple(notes))


def _label(day: date, unit: str, interface: Interface) -> str:
    if unit == "year":
        return str(day.year)
    return interface.dates.month.format(month=interface.dates.months[day.month - 1], year=day.year)
