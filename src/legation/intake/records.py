"""Files of records: JSON lines and CSV, one dispatch a record.

Fields: `text`, `id`, and optional `title`, `url`, `published`, `outlet`, `language`; others are ignored. A record's
text is taken as the record gives it, line ends included, so that offsets fit what any JSON or CSV reader returns.
The dispatch's source is its `url`, else its `id`, else `path:line`. Files may have any size: they are read line by
line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec

from legation.intake.decoding import decode_eight_bit, encoding_by_mark
from legation.intake.found import FoundText
from legation.intake.limits import Limits, Refusal, UnreadableError
from legation.intake.sources import over_limit

COLUMNS = ("id", "text", "title", "url", "published", "outlet", "language")
_DELIMITERS = ",;\t|"
_FIELD_BYTES = 64_000_000  # of one CSV field; Python's csv takes 131,072 unless told otherwise
_HELD = 1_000  # refusals held back until it is clear whether the file holds any text at all
_SKIP = 1 << 16
_NO_TEXT = "record without text"


class _Record(msgspec.Struct):
    """A record before anything of it is believed; only an unusable `text` makes it unusable."""

    id: Any = None
    text: Any = None
    title: Any = None
    url: Any = None
    published: Any = None
    outlet: Any = None
    language: Any = None


def read_json_lines(stream: io.BufferedReader, path: str, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a file of JSON lines. A broken line is refused as `path:line`; the others are read.

    A file in which no record has a text at all is refused once, not line by line.
    """
    held: list[Refusal] = []
    seen = 0
    for found in each_json_line(stream, path, limits):
        seen += 1
        if isinstance(found, Refusal) and found.reason == _NO_TEXT and len(held) == seen - 1 < _HELD:
            held.append(found)
            continue
        yield from held[:seen]
        held = []
        yield found
    if len(held) > 1:
        yield Refusal(path, f"none of its {len(held)} records has a text")
    else:
        yield from held
    if not seen:
        yield Refusal(path, "empty")


def each_json_line(
    stream: io.BufferedReader, path: str, limits: Limits, *, after: int = 0, most: int | None = None
) -> Iterator[FoundText | Refusal]:
    """What each line that is not blank holds, or why it was refused.

    Args:
        stream: lines of a file, from its beginning or from the beginning of any other line.
        path: the file's name.
        limits: what one line and one text may have.
        after: how many lines of the file stand before them.
        most: how many lines are read, blank ones counted; None for all.
    """
    for number, line in islice(_lines(stream, limits.record_bytes, after), most):
        if isinstance(line, str) and not line.strip():
            continue
        try:
            yield _found(_decoded(line), path, number, limits)
        except UnreadableError as error:
            yield Refusal(f"{path}:{number}", str(error))


def found_in(values: Mapping[str, object], path: str, number: int, limits: Limits) -> FoundText | Refusal:
    """The text of a record whose fields are at hand, or why it was refused; `number` is its place in the file."""
    try:
        return _found(_Record(**{name: values.get(name) for name in COLUMNS}), path, number, limits)
    except UnreadableError as error:
        return Refusal(f"{path}:{number}", str(error))


def _decoded(line: str | UnreadableError) -> _Record:
    if isinstance(line, UnreadableError):
        raise line
    try:
        return msgspec.json.decode(line.rstrip("\r\n"), type=_Record)
    except msgspec.ValidationError:
        raise UnreadableError("no JSON object") from None
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UnreadableError(f"broken JSON ({str(error).removeprefix('JSON is malformed: ')})") from None


def read_table(stream: io.BufferedReader, path: str, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a CSV file with a header. Commas, semicolons, tabs or bars may separate its columns.

    Where the quoting breaks, nobody can tell where the next record begins, so the rest of the file is not read.
    """
    csv.field_size_limit(_FIELD_BYTES)  # holds for the whole process; there is no narrower way
    lines = _table_lines(stream)
    number = 0
    try:
        header = next((line for line in lines if line.strip()), None)
        if header is None:
            raise UnreadableError("empty")
        delimiter, columns = _header(header)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        number = 2
        for row in reader:
            if row:
                yield found_in(dict(zip(columns, row, strict=False)), path, number, limits)
            number = reader.line_num + 2
        if number == 2:
            yield Refusal(path, "no record below the header")
    except (csv.Error, UnreadableError) as error:
        if number:
            reason = f"broken CSV ({error}), the rest of the file was not read"
            yield Refusal(f"{path}:{number}", reason)
        else:
            yield Refusal(path, str(error))


def _header(line: str) -> tuple[str, list[str]]:
    for delimiter in _DELIMITERS:
        columns = [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]
        if "text" in columns:
            return delimiter, columns
    raise UnreadableError(f"no column named text in the header ({' '.join(line.split())[:60]})")


def _found(record: _Record, path: str, number: int, limits: Limits) -> FoundText:
    text = record.text
    if text is None or (isinstance(text, str) and not text.strip()):
        raise UnreadableError(_NO_TEXT)
    if not isinstance(text, str):
        raise UnreadableError("the text of the record is no string")
    if "\0" in text:
        raise UnreadableError("the text holds a NUL character")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.text_bytes:
        raise UnreadableError(over_limit(size, limits.text_bytes))
    label = f"{path}:{number}"
    url = _string(record.url)
    return FoundText(
        text, url or _string(record.id) or label, label, title=_string(record.title), url=url,
        published=_string(record.published), outlet=_string(record.outlet), language=_string(record.language),
    )  # fmt: skip


def _string(value: object) -> str | None:
    """A field's words; numbers are words here, anything else (and an empty field) is nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return " ".join(str(value).replace("\0", " ").split())[:2_000] or None


def _lines(stream: io.BufferedReader, most: int, after: int = 0) -> Iterator[tuple[int, str | UnreadableError]]:
    """The lines of a stream with their numbers; one over `most` bytes is passed over without being kept.

    `after` lines of the file stand before the stream.
    """
    marked = None if after else encoding_by_mark(stream.peek(4)[:4])
    if marked and marked != "utf-8":
        yield from _wide_lines(stream, marked, most)
        return
    number = after
    while line := stream.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith(b"\n"):
            while (more := stream.readline(_SKIP)) and not more.endswith(b"\n"):
                pass
            yield number, UnreadableError(over_limit(None, most))
            continue
        try:
            text = decode_eight_bit(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except UnreadableError as error:
            yield number, error
            continue
        yield number, text


def _wide_lines(stream: io.BufferedReader, encoding: str, most: int) -> Iterator[tuple[int, str | UnreadableError]]:
    r"""As `_lines`, for UTF-16 and UTF-32, where a line cannot be cut at the byte of `\n`."""
    wide = io.TextIOWrapper(stream, encoding=encoding, newline="\n")
    number = 0
    try:
        while line := wide.readline(most + 1):
            number += 1
            if len(line) > most and not line.endswith("\n"):
                while (more := wide.readline(_SKIP)) and not more.endswith("\n"):
                    pass
                yield number, UnreadableError(over_limit(None, most))
            else:
                yield number, line
    except UnicodeDecodeError:
        yield number + 1, UnreadableError(f"broken {encoding.upper()}, the rest of the file was not read")
    finally:
        wide.detach()


def _table_lines(stream: io.BufferedReader) -> Iterator[str]:
    for _, line in _lines(stream, _FIELD_BYTES):
        if isinstance(line, UnreadableError):
            raise line
        yield line
