"""A judgement: what a person says of a pair of reports, or of a field of an event (version 1 of the judgement record).

Judgements are only ever added. A later one on the same pair or field counts in place of the earlier ones, which stay.
They name reports by where these stand in a dispatch, so that they still hold when a newer version of the program has
read the dispatch again and its reports have other ids.
"""

from __future__ import annotations

import hashlib
import re
from typing import Literal, get_args

import msgspec

from legation.report import Report

VERSION = 1

JudgementKind = Literal["same", "different", "later", "correction"]
CorrectedField = Literal["date", "status", "type", "mode", "place", "actors", "recipients"]
FIELDS: tuple[CorrectedField, ...] = get_args(CorrectedField)

_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?Z")
LONGEST = 2000
"""Characters of a reason, a name or a value: what people type, not what fills a disk."""


class Anchor(msgspec.Struct, frozen=True):
    """A report, named so that it is found again: its id, else its dispatch, type and the place of its trigger.

    `dispatch` is the id of the dispatch (a hash of its text), `start` and `end` are code points into that text.
    """

    report: str
    dispatch: str
    type: str
    start: int
    end: int


class Judgement(msgspec.Struct, frozen=True):
    """What a person judged, and who, when and why.

    Of a pair (`same`, `different`, or `later`: not decided) `reports` has two anchors and `field` and `value` are
    None. Of a correction `reports` has the founding report of the event, and `value` None says that nothing is known.
    `at` is the time in UTC, ISO 8601 with a `Z`.
    """

    version: int
    id: str
    kind: JudgementKind
    reports: tuple[Anchor, ...]
    field: CorrectedField | None
    value: str | None
    reason: str | None
    by: str
    at: str


def anchor(report: Report) -> Anchor:
    """Where a report stands."""
    return Anchor(report.id, report.dispatch.id, report.type, report.trigger.start, report.trigger.end)


def on_pair(a: Report, b: Report, kind: Literal["same", "different", "later"], *, by: str, at: str) -> Judgement:
    """A judgement of two reports; which of them comes first does not matter.

    Raises:
        ValueError: it is not of the form.
    """
    ends = sorted((anchor(a), anchor(b)), key=_place)
    return _sealed(Judgement(VERSION, "", kind, tuple(ends), None, None, None, by, at))


def correction(
    founding: Report, field: CorrectedField, value: str | None, reason: str, *, by: str, at: str
) -> Judgement:
    """A correction of one field of the event that this report founds; `value` in the form of `merging.corrections`.

    Raises:
        ValueError: it is not of the form.
    """
    return _sealed(Judgement(VERSION, "", "correction", (anchor(founding),), field, value, reason, by, at))


def encode(judgement: Judgement) -> bytes:
    """One line of JSON, without the line end; the same judgement gives the same bytes."""
    return msgspec.json.encode(judgement)


def decode(line: bytes) -> Judgement:
    """The judgement in a line of JSON.

    Raises:
        ValueError: the line is no judgement of version 1, or was changed after it was made.
    """
    found = msgspec.json.decode(line, type=Judgement)
    _check(found)
    if found.id != _hashed(found):
        raise ValueError("its id is not that of its content: a judgement is never changed")
    return found


def _sealed(judgement: Judgement) -> Judgement:
    _check(judgement)
    return msgspec.structs.replace(judgement, id=_hashed(judgement))


def _hashed(judgement: Judgement) -> str:
    content = msgspec.json.encode(msgspec.structs.replace(judgement, id=""))
    return hashlib.sha256(b"judgement " + content).hexdigest()[:16]


def _check(judgement: Judgement) -> None:
    pair = judgement.kind != "correction"
    if judgement.version != VERSION:
        raise ValueError(f"version {judgement.version} of the judgement record, this program knows {VERSION}")
    if len(judgement.reports) != (2 if pair else 1):
        raise ValueError(f"`{judgement.kind}` wants {'two reports' if pair else 'one report'}")
    if pair == (judgement.field is not None):
        raise ValueError("a correction, and nothing else, has a field")
    if pair and _place(judgement.reports[0]) > _place(judgement.reports[1]):
        raise ValueError("its reports stand in the wrong order")
    if any(end.start < 0 or end.end < end.start for end in judgement.reports):
        raise ValueError("a trigger ends before it begins")
    if not judgement.by.strip() or (not pair and not (judgement.reason or "").strip()):
        raise ValueError("who judged, and for a correction why, may not be empty")
    if not _AT.fullmatch(judgement.at):
        raise ValueError(f"`at` is no time in UTC: {judgement.at[:40]!r} (2024-05-31T12:00:00Z)")
    if any(len(text or "") > LONGEST for text in (judgement.by, judgement.reason, judgement.value)):
        raise ValueError(f"a text of more than {LONGEST} characters")


def _place(end: Anchor) -> tuple[str, int, int, str, str]:
    return end.dispatch, end.start, end.end, end.type, end.report
