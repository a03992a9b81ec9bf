"""What persons corrected, laid over the consensus of an event.

Values are text. `date`: EDTF. `status`, `type`, `mode`: as in the record. `place`: a state's code, or `Minsk (BLR)`.
`actors` and `recipients`: codes, separated by commas. None everywhere but in status and type: nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Mapping
from typing import Any, get_args

import msgspec

from legation import ontology
from legation.event import Commitment, Event, Outcome
from legation.judgement import CorrectedField, Judgement
from legation.merging.standing import Standing, in_order
from legation.report import Participant, Place, Status
from legation.states import load_organisations, load_states
from legation.when import is_edtf, known_bounds

_NAMED_PLACE = re.compile(r"(?P<name>[^()]*\S)\s*\((?P<code>[A-Z]{3})\)|(?P<alone>[A-Z]{3})")
_STATUSES: tuple[Status, ...] = get_args(Status)
_OUTCOMES: dict[str, Outcome] = {"occurred": "kept", "ongoing": "kept", "denied": "cancelled", "planned": "open"}


def fault(field: CorrectedField, value: str | None, type_name: str | None = None) -> str | None:
    """What is wrong with a value, in a few words, or None. A mode is looked for in the type given, else in all."""
    kinds = ontology.load().types
    if value is None:
        return f"{field} cannot be unknown" if field in ("status", "type") else None
    if field == "date":
        return None if is_edtf(value) else f"not a date in EDTF: {value!r} (2020-02-07, 2020-02, XXXX-07-04)"
    if field == "status":
        return _among(value, _STATUSES, "status")
    if field == "type":
        return _among(value, tuple(kinds), "type")
    if field == "mode":
        of = [kinds[type_name]] if type_name in kinds else list(kinds.values())
        return _among(value, tuple(dict.fromkeys(mode for kind in of for mode in kind.modes)), "mode")
    if field == "place":
        found = _NAMED_PLACE.fullmatch(value)
        code = found and (found["code"] or found["alone"])
        return None if code in load_states() else f"not a place: {value!r} (BLR, or Minsk (BLR))"
    unknown = [code for code in codes(value) if code not in load_states() and code not in load_organisations()]
    if unknown or not codes(value):
        return f"unknown code {', '.join(unknown) or repr(value)}"
    return None


def _among(value: str, known: tuple[str, ...], what: str) -> str | None:
    return None if value in known else f"unknown {what} {value!r} (there are: {', '.join(known) or 'none'})"


def codes(value: str | None) -> tuple[str, ...]:
    """The codes in a value of `actors` or `recipients`."""
    return tuple(dict.fromkeys(code for part in (value or "").split(",") if (code := part.strip())))


def value_of(event: Event, field: CorrectedField) -> str | None:
    """What an event says in a field, in the form of a correction's value."""
    if field == "place":
        return f"{event.place.name} ({event.place.code})" if event.place else None
    if field in ("actors", "recipients"):
        return ", ".join(dict.fromkeys(one.code for one in getattr(event, field))) or None
    said: str | None = getattr(event, field)
    return said


def agrees(event: Event, field: CorrectedField, value: str | None) -> bool:
    """Whether an event says this already; parties in any order, a place without a name by its state."""
    said = value_of(event, field)
    if field in ("actors", "recipients"):
        return set(codes(said)) == set(codes(value))
    if field == "place" and said and value and _place(value).name == _place(value).code:
        return _place(said).code == value
    return said == value


def shaped(event: Event, held: Standing) -> Event:
    """The event with what persons judged: corrections laid over it, and the ids of all judgements that shaped it.

    A judgement of a pair shaped the event when it joined two of its reports, or kept one of them apart from another.
    """
    if not held.pairs and not held.corrections:
        return event
    reports = {report.id for report in event.reports}
    used = {j.id for pair, j in held.pairs.items() if _bears(j, len(reports.intersection(pair)))}
    made = {j.id: j for report in reports & held.corrections.keys() for j in held.corrections[report].values()}
    last = {judgement.field: judgement for judgement in in_order(made.values()) if judgement.field}
    event, laid = corrected(event, last)
    used.update(judgement.id for judgement in laid)
    return msgspec.structs.replace(event, judgements=tuple(sorted(used))) if used else event


def _bears(judgement: Judgement, inside: int) -> bool:
    return inside == 2 if judgement.kind == "same" else judgement.kind == "different" and inside == 1


def corrected(event: Event, last: Mapping[CorrectedField, Judgement]) -> tuple[Event, tuple[Judgement, ...]]:
    """The event with corrections laid over it, and which of them could be.

    Bounds, quad, intensity, people, outcome and due follow. One that makes no sense is passed over: a mode that the
    event's type (as corrected) does not have, a code this version does not know.
    """
    known = (*event.actors, *event.recipients)
    laid = []
    for field in ("type", "mode", "status", "date", "place", "actors", "recipients"):  # a mode is one of the type's
        judgement = last.get(field)
        if judgement is not None and fault(field, judgement.value, event.type) is None:
            change = (
                _parties(event, field, codes(judgement.value), known, last)
                if field in ("actors", "recipients")
                else _change(event, field, judgement.value)
            )
            event = msgspec.structs.replace(event, **change)
            laid.append(judgement)
    return event, tuple(laid)


def _change(event: Event, field: CorrectedField, value: str | None) -> dict[str, Any]:
    kinds = ontology.load()
    if field == "type":
        name = value or event.type
        mode = event.mode if event.mode in kinds.types[name].modes else None
        return {"type": name, "mode": mode, "quad": kinds.types[name].quad, "intensity": kinds.intensity(name, mode)}
    if field == "mode":
        return {"mode": value, "intensity": kinds.intensity(event.type, value)}
    if field == "status":
        return {"status": value, "commitment": _settled(event, str(value))}
    if field == "date":
        first, last_day = known_bounds(value)
        bounds = (first.isoformat() if first else None, last_day.isoformat() if last_day else None)
        return {"date": value, "date_bounds": bounds, "commitment": _due(event, value)}
    return {"place": _place(value) if value else None}


def _settled(event: Event, status: str) -> Commitment | None:
    promise, outcome = event.commitment, _OUTCOMES.get(status)
    if promise is None or outcome is None:
        return promise
    if outcome == "kept" and event.status in ("occurred", "ongoing"):
        return promise  # what occurred was the promising: that it did says nothing of the deed
    return msgspec.structs.replace(promise, outcome=outcome)


def _due(event: Event, value: str | None) -> Commitment | None:
    """What is still to come is due when it is to take place."""
    if event.commitment is None or event.status not in ("planned", "hypothetical"):
        return event.commitment
    return msgspec.structs.replace(event.commitment, due=value)


def _place(value: str) -> Place:
    found = _NAMED_PLACE.fullmatch(value)
    code = (found["code"] or found["alone"]) if found else value
    return Place(code, (found["name"] if found else None) or code, "", 0, 0)


def _parties(
    event: Event,
    field: CorrectedField,
    wanted: Collection[str],
    known: Iterable[Participant],
    last: Container[CorrectedField],
) -> dict[str, Any]:
    """One side with the parties wanted, persons and words kept; who stood on the other side leaves it."""
    side: list[Participant] = []
    for code in wanted:
        side += [one for one in known if one.code == code] or [Participant(code, _sector(code), None, None, "", 0, 0)]
    opposite: CorrectedField = "recipients" if field == "actors" else "actors"
    other: tuple[Participant, ...] = getattr(event, opposite)
    if opposite not in last:
        other = tuple(one for one in other if one.code not in wanted)
    sides: dict[str, Any] = {field: tuple(dict.fromkeys(side)), opposite: other}
    people = (one.person for name in ("actors", "recipients") for one in sides[name] if one.person)
    return sides | {"people": tuple(dict.fromkeys(people))}


def _sector(code: str) -> str:
    organisation = load_organisations().get(code)
    return organisation.sector if organisation else "GOV"
