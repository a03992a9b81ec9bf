"""One round over all feeds: who has something new, and the articles that are not known yet.

Feeds of different hosts are asked at the same time, those of one host one after the other. Articles are fetched in
portions and handed on between two, so that no request is under way (and no time limit runs) while they are read.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from typing import Literal

import msgspec

from legation.intake.feeds.articles import from_entry, from_page, source_of
from legation.intake.feeds.client import Client, FetchError
from legation.intake.feeds.entries import Entry
from legation.intake.feeds.fetching import LONGEST_WAIT, Clock, Fetcher, HostWaitsError, host_of
from legation.intake.feeds.memory import FeedMemory, Memory, failed, refused
from legation.intake.feeds.parsing import parse_apart
from legation.intake.feeds.settings import Feed, FeedSettings
from legation.intake.found import FoundText
from legation.intake.limits import Limits, Refusal, UnreadableError

_PORTION = 32
_MOST_FAILURES = 3
"""Failures in a row after which the rest of a host's articles is left for the next round."""
_FEED_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
_PAGE_ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"

Fate = Literal["new", "unchanged", "skipped"]


class Wanted(msgspec.Struct, frozen=True):
    """An entry that is not known yet, and its feed."""

    feed: Feed
    entry: Entry

    @property
    def source(self) -> str:
        """The dispatch's source."""
        return source_of(self.feed, self.entry)


class FeedRound:
    """One round. Iterate over `texts`, then call `settle` once everything is kept."""

    def __init__(
        self,
        settings: FeedSettings,
        memory: Memory,
        client: Client,
        clock: Clock,
        known: Callable[[Collection[str]], Collection[str]],
        limits: Limits = Limits(),  # noqa: B008  frozen
    ) -> None:
        """`known` tells which of these sources the ledger has."""
        self.fates: Counter[Fate] = Counter()
        self._settings, self._memory, self._client, self._clock = settings, memory, client, clock
        self._known, self._limits = known, limits
        self._answers: dict[str, tuple[str | None, str | None]] = {}
        self._listed: dict[str, list[str]] = {}
        self._unfinished: set[str] = set()
        self._feed_of: dict[str, str] = {}
        self._refused: set[str] = set()
        self._host_failures: Counter[str] = Counter()
        self._parsing = asyncio.Lock()

    def texts(self) -> Generator[FoundText | Refusal, None, None]:
        """The new texts, and refusals in the place of feeds and articles that brought none."""
        with asyncio.Runner() as runner:
            client = runner.run(self._client.__aenter__())
            fetcher = Fetcher(client, self._clock, pause=self._settings.pause, waiting=self._memory.hosts)
            try:
                wanted, refusals = runner.run(self._ask_feeds(fetcher))
                yield from refusals
                for start in range(0, len(wanted), _PORTION):
                    yield from runner.run(self._fetch(fetcher, wanted[start : start + _PORTION]))
            finally:
                runner.run(client.__aexit__(None, None, None))

    def refused(self, source: str) -> bool:
        """Notes that what came from this source was refused in the end; whether it is of this round."""
        url = self._feed_of.get(source)
        if url is None:
            return False
        memory = self._memory.of(url)
        if source not in self._refused:
            refused(memory, source, passing=False)
        return True

    def settle(self) -> None:
        """Notes what each feed answered, so that it is asked only for news the next time; when all is kept."""
        for url, (etag, last_modified) in self._answers.items():
            memory = self._memory.of(url)
            listed = set(self._listed[url])
            memory.tries_left = {a: left for a, left in memory.tries_left.items() if a in listed}
            whole = url not in self._unfinished and not any(memory.tries_left.values())
            memory.etag, memory.last_modified = (etag, last_modified) if whole else (None, None)
        urls = {feed.url for feed in self._settings.feed}
        self._memory.feeds = {url: known for url, known in self._memory.feeds.items() if url in urls}

    async def _ask_feeds(self, fetcher: Fetcher) -> tuple[list[Wanted], list[Refusal]]:
        feeds = self._settings.feed
        answers = await asyncio.gather(*(self._ask_feed(fetcher, feed) for feed in feeds))
        taken: set[str] = set()
        wanted: list[Wanted] = []
        refusals = [answer for answer in answers if isinstance(answer, Refusal)]
        for feed, entries in zip(feeds, answers, strict=True):
            if not isinstance(entries, Refusal):
                wanted += self._choose(feed, entries, taken)
        return wanted, refusals

    async def _ask_feed(self, fetcher: Fetcher, feed: Feed) -> Sequence[Entry] | Refusal:
        memory = self._memory.of(feed.url)
        now = self._clock.now()
        if 0 < (left := memory.not_before - now) <= LONGEST_WAIT:  # more: the clock was wrong
            self.fates["skipped"] += 1
            times = f"{memory.failures} time{'s' if memory.failures > 1 else ''}"
            return Refusal(feed.label, f"failed {times}, not asked for another {max(1, round(left / 60))} min")
        try:
            entries = await self._entries(fetcher, feed, memory)
        except (FetchError, UnreadableError) as error:
            if not isinstance(error, HostWaitsError):
                failed(memory, self._clock.now())
            self.fates["skipped"] += 1
            return Refusal(feed.label, str(error))
        memory.failures, memory.not_before = 0, 0.0
        self.fates["unchanged" if entries is None else "new"] += 1
        return entries or ()

    async def _entries(self, fetcher: Fetcher, feed: Feed, memory: FeedMemory) -> Sequence[Entry] | None:
        """The feed's entries; None where it says that nothing has changed."""
        conditional = {"If-None-Match": memory.etag, "If-Modified-Since": memory.last_modified}
        headers = {"Accept": _FEED_ACCEPT} | {name: value for name, value in conditional.items() if value}
        answer = await fetcher.fetch(feed.url, headers)
        if answer.status == 304:
            return None
        async with self._parsing:
            entries = await parse_apart(answer.body, answer.address, answer.headers)
        self._answers[feed.url] = (_validator(answer.headers, "etag"), _validator(answer.headers, "last-modified"))
        return entries

    def _choose(self, feed: Feed, entries: Sequence[Entry], taken: set[str]) -> list[Wanted]:
        """The entries to fetch: not known, not given up, not in an earlier feed of this round, not too many."""
        candidates = {source_of(feed, entry): Wanted(feed, entry) for entry in entries}
        self._listed.setdefault(feed.url, list(candidates))
        given_up = {source for source, left in self._memory.of(feed.url).tries_left.items() if left <= 0}
        known = set(self._known(list(candidates)))
        new = [one for source, one in candidates.items() if source not in known | given_up | taken]
        if len(new) > feed.max_articles:
            self._unfinished.add(feed.url)
        chosen = new[: feed.max_articles]
        taken.update(one.source for one in chosen)
        self._feed_of.update((one.source, feed.url) for one in chosen)
        return chosen

    async def _fetch(self, fetcher: Fetcher, portion: Sequence[Wanted]) -> list[FoundText | Refusal]:
        """The texts of a portion in its order; what is left for the next round is missing from it."""
        queues: defaultdict[str, list[Wanted]] = defaultdict(list)
        for one in portion:
            queues[host_of(one.source)].append(one)
        found: dict[str, FoundText | Refusal] = {}

        async def work(queue: Sequence[Wanted]) -> None:
            for one in queue:
                if text := await self._text(fetcher, one):
                    found[one.source] = text

        await asyncio.gather(*(work(queue) for queue in queues.values()))
        return [found[one.source] for one in portion if one.source in found]

    async def _text(self, fetcher: Fetcher, one: Wanted) -> FoundText | Refusal | None:
        memory, host = self._memory.of(one.feed.url), host_of(one.source)
        try:
            text = await self._found(fetcher, one, host)
        except HostWaitsError as error:
            self._host_failures[host] = _MOST_FAILURES
            self._unfinished.add(one.feed.url)
            said = str(error)
        except FetchError as error:
            self._host_failures[host] += error.passing
            refused(memory, one.source, passing=error.passing)
            said = str(error)
        except UnreadableError as error:
            refused(memory, one.source, passing=False)
            said = str(error)
        else:
            memory.tries_left.pop(one.source, None)
            return text
        self._refused.add(one.source)
        return Refusal(one.source, said)

    async def _found(self, fetcher: Fetcher, one: Wanted, host: str) -> FoundText | None:
        """The text of one entry; None where its host has failed too often and the next round will ask it."""
        if not one.feed.articles or one.entry.address is None:
            return from_entry(one.feed, one.entry, self._limits)
        if self._host_failures[host] >= _MOST_FAILURES:
            self._unfinished.add(one.feed.url)
            return None
        answer = await fetcher.fetch(one.entry.address, {"Accept": _PAGE_ACCEPT})
        self._host_failures[host] = 0
        async with self._parsing:
            return await asyncio.to_thread(from_page, one.feed, one.entry, answer, self._limits)


def _validator(headers: Mapping[str, str], name: str) -> str | None:
    value = headers.get(name, "")
    return value if 0 < len(value) <= 500 and value.isascii() and value.isprintable() else None
