"""What of an event is new since a day: told first, promised, kept, called off, overdue, disputed.

A dispatch counts from the last day that its own date allows. One without a date, or with one that spans many years,
makes nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from legation.event import Disagreement, Event, EventReport
from legation.ledger.news import MOST_YEARS
from legation.merging.commitments import outcome_on
from legation.when import known_bounds

_SETTLED = ("kept", "cancelled")


class Changes:
    """Compares with what was known before a day; `deeds` are reports by id that stand in other events."""

    def __init__(self, since: date, deeds: Mapping[str, EventReport]) -> None:
        self._since, self._deeds = since, deeds

    def fresh(self, report: EventReport) -> bool:
        """Whether it can have come out on the day or later."""
        first, last = known_bounds(report.dispatch.published)
        return first is not None and last is not None and last >= self._since and last.year - first.year < MOST_YEARS

    def newly_promised(self, event: Event) -> bool:
        """Whether everything that announces it, or that called it off without its having been announced, is new."""
        promise = event.commitment
        return promise is not None and self._new(event, promise.announced or promise.evidence)

    def newly_settled(self, event: Event) -> bool:
        """Whether it is kept or called off, by new reports alone."""
        promise = event.commitment
        return promise is not None and promise.outcome in _SETTLED and self._new(event, promise.evidence)

    def was_not_overdue(self, due: str | None) -> bool:
        """Whether a window had not passed on the eve."""
        eve = self._since - timedelta(days=1) if self._since > date.min else self._since
        return outcome_on(due, "open", eve) == "open"

    def newly_disputed(self, event: Event) -> tuple[Disagreement, ...]:
        """The disagreements in which only new reports tell one of the values."""
        by_source: dict[str, list[EventReport]] = {}
        for report in event.reports:
            by_source.setdefault(report.dispatch.source, []).append(report)

        def is_new(sources: Iterable[str]) -> bool:
            return self._all_new([report for source in sources for report in by_source.get(source, ())])

        return tuple(one for one in event.disagreements if any(is_new(value.dispatches) for value in one.values))

    def with_new_disputes(self, event: Event) -> Event | None:
        """The event with its new disagreements only, None when there are none."""
        found = self.newly_disputed(event)
        return msgspec.structs.replace(event, disagreements=found) if found else None

    def _new(self, event: Event, ids: Iterable[str]) -> bool:
        there = {report.id: report for report in event.reports}
        found = (there.get(id_) or self._deeds.get(id_) for id_ in ids)
        return self._all_new([report for report in found if report])

    def _all_new(self, reports: list[EventReport]) -> bool:
        """Whether some are new and none is old."""
        ends = [known_bounds(report.dispatch.published)[1] for report in reports]
        return any(map(self.fresh, reports)) and all(end is None or end >= self._since for end in ends)
