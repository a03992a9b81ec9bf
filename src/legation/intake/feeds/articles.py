"""An entry, and the page behind it, to the text that intake takes: what the feed says fills in what the page does not.

The page goes the way of a page in a file. Its own word for its address is not believed: where it was fetched decides
what outlet it is from.
"""

from __future__ import annotations

import hashlib

import msgspec

from legation.intake.feeds.client import Answer
from legation.intake.feeds.entries import Entry, charset_of
from legation.intake.feeds.settings import Feed
from legation.intake.found import FoundText
from legation.intake.limits import Limits, UnreadableError
from legation.intake.outlets import load_outlets
from legation.intake.pages import in_utf8, read_page
from legation.intake.sources import over_limit


def source_of(feed: Feed, entry: Entry) -> str:
    """What becomes the dispatch's source: the address of the article, else the feed's with a mark of the entry."""
    if entry.address:
        return entry.address
    mark = hashlib.sha256((entry.id or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{feed.url}#{mark}"


def from_page(feed: Feed, entry: Entry, answer: Answer, limits: Limits) -> FoundText:
    """The text of the article.

    Raises:
        UnreadableError: the page has no text, is no page, or is over the limit.
    """
    source = source_of(feed, entry)
    if len(answer.body) > limits.page_bytes:
        raise UnreadableError(over_limit(len(answer.body), limits.page_bytes))
    if not answer.body.strip():
        raise UnreadableError("empty")
    page = read_page(in_utf8(answer.body, charset_of(answer.headers.get("content-type", ""))), source)
    return msgspec.structs.replace(
        page,
        title=page.title or entry.title,
        url=answer.address,
        published=page.published or entry.published,
        outlet=feed.outlet or (None if load_outlets().at(answer.address) else page.outlet),
        language=feed.language or page.language or entry.language,
    )


def from_entry(feed: Feed, entry: Entry, limits: Limits) -> FoundText:
    """The entry's own text.

    Raises:
        UnreadableError: it has none, or one over the limit.
    """
    source = source_of(feed, entry)
    if not entry.text:
        raise UnreadableError("the entry has no text of its own")
    if (size := len(entry.text.encode("utf-8", "surrogatepass"))) > limits.text_bytes:
        raise UnreadableError(over_limit(size, limits.text_bytes))
    return FoundText(
        entry.text, source, source, title=entry.title, url=entry.address or feed.url, published=entry.published,
        outlet=feed.outlet, language=feed.language or entry.language,
    )  # fmt: skip
