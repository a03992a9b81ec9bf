"""Politeness: one request at a time to a host, a pause between two, robots.txt, waiting when a host asks for it.

Redirects are followed here, each one a request that all of this holds for.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from legation.intake.feeds.client import Answer, Client, FetchError
from legation.intake.feeds.robots import MOST_BYTES, SiteRules, address_of_rules, read_rules
from legation.intake.feeds.settings import web_address

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_LONGEST_DELAY = 120.0
"""Seconds between two requests that a site may ask for; one that asks for more is not read."""
_WAIT_UNTOLD = 900.0
"""Seconds to leave a busy host alone that does not say how long."""
LONGEST_WAIT = 86_400.0
"""Seconds that a host is left alone at most, whatever it says."""


class Clock(Protocol):
    """The time, so that tests need not wait."""

    def now(self) -> float:
        """Seconds since 1970."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        ...


class HostWaitsError(FetchError):
    """The host asked to be left alone, now or earlier."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, passing=True)


class Fetcher:
    """Fetches addresses politely. `waiting` holds the hosts to leave alone and until when; new ones are put there."""

    def __init__(self, client: Client, clock: Clock, *, pause: float, waiting: dict[str, float]) -> None:
        self._client, self._clock, self._pause, self._waiting = client, clock, pause, waiting
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._last: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._rules: dict[str, SiteRules] = {}
        self._rules_locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def fetch(self, address: str, headers: Mapping[str, str]) -> Answer:
        """The answer at the end of all redirects: 200, or 304 where `headers` make it conditional.

        Raises:
            HostWaitsError: the host is busy, or still to be left alone.
            FetchError: anything else that kept the answer away.
        """
        for _ in range(self._client.limits.redirects + 1):
            await self._check_rules(address)
            answer = await self._ask(address, headers)
            if answer.status not in _REDIRECTS:
                return _useful(answer)
            address = redirected(address, answer.headers.get("location", ""))
        raise FetchError(f"more than {self._client.limits.redirects} redirects", passing=False)

    async def _ask(self, address: str, headers: Mapping[str, str], most: int | None = None) -> Answer:
        """One request, when the host's turn has come."""
        host = host_of(address)
        async with self._locks[host]:
            self._check_waiting(host)
            due = self._last.get(host, 0.0) + max(self._pause, self._delays.get(host, 0.0))
            if (wait := due - self._clock.now()) > 0:
                await self._clock.sleep(wait)
            try:
                answer = await self._client.get(address, headers, most)
            finally:
                self._last[host] = self._clock.now()
            if answer.status in _BUSY:
                now = self._clock.now()
                self._waiting[host] = now + (retry_after(answer.headers.get("retry-after", ""), now) or _WAIT_UNTOLD)
                raise HostWaitsError(f"the server asks to wait (status {answer.status})")
            return answer

    def _check_waiting(self, host: str) -> None:
        until = self._waiting.get(host, 0.0)
        if 0 < (left := until - self._clock.now()) <= LONGEST_WAIT:  # more: the clock was wrong
            raise HostWaitsError(f"the server asked to wait; {max(1, round(left / 60))} min left")
        self._waiting.pop(host, None)

    async def _check_rules(self, address: str) -> None:
        place = address_of_rules(address)
        async with self._rules_locks[place]:
            if place not in self._rules:
                self._rules[place] = await self._site_rules(place)
        rules = self._rules[place]
        if rules.delay > _LONGEST_DELAY:
            raise FetchError(f"robots.txt asks for {rules.delay:g} s between two requests", passing=False)
        if not rules.allows(address):
            reason = "robots.txt forbids it" if rules.parser else "robots.txt cannot be read, so nothing may be asked"
            raise FetchError(reason, passing=rules.parser is None)

    async def _site_rules(self, place: str) -> SiteRules:
        """The rules of a site; where its robots.txt cannot be had for now, nothing is allowed."""
        host, address = host_of(place), place
        for _ in range(self._client.limits.redirects + 1):
            try:
                answer = await self._ask(address, {}, MOST_BYTES)
            except HostWaitsError:
                raise
            except FetchError as error:
                raise FetchError(f"robots.txt: {error}", passing=error.passing) from None
            if answer.status not in _REDIRECTS:
                rules = read_rules(answer.status, answer.body)
                self._delays[host] = max(self._delays.get(host, 0.0), rules.delay)
                return rules
            address = redirected(address, answer.headers.get("location", ""))
        return SiteRules()


def host_of(address: str) -> str:
    """The host of an address, in lower case."""
    return (urlsplit(address).hostname or "").rstrip(".")


def redirected(address: str, location: str) -> str:
    """Where a redirect leads.

    Raises:
        FetchError: nowhere, away from the web, or from https to http: what was asked for in secret is not fetched in
            the open.
    """
    try:
        target = urljoin(address, location.strip()).partition("#")[0]
    except ValueError:
        target = ""
    if not location.strip() or not web_address(target):
        raise FetchError("redirects to what is no address of the web", passing=False)
    if urlsplit(address).scheme == "https" and urlsplit(target).scheme == "http":
        raise FetchError("redirects from https to http", passing=False)
    return target


def retry_after(value: str, now: float) -> float | None:
    """Seconds to wait by the header Retry-After (seconds, or a date), a day at most; None where it says nothing."""
    value = value.strip()[:100]
    if value.isascii() and value.isdecimal():
        return min(float(value), LONGEST_WAIT)
    try:
        seconds = parsedate_to_datetime(value).timestamp() - now
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT)


def _useful(answer: Answer) -> Answer:
    if answer.status in (200, 304):
        return answer
    gone = {404: "not found", 410: "gone", 401: "wants a password", 402: "wants payment", 403: "forbidden"}
    reason = gone.get(answer.status, "refused by the server" if answer.status < 500 else "the server fails")
    passing = answer.status >= 500 or answer.status in (408, 425)
    raise FetchError(f"{reason} (status {answer.status})", passing=passing)
