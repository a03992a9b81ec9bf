"""Who says what of an event: whom the dispatches rest on in the end, not how many of them there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from legation.event import Event, EventReport, EventSource
from legation.when import known_bounds


def who_says(event: Event, dispatches: Iterable[str]) -> tuple[EventSource, ...]:
    """The independent sources behind some dispatches (by source) of an event, each with those of them it stands behind.

    Reprints and outlets that pass on one agency's text are one source.
    """
    wanted = set(dispatches)
    found = ((root.name, tuple(d for d in root.dispatches if d in wanted)) for root in event.sources)
    return tuple(EventSource(name, there) for name, there in found if there)


def outlets(event: Event, dispatches: Iterable[str]) -> tuple[str, ...]:
    """The outlets of some dispatches of an event, each once, in the order of the letters."""
    wanted = set(dispatches)
    return tuple(
        sorted({r.dispatch.outlet for r in event.reports if r.dispatch.source in wanted and r.dispatch.outlet})
    )


def earliest(event: Event, reports: Iterable[str], deeds: Mapping[str, EventReport]) -> EventReport | None:
    """Of some reports (by id) of an event, or of the `deeds` told elsewhere, the one that came out first."""
    wanted = set(reports)
    there = [report for report in event.reports if report.id in wanted]
    there += [deeds[id_] for id_ in sorted(wanted - {report.id for report in there}) if id_ in deeds]
    return min(there, key=lambda r: (known_bounds(r.dispatch.published)[0] or date.max, r.id), default=None)


def words_of(event: Event, dispatches: Iterable[str]) -> EventReport | None:
    """A report of the event in one of these dispatches: the first by their source."""
    wanted = set(dispatches)
    there = [report for report in event.reports if report.dispatch.source in wanted]
    return min(there, key=lambda report: (report.dispatch.source, report.id), default=None)


def told_as(event: Event) -> EventReport:
    """The report whose words stand for the event: the first that gives it the status it has, else the first."""
    return next((report for report in event.reports if report.status == event.status), event.reports[0])


def place_of(source: str) -> str:
    """Where a dispatch comes from, short: the host of an address, the name of a file."""
    if "://" in source:
        return source.split("://", 1)[1].split("/", 1)[0].removeprefix("www.")
    return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
