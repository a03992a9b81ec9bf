"""FEEDS.toml: which feeds are asked, and how. An unknown key is an error that names its line."""

from __future__ import annotations

import re
import tomllib
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

_HEADER = re.compile(r"\s*\[\[\s*feed\s*\]\]")
_MOST_PAUSE = 3_600.0
_LONGEST_ADDRESS = 2_000
_DECODE_LINE = re.compile(r"line (\d+)")

T = TypeVar("T")


class FeedsFileError(Exception):
    """FEEDS.toml cannot be used; its text says why, with the line where there is one (`12: …`)."""


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One feed. With `articles` the pages behind its entries are read, else the entries' own text."""

    url: str
    name: str | None = None
    outlet: str | None = None
    language: str | None = None
    articles: bool = True
    max_articles: int = 50

    @property
    def label(self) -> str:
        """What people are shown: the name, else the address."""
        return self.name or self.url


class FeedSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. `contact` is told to the sites; `pause` is the least time between two requests to a host, s."""

    feed: tuple[Feed, ...]
    contact: str | None = None
    pause: float = 2.0


def read_settings(text: str) -> FeedSettings:
    """The settings that a FEEDS.toml holds.

    Raises:
        FeedsFileError: it is no TOML, a key is unknown or missing, a value cannot be used, a feed stands there twice.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _DECODE_LINE.search(str(error))
        raise FeedsFileError(f"{line[1]}: broken TOML ({error})" if line else f"broken TOML ({error})") from None
    where = _Lines(text)
    _check_keys(data, FeedSettings, where, None)
    tables = data.get("feed")
    if not isinstance(tables, list) or not tables:
        raise FeedsFileError("no [[feed]] in it")
    feeds = [_feed(table, number, where) for number, table in enumerate(tables)]
    _check_twice(feeds, where)
    rest = {key: value for key, value in data.items() if key != "feed"}
    settings = _converted(rest | {"feed": []}, FeedSettings, where, None)
    _check_whole(settings, where)
    return msgspec.structs.replace(settings, feed=tuple(feeds))


def web_address(address: str) -> bool:
    """Whether this is an address that may be asked: http or https, a host, no name and password in it."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    plain = address.isprintable() and " " not in address and len(address) <= _LONGEST_ADDRESS
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def _feed(table: object, number: int, where: _Lines) -> Feed:
    if not isinstance(table, dict):
        raise FeedsFileError("feed: wants tables, [[feed]]")
    _check_keys(table, Feed, where, number)
    feed = _converted(table, Feed, where, number)
    if not web_address(feed.url):
        raise FeedsFileError(
            f"{where.of('url', number)}url: no address of the web without name and password: {feed.url!r}"
        )
    if feed.language is not None and not re.fullmatch(r"[a-z]{2}", feed.language):
        raise FeedsFileError(f"{where.of('language', number)}language: wants a two-letter code, not {feed.language!r}")
    if not 1 <= feed.max_articles <= 1_000:
        raise FeedsFileError(f"{where.of('max_articles', number)}max_articles: 1 to 1000, not {feed.max_articles}")
    return feed


def _check_whole(settings: FeedSettings, where: _Lines) -> None:
    if not 0 <= settings.pause <= _MOST_PAUSE:
        raise FeedsFileError(f"{where.of('pause', None)}pause: 0 to {_MOST_PAUSE:g} seconds, not {settings.pause:g}")
    contact = settings.contact
    if contact is not None and not (contact.isascii() and contact.isprintable() and len(contact) <= 200):
        raise FeedsFileError(f"{where.of('contact', None)}contact: an address of mail or web in plain letters")


def _check_twice(feeds: list[Feed], where: _Lines) -> None:
    seen: set[str] = set()
    for number, feed in enumerate(feeds):
        if feed.url in seen:
            raise FeedsFileError(f"{where.of('url', number)}url: {feed.url} stands there twice")
        seen.add(feed.url)


def _check_keys(table: dict[str, object], kind: type[msgspec.Struct], where: _Lines, number: int | None) -> None:
    known = kind.__struct_fields__
    for key in table:
        if key not in known:
            raise FeedsFileError(f"{where.of(key, number)}unknown key {key!r} (there are: {', '.join(known)})")


def _converted(table: object, kind: type[T], where: _Lines, number: int | None) -> T:
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        key = re.search(r"\$\.(\w+)", str(error))
        said = str(error).split(" - at", maxsplit=1)[0]
        raise FeedsFileError(
            f"{where.of(key[1] if key else None, number)}{f'{key[1]}: ' if key else ''}{said}"
        ) from None


class _Lines:
    """Finds the line of a key, which a parsed file no longer knows."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()

    def of(self, key: str | None, number: int | None) -> str:
        """`12: `, the line of this key in the file's head or its n-th feed; of the feed where the key is not found."""
        table = -1
        start: int | None = None
        for at, line in enumerate(self._lines, 1):
            if _HEADER.match(line):
                table += 1
                start = at if table == number else start
            elif key and table == (-1 if number is None else number) and _sets(line, key):
                return f"{at}: "
        return f"{start}: " if start else ""


def _sets(line: str, key: str) -> bool:
    """Whether a line sets this key, or opens a table of this name."""
    quoted = re.escape(key)
    return re.match(rf"\s*(?:\[+\s*)?[\"']?{quoted}[\"']?\s*(?:[=.\]])", line) is not None
