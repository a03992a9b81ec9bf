"""JSON lines: pieces end where a line does."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

from legation.archive.pieces import Cut, Piece, Source
from legation.archive.storage import CHUNK, StorageError, Stored, unpacked
from legation.intake import FoundText, Limits, Refusal
from legation.intake.decoding import encoding_by_mark
from legation.intake.records import each_json_line

_BROKEN = (OSError, EOFError, zlib.error)
_PIECE_BYTES = 16_000_000
"""Bytes after which a piece ends at the next line, however few lines it has."""


def cut(source: Source, at_once: int) -> Cut:
    """Pieces of at most so many lines.

    Raises:
        StorageError: the source cannot be read.
    """
    problems: list[tuple[str, str]] = []
    with Stored(source.location, hashed=True) as stored:
        stream = unpacked(stored, source.location)
        pieces = tuple(_pieces(stream, source.path, at_once, problems))
        if not pieces and not problems:
            problems.append((source.path, "empty"))
        return Cut(stored.sha256(), pieces, tuple(problems))


def _pieces(stream: io.BufferedReader, path: str, at_once: int, problems: list[tuple[str, str]]) -> Iterator[Piece]:
    start = at = first = count = 0  # of the piece: its first byte, the byte behind its last line, its lines
    whole = True
    for chunk in _chunks(stream, path, problems):
        if not first and not at and (marked := encoding_by_mark(chunk[:4])) not in (None, "utf-8"):
            problems.append((path, f"in {str(marked).upper()}: JSON lines of archives are read in UTF-8 only"))
            return
        place = 0
        while end := chunk.find(b"\n", place) + 1:
            count, at, place, whole = count + 1, at + end - place, end, True
            if count >= at_once or at - start >= _PIECE_BYTES:
                yield Piece(start, at, first + 1, count)
                start, first, count = at, first + count, 0
        at, whole = at + len(chunk) - place, whole and place == len(chunk)
    if at > start:
        yield Piece(start, at, first + 1, count + (not whole))


def _chunks(stream: io.BufferedReader, path: str, problems: list[tuple[str, str]]) -> Iterator[bytes]:
    """The bytes of a stream, as far as they can be unpacked."""
    try:
        while chunk := stream.read1(CHUNK):
            yield chunk
    except StorageError:
        raise
    except _BROKEN as error:
        problems.append((path, f"broken gzip ({error}), the rest of the file was not read"))


def texts(source: Source, piece: Piece, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a piece.

    Raises:
        StorageError: the source cannot be read.
    """
    packed = source.location.lower().endswith(".gz")
    with Stored(source.location, *(() if packed else (piece.start, piece.end))) as stored:
        stream = unpacked(stored, source.location)
        try:
            if packed:
                stream.seek(piece.start)
            yield from each_json_line(stream, source.path, limits, after=piece.first - 1, most=piece.count)
        except StorageError:
            raise
        except _BROKEN as error:
            yield Refusal(f"{source.path}:{piece.first}", f"broken gzip ({error}), the rest of the part was not read")
