"""HEAD wherever GET is answered: the same headers, no content."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.views.web.failures import API

ASKED = "legation.head"


class Heads:
    """Answers HEAD of the API as GET, without what follows the headers; `is_head` tells those whom it spares work."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or not scope["path"].startswith(API):
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        scope["method"], scope[ASKED] = "GET", True
        try:
            await self.app(scope, receive, answer)
        finally:
            scope["method"] = "HEAD"  # as it is counted


def is_head(scope: Scope) -> bool:
    """Whether only the headers are wanted."""
    return bool(scope.get(ASKED))
