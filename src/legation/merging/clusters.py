"""Reports that tell one event, gathered: the strongest pairs first.

The result depends on the set of reports alone, not on their order: pairs are taken by falling score (ties by ids), and
two groups join only when no report of one is opposed to a report of the other. A person's judgement of a pair stands
above its score: "same" joins unless another judgement forbids it, and makes the two one report in what opposes a third;
"different" keeps two groups apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from legation.merging.blocks import candidates
from legation.merging.components import components
from legation.merging.likeness import Observation
from legation.merging.telling import Telling
from legation.merging.verdict import Verdict, judge

Judged = Mapping[tuple[str, str], Literal["same", "different"]]
"""Judgements of persons by pair of report ids, the smaller first."""
JUDGED = 1000.0
"""The score of a pair that a person judged the same: above what observations can add up to."""


class Group(msgspec.Struct, frozen=True):
    """The reports of one event: their ids, sorted, and the verdicts that joined them, the strongest first."""

    reports: tuple[str, ...]
    joins: tuple[Verdict, ...]


def gather(tellings: Iterable[Telling], judged: Judged | None = None) -> tuple[Group, ...]:
    """The groups of all tellings, by their first report id."""
    known = {telling.id: telling for telling in tellings}
    judged = judged or {}
    verdicts = (judge(known[a], known[b]) for a, b in sorted(candidates(known.values())))
    same = {(verdict.a, verdict.b): verdict for verdict in verdicts if verdict.same}
    by_hand = [pair for pair, answer in judged.items() if answer == "same"]
    groups: list[Group] = []
    for members in components(known, [*same, *by_hand]):
        inside = set(members)
        groups += (
            cluster({i: known[i] for i in members}, (v for pair, v in same.items() if inside.issuperset(pair)), judged)
            if len(members) > 1
            else [Group(members, ())]
        )
    return tuple(sorted(groups, key=lambda group: group.reports))


def cluster(tellings: Mapping[str, Telling], same: Iterable[Verdict], judged: Judged) -> tuple[Group, ...]:
    """The groups of one component, by their first report id.

    Args:
        tellings: all reports of the component, by id.
        same: the verdicts on all its pairs of candidates that are `same`.
        judged: judgements; those on reports elsewhere do not matter.
    """
    return _Gathering(tellings, judged).groups(same)


class _Gathering:
    """The groups of one component while they grow."""

    def __init__(self, tellings: Mapping[str, Telling], judged: Judged) -> None:
        self._tellings = tellings
        self._judged = {pair: answer for pair, answer in judged.items() if pair[0] in tellings and pair[1] in tellings}
        self._opposition: dict[tuple[str, str], bool] = {}
        self._by_hand: dict[str, tuple[str, ...]] = {i: (i,) for i in tellings}
        self._group_of = {i: i for i in tellings}
        self._members = {i: [i] for i in tellings}
        self._joins: dict[str, list[Verdict]] = {i: [] for i in tellings}

    def groups(self, same: Iterable[Verdict]) -> tuple[Group, ...]:
        by_hand = [_by_hand(*pair) for pair, answer in self._judged.items() if answer == "same"]
        for verdict in sorted(by_hand, key=lambda v: (v.a, v.b)):
            self._join(verdict, judged=True)
        for members in self._members.values():
            self._by_hand |= dict.fromkeys(members, tuple(members))
        for verdict in sorted(same, key=lambda v: (-v.score, v.a, v.b)):
            self._join(verdict, judged=False)
        return tuple(
            Group(tuple(sorted(ids)), tuple(sorted(self._joins[first], key=lambda v: (-v.score, v.a, v.b))))
            for ids, first in sorted((ids, first) for first, ids in self._members.items())
        )

    def _join(self, verdict: Verdict, *, judged: bool) -> None:
        first, second = sorted((self._group_of[verdict.a], self._group_of[verdict.b]))
        if first == second or self._apart(self._members[first], self._members[second], judged=judged):
            return
        for i in self._members[second]:
            self._group_of[i] = first
        self._members[first] += self._members.pop(second)
        self._joins[first] += [*self._joins.pop(second), verdict]

    def _apart(self, group: list[str], other: list[str], *, judged: bool) -> bool:
        """Whether something keeps two groups apart; only a judgement keeps apart what a judgement joins."""
        if self._judged and any(self._judged.get((min(a, b), max(a, b))) == "different" for a in group for b in other):
            return True
        return not judged and any(self._all_opposed(self._by_hand[a], self._by_hand[b]) for a in group for b in other)

    def _all_opposed(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Reports that a person has joined are one: what opposes only some of them does not keep a third from them."""
        return all(self._opposed(a, b) for a in some for b in others)

    def _opposed(self, a: str, b: str) -> bool:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._opposition:
            self._opposition[pair] = judge(self._tellings[a], self._tellings[b]).opposed
        return self._opposition[pair]


def _by_hand(a: str, b: str) -> Verdict:
    observed = Observation("judgement", JUDGED, "judged to be one event")
    return Verdict(a, b, JUDGED, same=True, opposed=False, observations=(observed,))
