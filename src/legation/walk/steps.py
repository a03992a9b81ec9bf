"""What comes out of the walk, and what it needs of those it walks with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from legation.dispatch import Dispatch
from legation.intake import PlaceCode
from legation.report import Report

if TYPE_CHECKING:
    from legation.language.pack import LanguagePack


Wanted = Literal["international", "all"]


class Reading(msgspec.Struct, frozen=True):
    """A dispatch and what it reports, within the scope asked for."""

    dispatch: Dispatch
    reports: tuple[Report, ...]


class Known(msgspec.Struct, frozen=True):
    """A dispatch that the ledger has already, read by this version of the program: it was not read again."""

    dispatch: Dispatch


class DispatchReader(Protocol):
    """What the walk needs of `legation.reading.reader.Reader`."""

    def read(self, dispatch: Dispatch) -> tuple[Report, ...]:
        """The reports of one dispatch."""
        ...

    def read_many(self, dispatches: Iterable[Dispatch]) -> Iterator[tuple[Report, ...]]:
        """The reports of each dispatch, in order."""
        ...


class Languages(Protocol):
    """What the walk needs of `ReaderSet`: the packs for intake, the readers for reading."""

    @property
    def packs(self) -> Mapping[str, LanguagePack]:
        """The language packs by code."""
        ...

    @property
    def place_code(self) -> PlaceCode:
        """The state in which a dateline's place lies."""
        ...

    def reader(self, language: str) -> DispatchReader:
        """The reader of a language."""
        ...
