"""What a notebook shows: every string escaped and isolated, unseen characters written out, nothing loaded or run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from legation.dispatch import Dispatch, Span
from legation.event import Commitment, Event
from legation.merging import Verdict
from legation.report import Report
from legation.views.python.marks import Piece, pieces, roles_of
from legation.views.wording import (
    Interface,
    Quotation,
    date_words,
    due_words,
    event_label,
    load_interface,
    load_party_names,
    quotation,
)

if TYPE_CHECKING:
    from legation.views.joins import Outside

ROWS = 30
"""Rows that a notebook shows of a table."""
_LANGUAGE = "en"
_QUOTED = 240
_OPENING = 600
"""Characters of a dispatch's text that are shown."""
_REPORTS = 12
"""Reports of one event that are shown with their quotes."""

Cells = tuple[tuple[Piece, ...], ...]


class Told(NamedTuple):
    """A quotation with whom it rests on and where it stands."""

    quote: tuple[Piece, ...]
    chain: str
    where: str


def sides(record: Event | Report) -> str:
    """Who and to whom, by code: "RUS, CUB → VEN"; without a recipient those who act together: "RUS, VEN"."""
    acting = ", ".join(dict.fromkeys(one.code for one in record.actors))
    receiving = ", ".join(dict.fromkeys(one.code for one in record.recipients))
    return f"{acting or '?'} → {receiving}" if receiving else acting or "?"


def plain(text: object) -> tuple[Piece, ...]:
    """A cell of plain words; nothing for None."""
    return () if text is None else (Piece(str(text), ()),)


def quoted(sentence: Span, trigger: Span, longest: int = _QUOTED) -> tuple[Piece, ...]:
    """A cell with a quotation, its trigger marked."""
    return as_pieces(quotation(sentence, trigger, longest))


def as_pieces(found: Quotation) -> tuple[Piece, ...]:
    """A quotation in pieces."""
    parts = (Piece(found.before, ()), Piece(found.trigger, ("trigger",)), Piece(found.after, ()))
    return tuple(part for part in parts if part.text)


def table(heads: Sequence[str], rows: Iterable[Cells], total: int) -> str:
    """A table of the first rows, with how many there are."""
    shown = [row for row, _ in zip(rows, range(ROWS), strict=False)]
    return _rendered("table", heads=heads, rows=shown, total=total)


def event(found: Event) -> str:
    """An event: what happened, the words of those who tell it, what came of it, on what they differ."""
    ui, names = load_interface(_LANGUAGE), load_party_names(_LANGUAGE)
    acting, receiving = (", ".join(names.all(side)) for side in (found.actors, found.recipients))
    return _rendered(
        "event",
        event=found,
        label=event_label(found.type, found.mode, ui),
        status=ui.statuses[found.status],
        date=date_words(found.date, ui),
        parties=f"{acting or '?'} → {receiving}" if receiving else acting,
        place=names.place(found.place) if found.place else None,
        told=[
            Told(
                quoted(one.sentence, one.trigger),
                " ← ".join(link.name for link in one.attribution),
                ", ".join(part for part in (one.dispatch.published, one.dispatch.source) if part),
            )
            for one in found.reports[:_REPORTS]
        ],
        left=len(found.reports) - _REPORTS,
        backed=ui.brief.backed.format(
            sources=ui.count("sources", found.independent_sources),
            dispatches=ui.count("dispatches", found.dispatches),
            names="; ".join(source.name for source in found.sources),
        ),
        commitment=_commitment(found.commitment, ui) if found.commitment else None,
        fields=ui.disagreements,
    )


def _commitment(promised: Commitment, ui: Interface) -> str:
    outcome = ui.outcomes[promised.outcome]
    return f"{ui.brief.due}{ui.colon}{due_words(promised, ui)} ({outcome})" if promised.due else outcome


def reports(found: Sequence[Report]) -> str:
    """Reports, each with its whole sentence and the words that play a role in it marked."""
    ui = load_interface(_LANGUAGE)
    heads = ("date", "what", "who → whom", "words")
    rows = (
        (
            plain(one.date),
            plain(f"{event_label(one.type, one.mode, ui)} ({ui.statuses[one.status]})"),
            plain(sides(one)),
            pieces(one.sentence, roles_of(one)),
        )
        for one in found
    )
    return table(heads, rows, len(found))


def dispatch(found: Dispatch) -> str:
    """The head of a dispatch and the beginning of its text."""
    head = ", ".join(part for part in (found.outlet, found.published, found.source) if part)
    cut = len(found.text) > _OPENING
    return _rendered("dispatch", title=found.title, head=head, text=found.text[:_OPENING] + ("…" if cut else ""))


def explained(found: Event, verdicts: Sequence[Verdict], told: Mapping[str, Report], outside: Outside | None) -> str:
    """An event with the observations that joined its reports, and what stayed apart."""
    pairs = [(verdict, _pair(verdict, told)) for verdict in verdicts]
    apart = (outside.verdict, _pair(outside.verdict, told)) if outside else None
    return _rendered("explained", card=event(found), pairs=pairs, apart=apart)


def _pair(verdict: Verdict, told: Mapping[str, Report]) -> list[tuple[Piece, ...]]:
    there = [told[id_] for id_ in (verdict.a, verdict.b) if id_ in told]
    return [quoted(report.sentence, report.trigger) for report in there]


def headed(parts: Iterable[tuple[str, str]]) -> str:
    """Several displays under one another, each with a head."""
    return _rendered("headed", parts=tuple(parts))


def _rendered(kind: str, **values: object) -> str:
    from markupsafe import Markup  # noqa: PLC0415

    from legation.views.templates import load_template  # noqa: PLC0415  loads jinja2

    if "card" in values:
        values["card"] = Markup(values["card"])  # made here, escaped already
    if "parts" in values:
        values["parts"] = [(head, Markup(shown)) for head, shown in values["parts"]]  # type: ignore[attr-defined]
    return load_template("python").render(kind=kind, **values)
