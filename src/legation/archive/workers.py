"""What runs on the engine's workers: cutting a source, reading a piece. Bytes in, bytes out.

Storage that fails is told of in the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import msgspec

from legation.archive.parts import Made, make
from legation.archive.pieces import Cut, Job, Source
from legation.archive.storage import StorageError
from legation.intake import FoundText, Limits, Refusal
from legation.walk import ReaderSet, Wanted

_MODULES = {"lines": "line_files", "parquet": "parquet_files", "warc": "warc_files"}


class Failed(msgspec.Struct, frozen=True):
    """Why the storage of a source failed."""

    failed: str


class Cutter:
    """Cuts sources into pieces of at most so many records."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once

    def __call__(self, source: bytes) -> bytes:
        """The cut of a source, or a `Failed`."""
        wanted = msgspec.json.decode(source, type=Source)
        try:
            return msgspec.msgpack.encode(cut_of(wanted, self._at_once))
        except StorageError as error:
            return msgspec.msgpack.encode(Failed(str(error)))


class PieceReader:
    """Reads pieces; the parsers are loaded once."""

    def __init__(self, scope: Wanted, text_bytes: int) -> None:
        self._scope: Wanted = scope
        self._limits = Limits(text_bytes)
        self._languages = ReaderSet()

    def __call__(self, job: bytes) -> bytes:
        """What was made of a job."""
        wanted = msgspec.json.decode(job, type=Job)
        try:
            texts = texts_of(wanted, self._limits)
            return msgspec.msgpack.encode(make(wanted, texts, self._languages, self._limits, self._scope))
        except StorageError as error:
            return msgspec.msgpack.encode(Made(wanted.number, failed=str(error)))


def cut_of(source: Source, at_once: int) -> Cut:
    """The pieces of a source.

    Raises:
        StorageError: it cannot be read.
    """
    found: Cut = _module(source).cut(source, at_once)
    return found


def texts_of(job: Job, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a piece.

    Raises:
        StorageError: its source cannot be read, also while they are taken.
    """
    found: Iterator[FoundText | Refusal] = _module(job.source).texts(job.source, job.piece, limits)
    return found


def _module(source: Source) -> ModuleType:
    return import_module(f"legation.archive.{_MODULES[source.form]}")
