"""Which report tells which annotated event: pairs, one to one, as many as possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.evaluation import standard
from legation.evaluation.comparing import same_parties, shared_parties
from legation.evaluation.gold import GoldEvent
from legation.report import Report


def pair_up(events: Sequence[GoldEvent], reports: Sequence[Report]) -> dict[int, int]:
    """The reports (by position) of one dispatch that tell its events (by position).

    As many pairs as there can be (augmenting paths, after Kuhn). Events with the fewest candidates choose first, and
    each prefers the report with the right parties, then the one that shares most of them.
    """
    options = [_candidates(event, reports) for event in events]
    holders: dict[int, int] = {}
    for position in sorted(range(len(events)), key=lambda e: len(options[e])):
        _augment(position, options, holders)
    return {event: report for report, event in holders.items()}


def can_match(event: GoldEvent, report: Report) -> bool:
    """Whether the report has a type that is accepted and a mention in the place of one of the event's mentions."""
    return report.type in event.types and touches(event, report)


def touches(event: GoldEvent, report: Report) -> bool:
    """Whether a mention of the event begins in the sentence of the report's trigger, or near one of its mentions."""
    near = standard.load().near
    begins = (event.trigger_start, *event.other_mentions)
    sentence = report.sentence
    if any(sentence.start <= begin < sentence.end for begin in begins):
        return True
    mentions = (report.trigger, *report.mentions)
    return any(m.start - near <= begin <= m.end + near for m in mentions for begin in begins)


def _candidates(event: GoldEvent, reports: Sequence[Report]) -> list[int]:
    found = [position for position, report in enumerate(reports) if can_match(event, report)]
    found.sort(key=lambda r: (not same_parties(event, reports[r]), -shared_parties(event, reports[r])))
    return found


def _augment(event: int, options: Sequence[Sequence[int]], holders: dict[int, int]) -> None:
    """Finds a report for an event, moving others to their next choices where that makes room.

    `holders` (report → event) is changed only when a path to a free report is found. Depth first, without recursion:
    a gold file may have thousands of events in one document.
    """
    tried: set[int] = set()
    path: list[tuple[int, Iterator[int]]] = [(event, iter(options[event]))]
    taken: list[int] = []
    while path:
        report = next((option for option in path[-1][1] if option not in tried), None)
        if report is None:
            path.pop()
            if taken:
                taken.pop()
            continue
        tried.add(report)
        taken.append(report)
        if report not in holders:
            holders.update((new, who) for (who, _), new in zip(path, taken, strict=True))
            return
        path.append((holders[report], iter(options[holders[report]])))
