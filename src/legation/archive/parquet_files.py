"""Parquet: pieces are rows. The columns that are read have the names of the fields of records of JSON lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from legation.archive.pieces import Cut, Piece, Source
from legation.archive.storage import StorageError, Stored
from legation.intake import FoundText, Limits, Refusal
from legation.intake.records import COLUMNS, found_in

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

_AT_ONCE = 64
"""Rows that are unpacked together."""
_BUFFER = 1 << 16


def cut(source: Source, at_once: int) -> Cut:
    """Pieces of at most so many rows.

    Raises:
        StorageError: the source cannot be read.
    """
    with Stored(source.location, hashed=True) as hashed:
        sha256 = hashed.sha256()
    with Stored(source.location) as stored:
        try:
            file = _file(stored)
            names, rows = file.schema_arrow.names, file.metadata.num_rows
        except StorageError:
            raise
        except Exception as error:  # what a hostile file may raise in its reader is not ours to list
            return Cut(sha256, (), ((source.path, _reason(error)),))
    if "text" not in names:
        shown = ", ".join(names)[:100]
        return Cut(sha256, (), ((source.path, f"no column named text (there are: {shown})"),))
    if not rows:
        return Cut(sha256, (), ((source.path, "empty"),))
    starts = range(0, rows, at_once)
    return Cut(sha256, tuple(Piece(at, min(at + at_once, rows), at + 1, min(at_once, rows - at)) for at in starts))


def texts(source: Source, piece: Piece, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a piece.

    Raises:
        StorageError: the source cannot be read.
    """
    number = piece.first
    with Stored(source.location) as stored:
        try:
            for values in _rows(_file(stored), piece):
                yield found_in(values, source.path, number, limits)
                number += 1
        except StorageError:
            raise
        except Exception as error:
            reason = f"{_reason(error)}, rows {number} to {piece.end} were not read"
            yield Refusal(f"{source.path}:{number}", reason)


def _file(stored: Stored) -> ParquetFile:
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  comes with the engine

    return ParquetFile(stored, buffer_size=_BUFFER, pre_buffer=False)


def _rows(file: ParquetFile, piece: Piece) -> Iterator[dict[str, object]]:
    """The rows of a piece. Groups of rows that it does not touch are not opened, and none is unpacked as a whole."""
    names = [name for name in dict.fromkeys(COLUMNS) if name in file.schema_arrow.names]
    at = 0
    groups: list[int] = []
    passed: int | None = None
    for number in range(file.metadata.num_row_groups):
        rows = file.metadata.row_group(number).num_rows
        if at < piece.end and at + rows > piece.start:
            passed = at if passed is None else passed
            groups.append(number)
        at += rows
    at = passed or 0
    for batch in file.iter_batches(_AT_ONCE, row_groups=groups, columns=names, use_threads=False):
        for row in range(max(piece.start - at, 0), min(batch.num_rows, piece.end - at)):
            yield {name: _value(batch, name, row) for name in names}
        at += batch.num_rows
        if at >= piece.end:
            return


def _value(batch: RecordBatch, name: str, row: int) -> object:
    """One cell; days and times as ISO words, None for what is no text in UTF-8."""
    try:
        value: Any = batch.column(name)[row].as_py()
    except (UnicodeDecodeError, ValueError, OverflowError):
        return None
    return value.isoformat() if isinstance(value, date) else value


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())[:150] or type(error).__name__
    return f"broken Parquet ({words})"
