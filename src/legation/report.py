"""A report: what one dispatch says of one event (form: version 1 of the report record).

The structs serialise with msgspec to exactly the fields of the public form. Offsets are code points into the
dispatch's text, end exclusive.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from legation.dispatch import Basis, Span

VERSION = 1

Status = Literal["occurred", "ongoing", "planned", "hypothetical", "denied"]
Scope = Literal["international", "domestic"]
Salience = Literal["main", "background"]
AttributionKind = Literal["outlet", "agency", "speaker", "document"]


class DispatchRef(msgspec.Struct, frozen=True):
    """What a report says of the dispatch it stands in."""

    id: str
    source: str
    title: str | None
    outlet: str | None
    language: str
    published: str | None


class Participant(msgspec.Struct, frozen=True):
    """A state or organisation taking part, perhaps through a person holding an office."""

    code: str
    sector: str
    person: str | None
    office: str | None
    text: str
    start: int
    end: int


class DateBasis(msgspec.Struct, frozen=True, rename={"origin": "from"}):
    """The words that gave a report its date, and where they stand."""

    text: str
    start: int
    end: int
    origin: Basis


class Place(msgspec.Struct, frozen=True):
    """Where the event takes place: `code` is ISO 3166-1 alpha-3."""

    code: str
    name: str
    text: str
    start: int
    end: int


class Attribution(msgspec.Struct, frozen=True):
    """One link of who says so. Without words in the text (a record's field) `text` is the name, offsets null."""

    kind: AttributionKind
    name: str
    code: str | None
    text: str
    start: int | None
    end: int | None


class Promise(msgspec.Struct, frozen=True):
    """What an agreement or a promise binds to do: the PLOVER type of the act and its window (EDTF), each None where the
    words do not tell.
    """

    type: str | None
    due: str | None


class Report(msgspec.Struct, frozen=True):
    """What one dispatch says of one event, once, however often it comes back to it."""

    version: int
    id: str
    dispatch: DispatchRef
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    scope: Scope
    salience: Salience
    date: str | None
    date_basis: DateBasis | None
    place: Place | None
    attribution: tuple[Attribution, ...]
    trigger: Span
    mentions: tuple[Span, ...]
    sentence: Span
    quad: str
    intensity: float
    confidence: float
    why: dict[str, Any]
    promised: Promise | None = None
    postponed: bool = False


def encode(report: Report) -> bytes:
    """One line of JSON in the public form, without the line end; the same report gives the same bytes."""
    return msgspec.json.encode(report)


def decode(line: bytes) -> Report:
    """The report in a line of JSON.

    Raises:
        msgspec.ValidationError: the line is no report of version 1.
    """
    return msgspec.json.decode(line, type=Report)
