"""Why an event is one event, printed: each pair with its two sentences and what speaks for and against."""

from __future__ import annotations

from rich.text import Text

from legation.event import Event
from legation.merging import Verdict, chain_text
from legation.merging.likeness import EXCLUDED
from legation.merging.verdict import SAME
from legation.report import Report
from legation.views.cli.printing import console, counted, kind, print_line, quoted, short, sides
from legation.views.escaping import one_line
from legation.views.joins import Joins, Outside
from legation.views.wording.saying import place_of

_QUOTED = 300


def print_joining(found: Joins) -> None:
    """The event, then the pairs that joined its reports, then the nearest report that stayed outside."""
    event = found.event
    print_line(f"event {event.id}: {_said(event)}")
    backed = counted(event.independent_sources, "independent source", "independent sources")
    sources = "; ".join(source.name for source in event.sources)
    print_line(f"told by {counted(event.dispatches, 'dispatch', 'dispatches')}, {backed}: {sources}")
    console().print()
    if not found.verdicts:
        print_line("One report tells it; nothing was joined.")
        for told in event.reports:
            _sentence(found, told.id)
    for number, verdict in enumerate(found.verdicts, 1):
        if number > 1:
            console().print()
        print_line(f"{number}. {_pair(found, verdict)}: one event, {verdict.score:+.1f} where {SAME:+.1f} is wanted")
        _verdict(found, verdict)
        print_line(f"   {_would_split(verdict)}")
    console().print()
    _outside(found, found.outside)


def _outside(found: Joins, outside: Outside | None) -> None:
    if outside is None:
        print_line(
            "Nothing else in the ledger is like it: no other report of such an act, of its parties, in this time."
        )
        return
    verdict = outside.verdict
    print_line(f"Nearest that stayed apart: event {short(outside.event.id)}, {_said(outside.event)}")
    _verdict(found, verdict)
    if verdict.opposed:
        against = [one for one in verdict.observations if one.score <= -1]
        reason = f"what speaks against is never outweighed: {'; '.join(one.reason for one in against)}"
    elif verdict.same:
        reason = f"the two alone would be one event ({verdict.score:+.1f}), but {_what_excludes(found, outside)}"
    else:
        reason = f"{verdict.score:+.1f} in all, {SAME:+.1f} would have joined them"
    print_line(f"   Apart, since {reason}.")


def _what_excludes(found: Joins, outside: Outside) -> str:
    """Which other pair of the two events keeps them apart, and why."""
    if outside.excluded is None:
        return "reports that joined before them keep the two events apart"
    reason = min(outside.excluded.observations, key=lambda one: one.score)
    return f"{_pair(found, outside.excluded)} are never one: {reason.name}: {reason.reason}"


def _verdict(found: Joins, verdict: Verdict) -> None:
    """The two sentences and the observations: what speaks for, then against, the weightiest first."""
    for report in (verdict.a, verdict.b):
        _sentence(found, report)
    for one in sorted(verdict.observations, key=lambda one: (one.score < 0, -abs(one.score), one.name)):
        side = "against" if one.score < 0 else "for" if one.score > 0 else ""
        console().print(
            Text(f"   {side:<7}{one.score:+6.1f}  {one_line(f'{one.name}: {one.reason}')}"), soft_wrap=True
        )  # fmt: skip


def _would_split(verdict: Verdict) -> str:
    """What would have kept the two apart: any one thing they could not do without, or so much more against."""
    needed = [one.name for one in verdict.observations if one.score > 0 and verdict.score - one.score < SAME]
    without = f"without any one of these: {', '.join(needed)}; or " if needed else ""
    spare = max(verdict.score - SAME, 0.0)
    return f"They would be apart {without}with more than {spare:.1f} more against (what cannot be is {-EXCLUDED:.0f})."


def _sentence(found: Joins, report_id: str) -> None:
    report = found.reports.get(report_id)
    if report is None:
        return
    chain = chain_text(report, found.dispatches.get(report.dispatch.id))
    words = Text("   “").append_text(quoted(report.sentence, report.trigger, _QUOTED)).append("”")
    console().print(words, soft_wrap=True)
    when = f", {report.date}" if report.date else ""
    print_line(f"     — {chain}{_published(report)} ({report.status}{when}) [{place_of(report.dispatch.source)}]")


def _published(report: Report) -> str:
    return f", {report.dispatch.published}" if report.dispatch.published else ""


def _pair(found: Joins, verdict: Verdict) -> str:
    names = [place_of(found.reports[id_].dispatch.source) if id_ in found.reports else id_
             for id_ in (verdict.a, verdict.b)]  # fmt: skip
    return " and ".join(names)


def _said(event: Event) -> str:
    return f"{event.date or 'no date'}, {kind(event.type, event.mode)}, {event.status}: " + sides(
        event.actors, event.recipients
    )
