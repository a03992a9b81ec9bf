"""Reports that tell one event, gathered: candidates by blocking, then the strongest pairs first.

The result depends on the set of reports alone, not on their order: everything is sorted by report id, pairs are taken
by falling score (ties by ids), and two groups join only when no report of one is opposed to a report of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from legation.merging.likeness.dates import SLIP
from legation.merging.telling import Telling
from legation.merging.verdict import Verdict, judge

Block = tuple[str, tuple[str, ...]]


def blocks(telling: Telling) -> Iterator[Block]:
    """The blocks of a report: its type's family with each unordered pair of its parties (or its single party)."""
    codes = sorted(telling.codes)
    pairs = combinations(codes, 2) if len(codes) > 1 else [tuple(codes)]
    for pair in pairs:
        yield telling.family, pair


def candidates(tellings: Iterable[Telling]) -> set[tuple[str, str]]:
    """The pairs of report ids worth judging: of one block, from different dispatches, with dates that can meet."""
    filled: dict[Block, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.codes:
            for block in blocks(telling):
                filled[block].append(telling)
    pairs: set[tuple[str, str]] = set()
    for members in filled.values():
        pairs.update(_within(members))
    return pairs


def _within(members: list[Telling]) -> Iterator[tuple[str, str]]:
    """Pairs of one block whose date bounds lie at most `SLIP` days apart: a sweep from the earliest on."""
    ordered = sorted(members, key=lambda telling: (telling.when[0] or date.min, telling.id))
    open_ones: list[Telling] = []
    for telling in ordered:
        begin = telling.when[0] or date.min
        open_ones = [other for other in open_ones if _reach(other) >= begin]
        for other in open_ones:
            if other.report.dispatch.id != telling.report.dispatch.id:
                yield (other.id, telling.id) if other.id < telling.id else (telling.id, other.id)
        open_ones.append(telling)


def _reach(telling: Telling) -> date:
    end = telling.when[1]
    # Approximate dates reach further than their bounds; a year covers the coarsest of them that bounds can matter for.
    slack = 366 if telling.report.date and any(mark in telling.report.date for mark in "~%") else SLIP
    try:
        return end + timedelta(days=slack) if end else date.max
    except OverflowError:
        return date.max


class Clusters:
    """The reports of each event, and the verdicts that joined them.

    Attributes:
        groups: report ids of each event, sorted; the events by their first report id.
        joins: for each group, by its first report id, the verdicts by which it grew, in that order.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._tellings: Mapping[str, Telling] = {t.id: t for t in sorted(tellings, key=lambda t: t.id)}
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._group_of = {i: i for i in self._tellings}
        members: dict[str, list[str]] = {i: [i] for i in self._tellings}
        joins: dict[str, list[Verdict]] = {i: [] for i in self._tellings}
        pairs = sorted(candidates(self._tellings.values()))
        same = [verdict for a, b in pairs if (verdict := self._judge(a, b)).same]
        for verdict in sorted(same, key=lambda v: (-v.score, v.a, v.b)):
            first, second = sorted((self._group_of[verdict.a], self._group_of[verdict.b]))
            if first == second or self._opposed(members[first], members[second]):
                continue
            for i in members[second]:
                self._group_of[i] = first
            members[first] += members.pop(second)
            joins[first] += [*joins.pop(second), verdict]
        self.groups = tuple(tuple(sorted(ids)) for _, ids in sorted(members.items()))
        self.joins = {group[0]: tuple(joins[group[0]]) for group in self.groups}

    def _judge(self, a: str, b: str) -> Verdict:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._verdicts:
            self._verdicts[pair] = judge(self._tellings[pair[0]], self._tellings[pair[1]])
        return self._verdicts[pair]

    def _opposed(self, group: list[str], other: list[str]) -> bool:
        return any(self._judge(a, b).opposed for a in group for b in other)
