"""Why an event is one: the pairs that joined its reports, and the nearest report that stayed outside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import Ledger, Question
from legation.merging import Verdict
from legation.merging.telling import prepare
from legation.merging.verdict import judge
from legation.report import Report
from legation.when import known_bounds

NEARBY = 30
"""Days before and after an event within which what is nearest to it is looked for."""
MOST = 60
"""Events, and reports outside an event, that are compared with its own: those nearest in time."""
OWN = 10
"""Reports of an event that are compared with others: what is told by more is well known."""


class Outside(NamedTuple):
    """The report outside an event that came nearest to one of its own, its event, and the verdict on the two.

    `excluded`: where the two alone would be one event, a pair of the two events that can never be one.
    """

    verdict: Verdict
    event: Event
    excluded: Verdict | None = None


class Joins(NamedTuple):
    """An event with the verdicts that joined it, the strongest first, and what they are about.

    `reports` holds all reports that the verdicts name (without any, those of the event), by id; `dispatches` theirs.
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
    reports = book.reports_by_id([one.id for one in event.reports])
    verdicts = tuple(sorted(book.joins(event.id), key=lambda verdict: (-verdict.score, verdict.a, verdict.b)))
    others = _others(book, event)
    told_there = {report.dispatch.id for report in (*reports.values(), *(report for report, _ in others.values()))}
    outside = nearest(reports, others, book.origins(sorted(told_there)))
    shown = [*verdicts, *((outside.verdict, outside.excluded) if outside else ())]
    named = {id_ for verdict in shown if verdict for id_ in (verdict.a, verdict.b)}
    told = {id_: others[id_][0] if id_ in others else reports[id_] for id_ in named if id_ in others or id_ in reports}
    if not verdicts:
        told |= reports
    found = {id_: book.dispatch(id_) for id_ in sorted({report.dispatch.id for report in told.values()})}
    return Joins(event, verdicts, outside, told, {id_: dispatch for id_, dispatch in found.items() if dispatch})


def nearest(
    reports: Mapping[str, Report], others: Mapping[str, tuple[Report, Event]], behind: Mapping[str, str]
) -> Outside | None:
    """The one of `others` that is nearest to one of `reports`; None when none shares type and party.

    Args:
        reports: the reports of an event, by id.
        others: reports outside it, by id, each with its event.
        behind: for the id of a reprint that of its original.
    """
    own = [prepare(report, behind) for _, report in sorted(reports.items())[:OWN]]
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


def _question(event: Event) -> Question:
    """Asks for what has the same two parties, at about the same time or without a date."""
    codes = tuple(dict.fromkeys(one.code for one in (*event.actors, *event.recipients)))[:2]
    since, until = (_moved(day, days) for day, days in zip(event.date_bounds, (-NEARBY, NEARBY), strict=True))
    return Question(codes, since, until, undated=True)


def _others(book: Ledger, event: Event) -> dict[str, tuple[Report, Event]]:
    """Reports of other events with the same parties: those of the events that are nearest in time."""
    question = _question(event)
    near = sorted((_apart(event, first, last), id_) for id_, first, last in book.days_of_events(question))
    found = book.events_by_id([id_ for _, id_ in near if id_ != event.id][:MOST])
    of_event = {report.id: one for one in found.values() for report in one.reports}
    reports = book.reports_by_id(sorted(of_event))
    fitting = [id_ for id_ in of_event if id_ in reports and _fits(reports[id_], question)]
    return {id_: (reports[id_], of_event[id_]) for id_ in fitting[:MOST]}


def _apart(event: Event, first: str | None, last: str | None) -> int:
    """Days between an event and another; what has no day stands behind those that have one."""
    here, there = event.date_bounds[0] or event.date_bounds[1], first or last
    if here is None or there is None:
        return NEARBY + 1 if there is None else 0
    return abs((date.fromisoformat(here) - date.fromisoformat(there)).days)


def _fits(report: Report, question: Question) -> bool:
    """Whether a report has the first party, and a date about that time or none."""
    if question.states and question.states[0] not in {one.code for one in (*report.actors, *report.recipients)}:
        return False
    low, high = known_bounds(report.date)
    late = question.until is not None and low is not None and low > question.until
    early = question.since is not None and high is not None and high < question.since
    return not late and not early


def _moved(day: str | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day) + timedelta(days=days)
    except OverflowError:
        return None
