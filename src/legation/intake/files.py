"""One source to the texts in it: opens it, sees what form it has, hands it to the reader of that form."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from legation.intake.decoding import decode, encoding_by_mark, unify_line_ends
from legation.intake.found import FoundText
from legation.intake.front_matter import split_front_matter
from legation.intake.limits import Limits, Refusal, UnreadableError
from legation.intake.pages import read_page
from legation.intake.patience import Patience, TimeUp
from legation.intake.records import COLUMNS, read_json_lines, read_table
from legation.intake.sources import STANDARD_INPUT, Form, Source, over_limit
from legation.reasons import reason_of

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_OBJECT = re.compile(rb"\s*\{\s*\"")
_SNIFF = 4_096


def read_source(source: Source, limits: Limits) -> Iterator[FoundText | Refusal]:
    """The texts of a source, in order; what cannot be read comes as a refusal in its place."""
    try:
        stream = source.open()
    except UnreadableError as error:
        yield Refusal(source.path, str(error))
        return
    try:
        yield from _read(stream, source, limits)
    except UnreadableError as error:
        yield Refusal(source.path, str(error))
    except OSError as error:
        yield Refusal(source.path, reason_of(error))
    finally:
        if source.location != STANDARD_INPUT:
            stream.close()


def _read(stream: io.BufferedReader, source: Source, limits: Limits) -> Iterator[FoundText | Refusal]:
    head = stream.peek(_SNIFF)[:_SNIFF]
    form = source.form or _form_of_content(head)
    if form in ("records", "table"):
        if not head.strip():
            raise UnreadableError("empty")
        if b"\0" in head and encoding_by_mark(head) is None:
            decode(head)  # says why
        read = read_json_lines if form == "records" else read_table
        yield from read(stream, source.path, limits)
        return
    most = limits.page_bytes if form == "page" else limits.text_bytes
    data = stream.read(most + 1)
    if len(data) > most:
        raise UnreadableError(over_limit(source.size, most))
    if not data.strip():
        raise UnreadableError("empty")
    yield _page(data, source.path, limits) if form == "page" else _plain(data, source.path)


def _page(data: bytes, path: str, limits: Limits) -> FoundText:
    try:
        with Patience(limits.time_for(len(data))):
            return read_page(data, path)
    except TimeUp:
        raise UnreadableError(limits.too_slow(len(data))) from None


def _plain(data: bytes, path: str) -> FoundText:
    values, text = split_front_matter(unify_line_ends(decode(data)))
    return FoundText(
        text, path, path, title=values.get("title"), url=values.get("url"), published=values.get("published"),
        outlet=values.get("outlet"), language=values.get("language"),
    )  # fmt: skip


def _form_of_content(head: bytes) -> Form:
    """What an input without a telling name holds."""
    if _PAGE.match(head):
        return "page"
    if _OBJECT.match(head):
        return "records"
    header = re.split(rb"[,;\t]", head.split(b"\n", 1)[0].strip().lower())
    names = {name.strip(b' "\xef\xbb\xbf').decode("ascii", "replace") for name in header}
    return "table" if "text" in names and len(names & set(COLUMNS)) > 1 else "text"
