"""Why an event is one: the pairs that joined its reports, and the nearest report that stayed outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import Ledger, Question
from legation.merging import Verdict, originals
from legation.merging.telling import prepare
from legation.merging.verdict import judge
from legation.report import Report

NEARBY = 30
"""Days before and after an event within which what is nearest to it is looked for."""
MOST = 500
"""Reports at most that are compared with those of the event."""


class Outside(NamedTuple):
    """The report outside an event that came nearest to one of its own, its event, and the verdict on the two.

    `excluded`: where the two alone would be one event, a pair of the two events that can never be one.
    """

    verdict: Verdict
    event: Event
    excluded: Verdict | None = None


class Joins(NamedTuple):
    """An event with the verdicts that joined it, the strongest first, and what they are about.

    `reports` holds all reports that the verdicts name, by id; `dispatches` theirs, by id.
    """

    event: Event
    verdicts: tuple[Verdict, ...]
    outside: Outside | None
    reports: Mapping[str, Report]
    dispatches: Mapping[str, Dispatch]


def gather_joins(book: Ledger, event: Event) -> Joins:
    """What joined an event, and what came nearest to it.

    Raises:
        LedgerError: the ledger failed.
    """
    reports = _reports(book, [event])
    others = _others(book, event)
    verdicts = tuple(sorted(book.joins(event.id), key=lambda verdict: (-verdict.score, verdict.a, verdict.b)))
    outside = nearest(reports, others, originals(one for one in book.reprints() if one.copy_id != one.original_id))
    if outside is not None:
        reports |= {id_: report for id_, (report, of) in others.items() if of.id == outside.event.id}
    found = {id_: book.dispatch(id_) for id_ in sorted({report.dispatch.id for report in reports.values()})}
    return Joins(event, verdicts, outside, reports, {id_: dispatch for id_, dispatch in found.items() if dispatch})


def nearest(
    reports: Mapping[str, Report], others: Mapping[str, tuple[Report, Event]], behind: Mapping[str, str]
) -> Outside | None:
    """The one of `others` that is nearest to one of `reports`; None when none shares type and party.

    Args:
        reports: the reports of an event, by id.
        others: reports outside it, by id, each with its event.
        behind: for the id of a reprint that of its original.
    """
    own = [prepare(report, behind) for _, report in sorted(reports.items())]
    found: list[Outside] = []
    for _, (report, event) in sorted(others.items()):
        other = prepare(report, behind)
        found += [
            Outside(judge(telling, other), event)
            for telling in own
            if telling.family == other.family and telling.codes & other.codes
        ]
    best = max(found, key=lambda one: one.verdict.score, default=None)
    if best is None or not best.verdict.same:
        return best
    opposed = (one.verdict for one in found if one.event.id == best.event.id and one.verdict.opposed)
    return best._replace(excluded=next(opposed, None))


def _others(book: Ledger, event: Event) -> dict[str, tuple[Report, Event]]:
    """Reports of other events with the same parties, at about the same time or without a date."""
    codes = tuple(dict.fromkeys(one.code for one in (*event.actors, *event.recipients)))[:2]
    since, until = (_moved(day, days) for day, days in zip(event.date_bounds, (-NEARBY, NEARBY), strict=True))
    around = [one for one in book.events(Question(codes, since, until, undated=True)) if one.id != event.id]
    of_event = {report.id: one for one in around for report in one.reports}
    told = {report.id: report for report in book.reports(Question(codes[:1], since, until, undated=True))}
    wanted = sorted(told.keys() & of_event.keys())[:MOST]
    return {id_: (told[id_], of_event[id_]) for id_ in wanted}


def _reports(book: Ledger, events: Iterable[Event]) -> dict[str, Report]:
    ids = [report.id for event in events for report in event.reports]
    return {id_: report for id_ in ids if (report := book.report(id_)) is not None}


def _moved(day: str | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day) + timedelta(days=days)
    except OverflowError:
        return None
