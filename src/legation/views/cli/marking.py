"""Dispatches, reports and events printed with the words they rest on marked: between ⟦ ⟧, in colour on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain as flat
from itertools import pairwise
from typing import NamedTuple

from rich.text import Text

from legation.dispatch import Dispatch, Span
from legation.event import Event
from legation.merging import Verdict, chain_text, describe
from legation.report import Participant, Report
from legation.views.cli.printing import console, kind, short, sides
from legation.views.escaping import one_line, visible
from legation.views.wording import date_words, load_interface

STYLES = {
    "trigger": "bold",
    "mention": "bold dim",
    "actor": "green",
    "recipient": "cyan",
    "date": "yellow",
    "place": "magenta",
    "source": "blue",
    "furniture": "dim",
}
_LABEL = 12
_LANGUAGE = "en"


class Mark(NamedTuple):
    """A stretch of a text with the role it plays and, where there are several reports, its report's number."""

    start: int
    end: int
    role: str
    number: int | None = None


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> Text:
    """The text with its marks; `offset` is where it begins in the text that the marks count in.

    Triggers and mentions stand between ⟦ ⟧ with the number of their report; marks may overlap.
    """
    inside = [
        mark._replace(start=max(mark.start - offset, 0), end=min(mark.end - offset, len(text)))
        for mark in marks
        if mark.start < offset + len(text) and mark.end > offset
    ]
    cuts = sorted({0, len(text), *(edge for mark in inside for edge in (mark.start, mark.end))})
    shown = Text()
    for start, end in pairwise(cuts):
        bracketed = [mark for mark in inside if mark.role in ("trigger", "mention")]
        for mark in sorted((m for m in bracketed if m.start == start), key=lambda m: -m.end):
            shown.append("⟦" if mark.number is None else f"⟦{mark.number} ", style=STYLES[mark.role])
        styles = [STYLES[mark.role] for mark in inside if mark.start <= start and end <= mark.end]
        shown.append(visible(text[start:end]), style=" ".join(dict.fromkeys(styles)))
        for mark in (m for m in bracketed if m.end == end):
            shown.append("⟧", style=STYLES[mark.role])
    return shown


def print_dispatch(dispatch: Dispatch, reports: Sequence[Report]) -> None:
    """The head of a dispatch, its text with numbered reports, and what each of them says."""
    out = console()
    _line("dispatch", dispatch.id)
    _line("source", dispatch.source)
    for name, value in (("title", dispatch.title), ("outlet", dispatch.outlet), ("published", dispatch.published)):
        if value:
            _line(name, value)
    if dispatch.credits:
        _line("credits", ", ".join(f"{credit.name} ({credit.kind})" for credit in dispatch.credits))
    out.print()
    marks = [Mark(piece.start, piece.end, "furniture") for piece in dispatch.furniture]
    for number, report in enumerate(reports, 1):
        marks.append(Mark(report.trigger.start, report.trigger.end, "trigger", number))
        marks += [Mark(span.start, span.end, "mention", number) for span in report.mentions]
    out.print(marked(dispatch.text, marks), soft_wrap=True)
    out.print()
    for number, report in enumerate(reports, 1):
        said = f"{kind(report.type, report.mode)}, {report.status}: {sides(report.actors, report.recipients)}"
        dated = f", {report.date}" if report.date else ""
        out.print(Text(one_line(f"{number:>3}  {short(report.id)}  {said}{dated}, {report.salience}")), soft_wrap=True)
    if not reports:
        out.print("No reports.")


def print_report(report: Report, dispatch: Dispatch | None) -> None:
    """Everything a report rests on."""
    interface = load_interface(_LANGUAGE)
    _line("report", report.id)
    _line("says", f"{kind(report.type, report.mode)}, {report.status}: {sides(report.actors, report.recipients)}")
    _line("class", f"{report.quad}, intensity {report.intensity:+g}, {report.scope}, {report.salience}")
    _line("confidence", f"{report.confidence:.2f}")
    _line("dispatch", f"{report.dispatch.source} ({short(report.dispatch.id)})")
    if report.contexts:
        _line("contexts", ", ".join(report.contexts))
    console().print()
    console().print(marked(report.sentence.text, _marks(report), report.sentence.start), soft_wrap=True)
    console().print()
    why = report.why
    _line("trigger", _where(report.trigger))
    for span in report.mentions:
        _line("also", _where(span))
    for name in ("entry", "frame", "status", "hearsay"):
        if why.get(name):
            _line({"entry": "lexicon", "status": "status cue"}.get(name, name), str(why[name]))
    for role, people, paths in (
        ("actor", report.actors, why.get("actors")),
        ("recipient", report.recipients, why.get("recipients")),
    ):
        for one in people:
            _line(role, _participant(one) + _path(one, paths))
    for name, value in why.items():
        if name not in ("entry", "frame", "status", "hearsay", "actors", "recipients") and value:
            _line(name, str(value))
    _line("date", _date(report, date_words(report.date, interface)))
    if report.place:
        place = report.place
        _line("place", f"{place.name} ({place.code}), {_where(Span(place.text, place.start, place.end))}")
    for link in report.attribution:
        stands = "" if link.start is None or link.end is None else f", “{link.text}” {link.start}–{link.end}"
        code = f" ({link.code})" if link.code else ""
        _line("says so", f"{link.kind} {link.name}{code}{stands}")
    _line("chain", chain_text(report, dispatch))


def print_event(
    event: Event,
    reports: Sequence[Report],
    dispatches: Mapping[str, Dispatch | None],
    joins: Sequence[Verdict],
) -> None:
    """An event: what is agreed, who tells it in which words, why they are one, on what they differ."""
    interface = load_interface(_LANGUAGE)
    _line("event", event.id)
    _line("says", f"{kind(event.type, event.mode)}, {event.status}: {sides(event.actors, event.recipients)}")
    _line("date", f"{event.date} ({date_words(event.date, interface)})" if event.date else "unknown")
    if event.place:
        _line("place", f"{event.place.name} ({event.place.code})")
    for one in flat(event.actors, event.recipients):
        if one.person:
            _line("person", f"{one.person}{f', {one.office}' if one.office else ''} ({one.code})")
    _line("told by", f"{interface.count('dispatches', event.dispatches)}, "
          f"{interface.count('sources', event.independent_sources)}: "
          + "; ".join(source.name for source in event.sources))  # fmt: skip
    if event.commitment:
        promised = event.commitment
        known = f" as of {promised.as_of}" if promised.as_of else ""
        _line("commitment", f"{promised.outcome}{known}, due {promised.due or 'some day'}")
    for report in reports:
        console().print()
        _line("report", f"{report.id}  {report.status}, {report.date or 'no date'}")
        _line("chain", f"{chain_text(report, dispatches.get(report.dispatch.id))}  [{report.dispatch.source}]")
        console().print(marked(report.sentence.text, _marks(report), report.sentence.start), soft_wrap=True)
    console().print()
    if joins:
        for verdict in joins:
            for line in describe(verdict):
                console().print(Text(visible(line)), soft_wrap=True)
    else:
        _line("merged", "nothing: one report tells it")
    for found in event.disagreements:
        for said in found.values:
            _line("differ", f"{found.field}: {said.value} ({', '.join(said.dispatches)})")


def _marks(report: Report) -> list[Mark]:
    marks = [Mark(report.trigger.start, report.trigger.end, "trigger")]
    marks += [Mark(one.start, one.end, "actor") for one in report.actors]
    marks += [Mark(one.start, one.end, "recipient") for one in report.recipients]
    marks += [Mark(one.start, one.end, "source") for one in report.attribution
              if one.start is not None and one.end is not None]  # fmt: skip
    if report.date_basis:
        marks.append(Mark(report.date_basis.start, report.date_basis.end, "date"))
    if report.place:
        marks.append(Mark(report.place.start, report.place.end, "place"))
    return marks


def _line(label: str, value: str) -> None:
    console().print(Text(f"{label:<{_LABEL}}").append(one_line(value)), soft_wrap=True)


def _where(span: Span) -> str:
    return f"“{span.text}” {span.start}–{span.end}"


def _participant(one: Participant) -> str:
    person = f", {one.person}" if one.person else ""
    office = f", {one.office}" if one.office else ""
    return f"{one.code} {one.sector}{person}{office}, {_where(Span(one.text, one.start, one.end))}"


def _path(one: Participant, paths: object) -> str:
    """The role path of a participant, where `why` has it: a list with code, path and words."""
    if not isinstance(paths, list | tuple):
        return ""
    found = [p for p in paths if isinstance(p, dict) and p.get("code") == one.code]
    exact = [p for p in found if p.get("words") == one.text] or found
    return f", by {exact[0]['path']}" if exact and exact[0].get("path") else ""


def _date(report: Report, words: str) -> str:
    if report.date is None:
        return "unknown"
    basis = report.date_basis
    if basis is None:
        return f"{report.date} ({words})"
    return f"{report.date} ({words}), from {basis.origin}, “{basis.text}” {basis.start}–{basis.end}"
