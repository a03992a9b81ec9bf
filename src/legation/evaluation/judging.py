"""Judging what was read of each dispatch: events found, events missed, reports that nothing asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from legation.evaluation.comparing import Comparison, compare
from legation.evaluation.gold import Gold, GoldEvent
from legation.evaluation.matching import pair_up
from legation.report import Report


class Match(msgspec.Struct, frozen=True):
    """An event and the report that tells it."""

    event: GoldEvent
    report: Report
    comparison: Comparison


class Judged(msgspec.Struct, frozen=True):
    """One document of the gold file against the reports of its dispatch.

    `silent` means that nothing is annotated in it; `read` that there was a dispatch of that name. `borderline` counts
    the events left out.
    """

    document: str
    matches: tuple[Match, ...]
    missed: tuple[GoldEvent, ...]
    extra: tuple[Report, ...]
    borderline: int
    silent: bool
    read: bool

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that count."""
        return (*(match.report for match in self.matches), *self.extra)

    @property
    def events(self) -> tuple[GoldEvent, ...]:
        """The events that count."""
        return (*(match.event for match in self.matches), *self.missed)

    @property
    def faultless(self) -> bool:
        """Whether everything was read as annotated."""
        return not (self.missed or self.extra or any(match.comparison.wrong for match in self.matches))


def judge(gold: Gold, reports: Mapping[str, Sequence[Report]]) -> tuple[Judged, ...]:
    """Judges the reports of each dispatch, by document name; documents in alphabetical order.

    What the gold file does not name is left out; of a document without a dispatch everything is missed.
    """
    return tuple(
        _judge(name, gold.documents[name], reports.get(name, ()), silent=name in gold.silent, read=name in reports)
        for name in sorted(gold.documents)
    )


def _judge(name: str, events: Sequence[GoldEvent], reports: Sequence[Report], *, silent: bool, read: bool) -> Judged:
    sure = [event for event in events if not event.borderline]
    told = _without_borderline(events, reports)
    pairs = pair_up(sure, told)
    used = set(pairs.values())
    return Judged(
        document=name,
        matches=tuple(Match(sure[e], told[r], compare(sure[e], told[r])) for e, r in sorted(pairs.items())),
        missed=tuple(event for position, event in enumerate(sure) if position not in pairs),
        extra=tuple(report for position, report in enumerate(told) if position not in used),
        borderline=len(events) - len(sure),
        silent=silent,
        read=read,
    )


def _without_borderline(events: Sequence[GoldEvent], reports: Sequence[Report]) -> list[Report]:
    """The reports that do not tell a borderline event, when borderline and sure ones are matched together."""
    doubtful = {report for event, report in pair_up(events, reports).items() if events[event].borderline}
    return [report for position, report in enumerate(reports) if position not in doubtful]
