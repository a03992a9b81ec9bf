"""An event: what happened (or is announced), as told by one or more reports (version 1 of the event record)."""

from __future__ import annotations

from typing import Literal

import msgspec

from legation.dispatch import Span
from legation.report import Attribution, DispatchRef, Participant, Place, Scope, Status

VERSION = 1

Outcome = Literal["open", "kept", "overdue", "cancelled"]


class EventReport(msgspec.Struct, frozen=True):
    """One report of the event, as the event record shows it."""

    id: str
    dispatch: DispatchRef
    status: Status
    date: str | None
    trigger: Span
    sentence: Span
    attribution: tuple[Attribution, ...]


class EventSource(msgspec.Struct, frozen=True):
    """One independent root of source chains, and the sources of the dispatches that rest on it."""

    name: str
    dispatches: tuple[str, ...]


class SaidValue(msgspec.Struct, frozen=True):
    """One of the values that dispatches disagree on, and who says so."""

    value: str
    dispatches: tuple[str, ...]


class Disagreement(msgspec.Struct, frozen=True):
    """A field on which the reports of an event differ."""

    field: str
    values: tuple[SaidValue, ...]


class Commitment(msgspec.Struct, frozen=True):
    """What was announced or promised, with the window in which it is due and what came of it.

    `due` is EDTF or None for an open end; `as_of` an ISO day or None when the ledger knows no day at all;
    `announced` and `evidence` are report ids.
    """

    due: str | None
    outcome: Outcome
    as_of: str | None
    announced: tuple[str, ...]
    evidence: tuple[str, ...]


class Event(msgspec.Struct, frozen=True):
    """What happened or is announced: the consensus of its reports, with dissent kept."""

    version: int
    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    scope: Scope
    quad: str
    intensity: float
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    date: str | None
    place: Place | None
    date_bounds: tuple[str | None, str | None]
    people: tuple[str, ...]
    reports: tuple[EventReport, ...]
    dispatches: int
    independent_sources: int
    sources: tuple[EventSource, ...]
    disagreements: tuple[Disagreement, ...]
    commitment: Commitment | None
    judgements: tuple[str, ...]
