"""Which judgements hold for the reports there are now.

A judgement names its reports by their place in a dispatch; here they are found again among the current ones. Of several
judgements on one pair, or on one field of one report, the one made last counts (among equals the greater id): so the
order in which judgements and readings came in does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from legation.judgement import Anchor, CorrectedField, Judgement
from legation.merging.kindred import kinships
from legation.report import Report

Pair = tuple[str, str]


class Standing(msgspec.Struct, frozen=True):
    """The judgements that count.

    `pairs`: by the ids of two current reports, the smaller first; `later` among them, which decides nothing.
    `corrections`: by the id of a current report, the last one on each field. `lost`: ids of judgements a report of
    which is not there (not read yet, or a newer version does not report it any more).
    """

    pairs: Mapping[Pair, Judgement]
    corrections: Mapping[str, Mapping[CorrectedField, Judgement]]
    lost: tuple[str, ...] = ()

    @property
    def judged(self) -> dict[Pair, Literal["same", "different"]]:
        """What merging needs to know of the pairs."""
        found: dict[Pair, Literal["same", "different"]] = {}
        for pair, judgement in self.pairs.items():
            match judgement.kind:
                case "same" | "different" as answer:
                    found[pair] = answer
        return found


NOTHING = Standing({}, {})
"""Nobody has judged anything."""


def standing(judgements: Iterable[Judgement], reports: Iterable[Report]) -> Standing:
    """The judgements that count for these reports, which must be the current ones of their dispatches."""
    told: dict[str, list[Report]] = {}
    for report in reports:
        told.setdefault(report.dispatch.id, []).append(report)
    pairs: dict[Pair, Judgement] = {}
    corrections: dict[str, dict[CorrectedField, Judgement]] = {}
    lost = []
    for judgement in in_order(judgements):
        found = [meant(end, told.get(end.dispatch, ())) for end in judgement.reports]
        ids = sorted(report.id for report in found if report)
        if len(ids) < len(found) or len(set(ids)) < len(ids):  # one report now where there were two: nothing to judge
            lost.append(judgement.id)
        elif judgement.field:
            corrections.setdefault(ids[0], {})[judgement.field] = judgement
        else:
            pairs[ids[0], ids[1]] = judgement
    return Standing(pairs, corrections, tuple(lost))


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements by the time they were made, then id."""
    return sorted(judgements, key=lambda judgement: (judgement.at.rstrip("Z"), judgement.id))


def meant(end: Anchor, reports: Sequence[Report]) -> Report | None:
    """The one of a dispatch's reports that an anchor names, or None.

    The very report if it is there; else one of the same or a kindred type whose trigger overlaps the anchor's, or whose
    other mentions do, when a newer version takes another mention for the clearest.
    """
    very = [report for report in reports if report.id == end.report]
    if very:
        return very[0]
    fitting = [(_likeness(end, report), report) for report in reports if _akin(end.type, report.type)]
    found = [(likeness, report) for likeness, report in fitting if likeness[0] or likeness[1]]
    return min(found, key=lambda one: (tuple(-x for x in one[0]), one[1].id))[1] if found else None


def _akin(a: str, b: str) -> bool:
    return a == b or frozenset((a, b)) in kinships().pairs


def _likeness(end: Anchor, report: Report) -> tuple[int, int, bool]:
    """Letters that the trigger shares with the anchor's, that other mentions share, whether the type is the same."""
    trigger = _shared(end, report.trigger.start, report.trigger.end)
    mentions = max((_shared(end, span.start, span.end) for span in report.mentions), default=0)
    return trigger, mentions, end.type == report.type


def _shared(end: Anchor, start: int, stop: int) -> int:
    return max(min(end.end, stop) - max(end.start, start), 0)
