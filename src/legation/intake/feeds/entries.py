"""The bytes of a feed to its entries: RSS in all its versions and Atom, as far as they can be made out.

Dates stay as they are written: intake reads them later, with the month names of the dispatch's language.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from urllib.parse import urldefrag
from xml.sax import SAXException

import msgspec

from legation.intake.feeds.markup import plain_text
from legation.intake.feeds.settings import web_address
from legation.intake.limits import UnreadableError

_MOST_ENTRIES = 2_000
_LONGEST_FIELD = 2_000
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
_MARKUP = ("text/html", "application/xhtml+xml")


class Entry(msgspec.Struct, frozen=True):
    """One entry: the address of its article (None without a usable one), its own id, and what it says itself."""

    address: str | None
    id: str | None
    title: str | None
    published: str | None
    text: str
    language: str | None


def read_entries(data: bytes, address: str, headers: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of a feed in its order, each address once; relative addresses are completed by the feed's own.

    Raises:
        UnreadableError: the bytes are no feed, or so broken that nothing of it can be read.
    """
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import, only feeds need it

    charset = charset_of(headers.get("content-type", ""))
    # what a server says of the kind is often wrong, so only the encoding it names is passed on
    said = {
        "content-location": address,
        "content-type": f"application/xml; charset={charset}" if charset else "application/xml",
    }
    try:
        # in a stream: a mere string would be taken for a file or an address
        feed = feedparser.parse(io.BytesIO(data), response_headers=said)
    except Exception as error:  # what hostile markup may raise inside the parsers is not ours to list
        raise UnreadableError(f"the feed cannot be parsed ({type(error).__name__})") from None
    if not feed.get("entries") and not feed.get("version"):
        raise UnreadableError("no feed (neither RSS nor Atom)")
    if not feed.entries and isinstance(feed.get("bozo_exception"), SAXException):
        raise UnreadableError("a broken feed")
    language = _words(feed.feed.get("language"))
    found: dict[str, Entry] = {}
    for raw in feed.entries[:_MOST_ENTRIES]:
        entry = _entry(raw, language)
        key = entry.address or entry.id
        if key:
            found.setdefault(key, entry)
    return tuple(found.values())


def charset_of(content_type: str) -> str | None:
    """The encoding that a header Content-Type names, in lower case; None where it names none."""
    match = _CHARSET.search(content_type[:300])
    return match[1].lower() if match else None


def _entry(raw: Mapping[str, object], language: str | None) -> Entry:
    link = urldefrag(str(raw.get("link") or "").strip()).url
    return Entry(
        address=link if web_address(link) else None,
        id=_words(raw.get("id")),
        title=_words(_text(raw.get("title_detail"))),
        published=_words(raw.get("published") or raw.get("updated") or raw.get("created")),
        text=_body(raw),
        language=_words(raw.get("language")) or language,
    )


def _body(raw: Mapping[str, object]) -> str:
    """The longest text that the entry gives: its content, else its summary."""
    content = raw.get("content")
    said = [*(content if isinstance(content, list) else []), raw.get("summary_detail")]
    return max((_text(detail) for detail in said), key=len, default="")


def _text(detail: object) -> str:
    value = detail.get("value") if isinstance(detail, Mapping) else None
    if not isinstance(detail, Mapping) or not isinstance(value, str):
        return ""
    value = value.replace("\0", " ")
    return plain_text(value) if detail.get("type") in _MARKUP else value.strip()


def _words(value: object) -> str | None:
    """A field on one line; None where it holds nothing."""
    if not isinstance(value, str):
        return None
    return " ".join(value.replace("\0", " ").split())[:_LONGEST_FIELD] or None
