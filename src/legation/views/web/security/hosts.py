"""The names under which the desk answers: a page of another host cannot reach it by pointing its name at us."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from legation.views.web.failures import refusal


class Hosts:
    """Refuses requests to any other host than these; None lets all pass."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str] | None) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 421."""
        if scope["type"] == "http" and self.hosts is not None:
            request = Request(scope)
            given = request.headers.get("host", "")
            if len(request.headers.getlist("host")) != 1 or _name(given) not in self.hosts:
                await refusal(request, 421)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _name(host: str) -> str:
    """The host without its port: "[::1]:8000" is "::1"."""
    if host.startswith("["):
        return host[1:].split("]", maxsplit=1)[0].lower()
    return host.split(":", maxsplit=1)[0].lower()
