"""What of a source is read at once: a piece that can be opened and read alone, on any machine."""

from __future__ import annotations

from typing import Literal

import msgspec

Form = Literal["lines", "parquet", "warc"]


class Source(msgspec.Struct, frozen=True):
    """A file of many dispatches. `path` is how people named it, `location` what is opened; `size` is in bytes."""

    path: str
    location: str
    form: Form
    size: int


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of a source: `count` records of which the first has the number `first` (1 for a source's first).

    `start` and `end` are bytes of unpacked lines or of the WARC file as it is, rows of Parquet. `passed` records stand
    between `start` and the first: more than 0 only where a source cannot be opened in the middle.
    """

    start: int
    end: int
    first: int
    count: int
    passed: int = 0


class Cut(msgspec.Struct, frozen=True):
    """A source cut into pieces, the hash of its bytes, and what of it could not be cut (place and reason)."""

    sha256: str
    pieces: tuple[Piece, ...]
    problems: tuple[tuple[str, str], ...] = ()


class Job(msgspec.Struct, frozen=True):
    """What a worker is asked to read: a piece of a source, as the part with this number."""

    number: int
    source: Source
    piece: Piece
