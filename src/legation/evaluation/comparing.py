"""What of a report is right, held against the event that it was matched with."""

from __future__ import annotations

import re
from typing import Literal

import msgspec
from anyascii import anyascii

from legation.evaluation import standard
from legation.evaluation.gold import GoldEvent
from legation.report import Report

Field = Literal["parties", "date", "month", "status", "place", "attribution"]
FIELDS: tuple[Field, ...] = ("parties", "date", "month", "status", "place", "attribution")
ASKED_ONLY: tuple[Field, ...] = ("place", "attribution")
"""Fields that count only where the annotation says something."""

_APPROXIMATE = re.compile(r"[~?%]")
_MONTH = 7
"""Characters of an EDTF date up to its month."""


class Comparison(msgspec.Struct, frozen=True):
    """Whether each field of a report is right; None where the annotation asks for nothing."""

    parties: bool
    date: bool
    month: bool
    status: bool
    place: bool | None
    attribution: bool | None

    @property
    def wrong(self) -> tuple[Field, ...]:
        """The fields that are not right."""
        return tuple(field for field in FIELDS if getattr(self, field) is False)


def compare(event: GoldEvent, report: Report) -> Comparison:
    """Holds a report against an event."""
    return Comparison(
        parties=same_parties(event, report),
        date=_plain(event.date) == _plain(report.date),
        month=_months(event.date) == _months(report.date),
        status=event.status == report.status,
        place=None if event.place is None else report.place is not None and report.place.code == event.place,
        attribution=_same_source(event, report) if event.attributed_to else None,
    )


def sides_of(event: GoldEvent | Report) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of those who act and of those acted upon."""
    codes = standard.load().codes
    if isinstance(event, GoldEvent):
        return codes(event.actors), codes(event.recipients)
    return codes(one.code for one in event.actors), codes(one.code for one in event.recipients)


def same_parties(event: GoldEvent, report: Report) -> bool:
    """Whether exactly the right parties stand on the right sides; on either side where the type is symmetric."""
    wanted, told = sides_of(event), sides_of(report)
    if event.type in standard.load().symmetric:
        return wanted[0] | wanted[1] == told[0] | told[1]
    return wanted == told


def shared_parties(event: GoldEvent, report: Report) -> int:
    """How many parties both name, on whatever side."""
    return len(frozenset.union(*sides_of(event)) & frozenset.union(*sides_of(report)))


def _plain(date: str | None) -> str | None:
    """A date without its marks of doubt; an empty one is none."""
    return _APPROXIMATE.sub("", date) if date else None


def _months(date: str | None) -> tuple[str, ...] | None:
    plain = _plain(date)
    return None if plain is None else tuple(end[:_MONTH] for end in plain.split("/"))


def _same_source(event: GoldEvent, report: Report) -> bool:
    """Whether one of the report's sources contains the annotated one's words in a row, or the other way round."""
    wanted = _words(event.attributed_to or "")
    named = [_words(link.name) for link in report.attribution]
    return any(words.strip() and (words in wanted or wanted in words) for words in named)


def _words(name: str) -> str:
    """Words without accents and case, a space before and after each."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', anyascii(name).lower()))} "
