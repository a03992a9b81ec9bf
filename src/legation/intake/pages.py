"""HTML pages to text: trafilatura finds the main text and what the page says of itself.

The same page gives the same text, title and date on any day: htmldate is kept to what the markup says
(`extensive_search` off, so it neither guesses from running text nor reads "il y a deux jours" against the clock), and
its latest day is a fixed one instead of today.
"""

from __future__ import annotations

import codecs
import re

from legation.intake.decoding import decode_eight_bit, encoding_by_mark
from legation.intake.found import FoundText
from legation.intake.limits import UnreadableError

_LATEST_DAY = "2099-12-31"
_EARLIEST_DAY = "1990-01-01"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"utf-?8|iso-8859-\d{1,2}|latin-?\d|(?:windows-|cp)125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr)"
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LANGUAGE = re.compile(r"<html\b[^>]{0,1000}?\blang\s*=\s*[\"']?\s*([A-Za-z]{2})\b", re.IGNORECASE)
_BLANKS = re.compile(r"\n{3,}")


def read_page(data: bytes, path: str) -> FoundText:
    """The main text of a page and what its metadata say.

    Raises:
        UnreadableError: the page has no text, or is no page.
    """
    html = _DECLARATION.sub("", decode_page(data), count=1)
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import, only pages need it

    dates = {
        "original_date": True, "extensive_search": False, "min_date": _EARLIEST_DAY, "max_date": _LATEST_DAY,
    }  # fmt: skip
    try:
        page = bare_extraction(
            html, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dates
        )
    except Exception as error:  # what hostile markup may raise inside the parsers is not ours to list
        raise UnreadableError(f"the page cannot be parsed ({type(error).__name__})") from None
    if page is None or isinstance(page, dict):
        raise UnreadableError("no text found in the page")
    text = _BLANKS.sub("\n\n", (page.text or "").replace("\r", "\n")).strip("\n")
    if not text.strip():
        raise UnreadableError("no text found in the page")
    declared = _LANGUAGE.search(html[:5_000])
    return FoundText(
        text, path, path, title=page.title, url=page.url, published=page.date, outlet=page.sitename,
        language=declared[1] if declared else None,
    )  # fmt: skip


def decode_page(data: bytes) -> str:
    """The markup as text: by its byte-order mark, else by what it declares, else as UTF-8 or Windows-1252.

    Raises:
        UnreadableError: the bytes are no text.
    """
    marked = encoding_by_mark(data)
    if marked:
        return data.decode(marked, "replace").removeprefix("\ufeff").replace("\0", "")
    if b"\0" in data:
        raise UnreadableError("binary, not a page")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:4_096])
    if declared:
        name = declared[1].decode("ascii").lower()
        if name not in ("iso-8859-1", "latin1", "latin-1") and _ENCODINGS.fullmatch(name):
            try:
                return data.decode(name)
            except (LookupError, UnicodeDecodeError):
                pass
    return decode_eight_bit(data)


def in_utf8(data: bytes, charset: str | None) -> bytes:
    """A page in UTF-8 where it is not and the header under which it was sent names its encoding; else as it came."""
    if charset is None or charset.lower() in ("utf-8", "utf8", "iso-8859-1", "latin1", "latin-1", "us-ascii"):
        return data  # the page's reader knows these
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        pass
    try:
        if not codecs.lookup(charset)._is_text_encoding:
            return data
        return data.decode(charset).encode("utf-8", "replace")
    except (LookupError, UnicodeError, ValueError):
        return data
