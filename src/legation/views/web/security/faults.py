"""A fault of the program: one line for the reader, the traceback for the log."""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.views.web.failures import refusal

_LOG = logging.getLogger("legation.web")


class Faults:
    """Answers 500 when something fails before an answer began. Inside the headers: Starlette's is not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        begun = False

        async def answer(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, answer)
        except Exception:
            if scope["type"] != "http" or begun:
                raise
            _LOG.exception("%s %s", scope["method"], scope["path"])
            await refusal(Request(scope), 500)(scope, receive, send)
