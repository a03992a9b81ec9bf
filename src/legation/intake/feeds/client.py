"""One request to the web, bounded in size and time, that cannot be led to a private address.

Every connection goes to an address that was checked: the names of a host are looked up beforehand and refused when any
of them is not public, so that a private address is not even knocked at; and httpx-secure checks the address of the
connection itself, so that a name that answers otherwise the second time gains nothing. Redirects are answers here like
others: who follows them comes back with a new request. Proxies of the environment are not used, since behind a proxy
nothing could be checked.
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from types import TracebackType
from urllib.parse import urlsplit

import httpx
import msgspec
from httpx_secure import SSRFProtectionError, httpx_ssrf_protection

from legation.intake.feeds.unpacking import BrokenPackingError, TooMuchError, Unpacker, packing_of
from legation.intake.limits import size_text

_CONNECT_SECONDS = 15.0
_CHUNK = 1 << 16
_NO_BODY = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/epub")
_PACKINGS = "gzip, deflate"
_NAT64 = IPv6Network("64:ff9b::/96")
_OPENSSL = re.compile(r"^\[\w+: \w+\] |\.? \(_ssl\.c:\d+\)$")
"""What OpenSSL says around its reason, for its programmers."""
_LONGEST = 160
"""Characters of a reason."""


class FetchLimits(msgspec.Struct, frozen=True):
    """Bounds on one request: bytes of its body (packed and unpacked), seconds in all, redirects in a row."""

    body_bytes: int = 10_000_000
    seconds: float = 60.0
    redirects: int = 5


class Answer(msgspec.Struct, frozen=True):
    """What a server answered. The names of `headers` are in lower case; `address` is the one that was asked."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class FetchError(Exception):
    """A request that brought nothing; its text is the reason. `passing`: it may go better another time."""

    def __init__(self, reason: str, *, passing: bool) -> None:
        super().__init__(reason)
        self.passing = passing


class Client:
    """Asks one address at a time, or several at once; to be entered and left in one event loop."""

    def __init__(
        self,
        user_agent: str,
        limits: FetchLimits = FetchLimits(),  # noqa: B008  frozen
        *,
        allowed: frozenset[tuple[str, int]] = frozenset(),
    ) -> None:
        """`allowed`: addresses and ports that may be asked though they are not public."""
        self.limits = limits
        self._allowed = allowed
        self._headers = {"User-Agent": user_agent, "Accept-Encoding": _PACKINGS}

    async def __aenter__(self) -> Client:
        self._http = httpx.AsyncClient(
            trust_env=False, follow_redirects=False, headers=self._headers,
            timeout=httpx.Timeout(self.limits.seconds, connect=_CONNECT_SECONDS),
        )  # fmt: skip
        httpx_ssrf_protection(
            self._http,
            # the library's own check cannot be overridden for one address, so where one is allowed ours stands alone
            check_globally_reachable=not self._allowed,
            custom_validator=lambda _, ip, port: self._may_ask(ip, port),
            dns_cache_size=0,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def get(self, address: str, headers: Mapping[str, str], most: int | None = None) -> Answer:
        """The answer of one server, redirects included; `most` bytes are taken of the body, else the limit.

        Raises:
            FetchError: no answer within the time, an address that may not be asked, a body over the limit, a
                connection that broke.
        """
        try:
            async with asyncio.timeout(self.limits.seconds):
                await self._check_names(address)
                return await self._ask(address, headers, most or self.limits.body_bytes)
        except TimeoutError:
            raise FetchError(f"no whole answer within {self.limits.seconds:g} s", passing=True) from None
        except SSRFProtectionError:
            raise FetchError("leads to an address that is not public", passing=False) from None
        except httpx.TimeoutException:
            raise FetchError("the server does not answer", passing=True) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict) as error:
            said = _OPENSSL.sub("", " ".join(str(error).split()))[:_LONGEST] or type(error).__name__
            raise FetchError(f"no answer ({said})", passing=True) from None

    async def _ask(self, address: str, headers: Mapping[str, str], most: int) -> Answer:
        async with self._http.stream("GET", address, headers=dict(headers)) as response:
            self._http.cookies.clear()
            wanted = response.status_code == 200
            body = await self._body(response, most) if wanted else b""
            return Answer(address, response.status_code, dict(response.headers.items()), body)

    async def _body(self, response: httpx.Response, most: int) -> bytes:
        kind = response.headers.get("content-type", "").strip().lower()
        if kind.startswith(_NO_BODY):
            raise FetchError(f"no page but {kind.partition(';')[0]}", passing=False)
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > most:
            raise FetchError(f"{size_text(int(declared))}, over the limit of {size_text(most)}", passing=False)
        try:
            unpacker = Unpacker(packing_of(response.headers.get("content-encoding", "")), most)
            received = 0
            async for chunk in response.aiter_raw(_CHUNK):
                received += len(chunk)
                if received > most:
                    raise TooMuchError
                unpacker.add(chunk)
            return unpacker.finish()
        except TooMuchError:
            raise FetchError(f"over the limit of {size_text(most)}", passing=False) from None
        except BrokenPackingError as error:
            raise FetchError(str(error), passing=False) from None

    async def _check_names(self, address: str) -> None:
        """Refuses a host any of whose names is not public, before anything is sent to it."""
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise FetchError(f"no such host: {parts.hostname}", passing=True) from None
        for *_, place in found:
            if not self._may_ask(ip_address(str(place[0]).partition("%")[0]), port):
                raise FetchError("leads to an address that is not public", passing=False)

    def _may_ask(self, ip: IPv4Address | IPv6Address, port: int) -> bool:
        return is_public(ip) or (str(ip), port) in self._allowed


def is_public(ip: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to the public internet, also the IPv4 address that an IPv6 one may wrap."""
    if isinstance(ip, IPv6Address):
        wrapped = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            wrapped.append(IPv4Address(ip.packed[-4:]))
        if any(inner is not None and not is_public(inner) for inner in wrapped):
            return False
        if ip.ipv4_mapped is not None:
            return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
