"""Two reports side by side, with what was observed of them."""

from __future__ import annotations

from rich.text import Text

from legation.merging import Verdict
from legation.merging.verdict import SAME
from legation.report import Report
from legation.views.cli.printing import console, counted, kind, print_line, quoted, short, sides
from legation.views.wording.saying import place_of

_QUOTED = 400


def print_pair(a: Report, b: Report, verdict: Verdict, waiting: int) -> None:
    """A doubtful pair: who tells what in which words, and why it is in doubt."""
    print_line("")
    print_line(f"{counted(waiting, 'doubtful pair', 'doubtful pairs')}: do these two tell one event?")
    for number, report in enumerate((a, b), start=1):
        print_line("")
        told = report.dispatch
        out = f", published {told.published}" if told.published else ""
        print_line(f"{number}  {place_of(told.source)}{out}  [{told.title or 'no title'}]  report {short(report.id)}")
        line = Text("   ").append_text(quoted(report.sentence, report.trigger, _QUOTED))
        console().print(line, soft_wrap=True)
        parties = sides(report.actors, report.recipients)
        what = f"{kind(report.type, report.mode)}, {report.status}: {parties}"
        print_line(f"   {what}, {report.date or 'no date'}{_people(report)}")
    print_line("")
    for seen in verdict.observations:
        print_line(f"   {seen.name} {seen.score:+.1f}: {seen.reason}")
    print_line(f"   together {verdict.score:+.1f}; from {SAME:+.1f} on they would be one event")


def _people(report: Report) -> str:
    names = dict.fromkeys(one.person for one in (*report.actors, *report.recipients) if one.person)
    return f" ({', '.join(names)})" if names else ""
