"""Which reports are worth comparing: those of one block whose windows of time meet.

A block is a family of types with a pair of parties. A window is when the act can have been, in days: what the report
knows of its date, else what can be news at the time its dispatch came out. Without that limit every undated report
would be compared with everything its parties ever did, and the cost of a dispatch would grow with the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from legation.merging.likeness.dates import PLANS, SLIP
from legation.merging.telling import Telling

NEWS, MEMORY, LASTING = 10, 60, 400
"""Days. An undated report is news: what it tells happened up to `MEMORY` days before its dispatch came out, or, since
own dates are vague, up to `NEWS` days after; what it announces the other way round. What began on a known day or is due
by one may still be told of `LASTING` days away from it."""
APPROXIMATE = 366
"""Days by which an approximate date reaches further than its bounds: the coarsest that bounds can matter for."""
SPANS = (32, 512, 4096)
"""Longest windows of each level, in days; those of the last level are longer. A window of level n that meets another
begins at most `SPANS[n]` days before that one, so an index ordered by beginning finds it without reading on."""


class Window(NamedTuple):
    """The first and the last day (`date.toordinal`) on which an act can have been, both included."""

    low: int
    high: int


ALWAYS = Window(0, date.max.toordinal())
"""The window of a report without a date in a dispatch without one."""


def blocks(telling: Telling) -> Iterator[str]:
    """The blocks of a report: its type's family with each unordered pair of its parties (or its single party)."""
    codes = sorted(telling.codes)
    for pair in combinations(codes, 2) if len(codes) > 1 else [tuple(codes)]:
        if pair:
            yield " ".join((telling.family, *pair))


def window(telling: Telling) -> Window:
    """When the act can have been, with the slips that comparing allows."""
    low, high = (day.toordinal() if day else None for day in telling.when)
    said = telling.report.date or ""
    slack = APPROXIMATE if any(mark in said for mark in "~%") else 0
    if low is not None and high is not None:
        return Window(low - slack, high + (slack or SLIP))
    news = _news(telling)
    if low is not None:
        return Window(low - slack, max(low + LASTING, news.high if news else low))
    if high is not None:
        return Window(min(high - LASTING, news.low if news else high), high + (slack or SLIP))
    return news or ALWAYS


def _news(telling: Telling) -> Window | None:
    """What the dispatch can tell as news, or None when it does not say when it came out."""
    first, last = telling.published
    first, last = first or last, last or first
    if first is None or last is None:
        return None
    before, after = (NEWS, MEMORY) if telling.report.status in PLANS else (MEMORY, NEWS)
    return Window(first.toordinal() - before, last.toordinal() + after)


def level(span: Window) -> int:
    """The level of a window: the first of `SPANS` that it does not exceed, else their number."""
    return next((n for n, longest in enumerate(SPANS) if span.high - span.low <= longest), len(SPANS))


def candidates(tellings: Iterable[Telling]) -> set[tuple[str, str]]:
    """The pairs of report ids worth judging: of one block, from different dispatches, in windows that meet."""
    filled: dict[str, list[tuple[Window, Telling]]] = defaultdict(list)
    for telling in tellings:
        span = window(telling)
        for block in blocks(telling):
            filled[block].append((span, telling))
    pairs: set[tuple[str, str]] = set()
    for members in filled.values():
        pairs.update(_meeting(members))
    return pairs


def _meeting(members: list[tuple[Window, Telling]]) -> Iterator[tuple[str, str]]:
    """Pairs of one block whose windows meet: a sweep from the earliest on."""
    open_ones: list[tuple[Window, Telling]] = []
    for span, telling in sorted(members, key=lambda member: (member[0], member[1].id)):
        open_ones = [member for member in open_ones if member[0].high >= span.low]
        for _, other in open_ones:
            if other.report.dispatch.id != telling.report.dispatch.id:
                yield (other.id, telling.id) if other.id < telling.id else (telling.id, other.id)
        open_ones.append((span, telling))
