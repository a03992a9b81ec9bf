"""WARC files, packed or not: the pages and texts that were fetched.

Of `response` and `resource` records pages of HTML and plain texts are read, of `conversion` records (WET) their text.
The address under which a page was fetched says where it is from, not the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from legation.archive.pieces import Cut, Piece, Source
from legation.archive.storage import CHUNK, StorageError, Stored
from legation.intake import FoundText, Limits, Refusal
from legation.intake.decoding import decode, unify_line_ends
from legation.intake.limits import UnreadableError
from legation.intake.outlets import load_outlets
from legation.intake.pages import in_utf8, read_page
from legation.intake.sources import over_limit

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PIECE_BYTES = 256_000_000
"""Bytes of records after which a piece ends."""
_LONGEST_HEADER = 100_000
_MARKS = (b"\x1f\x8b\x08", b"WARC/1.")
"""What a record begins with, packed or not: where reading goes on after a broken one."""
_PAGES = ("text/html", "application/xhtml+xml")
_LONGEST_ADDRESS = 2_000


class _Found(NamedTuple):
    """A record that may be read: where it begins, its bytes, whether something broken stands before it."""

    place: int
    size: int
    behind_a_break: bool


def cut(source: Source, at_once: int) -> Cut:
    """Pieces of at most so many records; none holds anything broken between its records.

    Raises:
        StorageError: the source cannot be read.
    """
    problems: list[tuple[str, str]] = []
    with Stored(source.location, hashed=True) as stored:
        records = list(_found_in(stored, source, problems))
        apart = _may_be_opened_at(stored, [record.place for record in records])
        sha256 = stored.sha256()
        end = stored.seek(0, io.SEEK_END)
    if not records and not problems:
        problems.append((source.path, "no page and no text in it"))
    pieces: list[Piece] = []
    begun = size = 0
    for behind, (record, after) in enumerate(zip_longest(records, records[1:]), 1):
        size += record.size
        count = behind - begun
        if after and not after.behind_a_break and count < at_once and size < _PIECE_BYTES:
            continue
        if apart:
            pieces.append(Piece(records[begun].place, after.place if after else end, begun + 1, count))
        else:
            pieces.append(Piece(0, end, begun + 1, count, begun))
        begun, size = behind, 0
    return Cut(sha256, tuple(pieces), tuple(problems))


def _found_in(stored: Stored, source: Source, problems: list[tuple[str, str]]) -> Iterator[_Found]:
    """The records that may be read. Behind a broken one the next is looked for."""
    begin = last = 0
    broken = False
    while True:
        stored.seek(begin)
        try:
            for record in _records(stored, parse=False):
                last = record.stream_pos
                yield _Found(last, record.content_length, broken)
                broken = False
            return
        except StorageError:
            raise
        except Exception as error:
            at = max(last, begin)
            problems.append((f"{source.path}@{at}", f"broken WARC ({_words(error)})"))
        found = _next_record(stored, at + 1)
        if found is None:
            return
        begin, broken = found, True


def _next_record(stored: Stored, at: int) -> int | None:
    """The next place from which on a record can be read."""
    while True:
        stored.seek(at)
        window = stored.read(CHUNK)
        if len(window) < len(_MARKS[1]):
            return None
        found = sorted(place for mark in _MARKS if (place := window.find(mark)) >= 0)
        if not found:
            at += len(window) - len(_MARKS[1]) + 1
            continue
        at += found[0]
        stored.seek(at)
        try:
            next(iter(_records(stored, parse=False, every=True)))
        except StorageError:
            raise
        except Exception:
            at += 1
        else:
            return at


def _may_be_opened_at(stored: Stored, places: list[int]) -> bool:
    """Whether records begin where they seem to: a file packed as one whole can be read from its beginning only."""
    if any(later <= earlier for earlier, later in pairwise(places)):
        return False
    for place in places[:1]:
        stored.seek(place)
        if not stored.read(len(_MARKS[1])).startswith(_MARKS):
            return False
    return True


def texts(source: Source, piece: Piece, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a piece.

    Raises:
        StorageError: the source cannot be read.
    """
    number = piece.first - 1
    with Stored(source.location, piece.start, piece.end) as stored:
        try:
            for place, record in enumerate(_records(stored, parse=True)):
                if place < piece.passed:
                    continue
                number += 1
                yield _text(record, f"{source.path}:{number}", limits)
                if number - piece.first + 1 >= piece.count:
                    return
        except StorageError:
            raise
        except Exception as error:
            yield Refusal(f"{source.path}:{number + 1}", f"broken WARC ({_words(error)})")


def _records(stored: Stored, *, parse: bool, every: bool = False) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  comes with the engine

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    return iter(
        ArchiveIterator(
            stored, record_types=WarcRecordType.any_type if every else wanted, parse_http=parse,
            auto_decode="all" if parse else "none", max_header_len=_LONGEST_HEADER, fsspec_args=False,
        )
    )  # fmt: skip


def _text(record: WarcRecord, label: str, limits: Limits) -> FoundText | Refusal:
    address = " ".join(str(record.headers.get("WARC-Target-URI") or "").strip("<> ").split())[:_LONGEST_ADDRESS]
    try:
        return _found(record, address, label, limits)
    except UnreadableError as error:
        return Refusal(label, f"{error} ({address})" if address else str(error))


def _found(record: WarcRecord, address: str, label: str, limits: Limits) -> FoundText:
    status = record.http_headers.status_code if record.http_headers is not None else None
    if status not in (None, 200):
        raise UnreadableError(f"HTTP status {status}")
    kind = _kind(record)
    plain = kind == "text/plain"
    if not plain and kind not in _PAGES:
        raise UnreadableError(f"{kind or 'of an unknown kind'}, neither a page nor a text")
    data = _body(record, limits.text_bytes if plain else limits.page_bytes)
    if not data.strip():
        raise UnreadableError("empty")
    source = address or label
    if plain:
        return FoundText(unify_line_ends(decode(data)), source, label, url=address or None)
    page = read_page(in_utf8(data, record.http_charset), source)
    outlet = None if address and load_outlets().at(address) else page.outlet
    return msgspec.structs.replace(page, label=label, url=address or page.url, outlet=outlet)


def _kind(record: WarcRecord) -> str:
    """The kind of what was fetched, as its header says."""
    said: Any = record.http_content_type if record.http_headers is not None else record.headers.get("Content-Type")
    return str(said or "").split(";")[0].strip().lower()


def _body(record: WarcRecord, most: int) -> bytes:
    """What was fetched, unpacked no further than it may be long."""
    held = bytearray()
    while chunk := record.reader.read(min(CHUNK, most + 1 - len(held))):
        held += chunk
        if len(held) > most:
            raise UnreadableError(over_limit(None, most))
    return bytes(held)


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:150] or type(error).__name__
