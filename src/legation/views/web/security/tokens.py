"""The token: without it no page and no call but the sign-in page, its style and whether the program is alive."""

from __future__ import annotations

import hashlib
import hmac

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from legation.views.web.failures import refusal

COOKIE = "legation_key"
_OPEN = ("/sign-in", "/healthz")
_OPEN_BELOW = "/static/"


def key_of(token: str) -> str:
    """What a browser keeps instead of the token itself."""
    return hmac.new(token.encode(), b"legation desk", hashlib.sha256).hexdigest()


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how far they are."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode("utf-8", "surrogatepass"))


class Tokens:
    """Asks for the token, as `Authorization: Bearer` or by the cookie that the sign-in page sets."""

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 401."""
        if scope["type"] == "http" and self.token is not None and not self._may(Request(scope), self.token):
            answer = refusal(Request(scope), 401)
            answer.headers["WWW-Authenticate"] = 'Bearer realm="legation"'
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)

    @staticmethod
    def _may(request: Request, token: str) -> bool:
        path = request.url.path
        if path in _OPEN or path.startswith(_OPEN_BELOW):
            return True
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return same(given.strip(), token)
        return same(request.cookies.get(COOKIE, ""), key_of(token))
