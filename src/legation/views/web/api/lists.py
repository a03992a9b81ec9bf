"""Lists of records, a part at a time, each with the address of the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
from starlette.requests import Request

from legation.event import Event
from legation.judgement import Judgement
from legation.report import DispatchRef, Report
from legation.views.records import CommitmentRecord, DissentRecord, PersonRecord
from legation.views.web.api.cursors import next_address

T = TypeVar("T")


class Events(msgspec.Struct, frozen=True):
    """A part of a list of events; `next` is null at its end."""

    items: tuple[Event, ...]
    next: str | None


class Reports(msgspec.Struct, frozen=True):
    """A part of a list of reports."""

    items: tuple[Report, ...]
    next: str | None


class Dispatches(msgspec.Struct, frozen=True):
    """A part of a list of dispatches, without their texts."""

    items: tuple[DispatchRef, ...]
    next: str | None


class Commitments(msgspec.Struct, frozen=True):
    """A part of a list of commitments."""

    items: tuple[CommitmentRecord, ...]
    next: str | None


class Disagreements(msgspec.Struct, frozen=True):
    """A part of a list of disagreements; `limit` counts events, each of which may have several."""

    items: tuple[DissentRecord, ...]
    next: str | None


class People(msgspec.Struct, frozen=True):
    """A part of a list of people."""

    items: tuple[PersonRecord, ...]
    next: str | None


class Judgements(msgspec.Struct, frozen=True):
    """A part of a list of judgements."""

    items: tuple[Judgement, ...]
    next: str | None


def behind(items: Sequence[T], place: Callable[[T], object], after: object, limit: int) -> Sequence[T]:
    """What of a sorted list stands behind a place (None: all), one more than `limit` so that an end is known."""
    found = (one for one in items if after is None or place(one) > after)  # type: ignore[operator]
    return [one for one, _ in zip(found, range(limit + 1), strict=False)]


def part(
    request: Request, found: Sequence[T], limit: int, place: Callable[[T], object]
) -> tuple[tuple[T, ...], str | None]:
    """Of up to `limit` + 1 records those of this part, and the address of the next if there is one."""
    items = tuple(found[:limit])
    return items, next_address(request, place(items[-1])) if len(found) > limit else None
