"""How much may be sent: counted while it comes in, whatever its Content-Length says."""

from __future__ import annotations

from contextlib import suppress

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.views.web.failures import refusal


class _TooLongError(Exception):
    """More came in than may."""


class BodyLimit:
    """Answers 413 when a body is longer than `most` bytes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = Request(scope).headers.get("content-length", "0")
        if told.isdecimal() and int(told[:20]) > self.most:
            await refusal(Request(scope), 413)(scope, receive, send)
            return
        got, over, begun = 0, False, False

        async def counted() -> Message:
            nonlocal got, over
            message = await receive()
            got += len(message.get("body", b""))
            if got > self.most:
                over = True
                raise _TooLongError
            return message

        async def answer(message: Message) -> None:
            nonlocal begun
            if over and not begun:  # what the application makes of a body that broke off
                return
            begun = True
            await send(message)

        with suppress(_TooLongError):
            await self.app(scope, counted, answer)
        if over and not begun:
            await refusal(Request(scope), 413)(scope, receive, send)
