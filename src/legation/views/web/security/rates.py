"""How often a client may call the API: a bucket of calls for each, filled at an even rate."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from legation.views.web.failures import API, refusal

_CLIENTS = 10_000
"""Clients remembered; the one longest unseen is forgotten first."""


class Rates:
    """Answers 429 with Retry-After when a client's bucket is empty. A rate of 0 sets no limit."""

    def __init__(self, app: ASGIApp, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self.rate, self.burst, self.clock = app, rate, burst, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 429."""
        if scope["type"] == "http" and self.rate > 0 and _counted(scope):
            request = Request(scope)
            wait = self._wait(request.client.host if request.client else "")
            if wait > 0:
                answer = refusal(request, 429)
                answer.headers["Retry-After"] = str(math.ceil(wait))
                await answer(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _wait(self, client: str) -> float:
        """Seconds until this client may call again; takes a call from its bucket when that is now."""
        now = self.clock()
        level, seen = self._buckets.pop(client, (float(self.burst), now))
        level = min(self.burst, level + (now - seen) * self.rate)
        wait = 0.0 if level >= 1 else (1 - level) / self.rate
        self._buckets[client] = (level if wait else level - 1, now)
        if len(self._buckets) > _CLIENTS:
            self._buckets.popitem(last=False)
        return wait


def _counted(scope: Scope) -> bool:
    """Calls of the API, and tries at the token."""
    path: str = scope["path"]
    return path.startswith(API) or (path == "/sign-in" and scope["method"] == "POST")
