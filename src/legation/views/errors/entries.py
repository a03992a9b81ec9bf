"""One error as rows: what was wanted beside what came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from legation.evaluation import Field, GoldEvent, Match
from legation.report import DateBasis, Place, Report
from legation.views.errors.contents import Entry, Row

NAMES: dict[Field, str] = {
    "parties": "parties",
    "date": "date",
    "status": "status",
    "place": "place",
    "attribution": "source",
}
"""Fields whose errors are listed, as the page calls them; a wrong month is a wrong date."""
_NOTHING = "–"


def missed_entry(event: GoldEvent, rivals: Sequence[Report]) -> Entry:
    """An event that no report tells; `rivals` are unmatched reports in its place, of types that are not accepted."""
    told = [f"{_kind(r.type, r.mode)} “{r.trigger.text}”" for r in rivals]
    remarks = [f"reported in its place: {', '.join(told)}"] if told else []
    rows = tuple(Row(name, value, None, wrong=False) for name, value in _wanted(event).items())
    return Entry("missed", _kind(event.type, event.mode), (), rows, (*remarks, *_notes(event)), None, ())


def extra_entry(report: Report) -> Entry:
    """A report that nothing asked for."""
    rows = tuple(Row(name, None, value, wrong=False) for name, value in _came(report).items())
    return Entry("extra", _kind(report.type, report.mode), (), rows, (), _rule(report), _paths(report))


def wrong_entry(match: Match, *, elsewhere: bool) -> Entry:
    """A found event with fields that are wrong; `elsewhere` when its report stands in another sentence."""
    wrong = [NAMES[field] for field in match.comparison.wrong if field in NAMES]
    wanted, came = _wanted(match.event), _came(match.report)
    rows = [Row(name, wanted[name], came[name], wrong=name in wrong) for name in wanted]
    if elsewhere:
        rows.append(Row("its sentence", None, match.report.sentence.text, wrong=False))
    head = _kind(match.event.type, match.event.mode)
    return Entry(
        "wrong", head, tuple(wrong), tuple(rows), _notes(match.event), _rule(match.report), _paths(match.report)
    )


def _wanted(event: GoldEvent) -> dict[str, str]:
    types = " or ".join([_kind(event.type, event.mode), *event.also])
    return {
        "what": types,
        "status": event.status,
        "parties": _sides([c or "" for c in event.actors], [c or "" for c in event.recipients]),
        "date": event.date or _NOTHING,
        "place": event.place or _NOTHING,
        "source": event.attributed_to or _NOTHING,
        "words": event.trigger,
    }


def _came(report: Report) -> dict[str, str]:
    return {
        "what": _kind(report.type, report.mode),
        "status": report.status,
        "parties": _sides([p.code for p in report.actors], [p.code for p in report.recipients]),
        "date": f"{report.date or _NOTHING}{_quoted(report.date_basis)}",
        "place": f"{report.place.code if report.place else _NOTHING}{_quoted(report.place)}",
        "source": " ← ".join(link.name for link in report.attribution) or _NOTHING,
        "words": report.trigger.text,
    }


def _quoted(basis: DateBasis | Place | None) -> str:
    return f" (“{basis.text}”)" if basis else ""


def _kind(type_name: str, mode: str | None) -> str:
    return f"{type_name} {mode}" if mode else type_name


def _sides(actors: Sequence[str], recipients: Sequence[str]) -> str:
    acting, receiving = (", ".join(dict.fromkeys(code for code in side if code)) for side in (actors, recipients))
    return f"{acting or '?'} → {receiving}" if receiving else acting or "?"


def _notes(event: GoldEvent) -> tuple[str, ...]:
    salience = f", {event.salience}" if event.salience else ""
    return (f"line {event.line}{salience}", *([f"note: {event.note}"] if event.note else []))


def _rule(report: Report) -> str:
    """The lexicon entry, the frame and the word that decided the status, as far as the report tells."""
    why = report.why
    said = [str(why.get("entry", "?")), *(f"{key} {why[key]}" for key in ("frame", "status") if why.get(key))]
    return ", ".join([*said, *(["hearsay"] if why.get("hearsay") else []), f"confidence {report.confidence:g}"])


def _paths(report: Report) -> tuple[str, ...]:
    """How each party was found."""
    return tuple(
        f"{party.get('code')} as {side[:-1]}: {party.get('path')} “{party.get('words')}”"
        for side in ("actors", "recipients")
        for party in _listed(report.why.get(side))
    )


def _listed(said: object) -> list[Mapping[str, Any]]:
    return [one for one in said if isinstance(one, Mapping)] if isinstance(said, list | tuple) else []
