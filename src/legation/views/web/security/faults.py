"""A fault of the program: one line for the reader and the log; with LEGATION_DEBUG set its traceback too."""

from __future__ import annotations

import logging
import os

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.views.escaping import one_line
from legation.views.web.failures import refusal

_LOG = logging.getLogger("legation.web")
DEBUG = "LEGATION_DEBUG"


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
        except Exception as error:
            if scope["type"] != "http" or begun:
                raise
            said = one_line(f"{scope['method']} {scope['path']}: {type(error).__name__}: {error}")
            _LOG.error("%s", said, exc_info=DEBUG in os.environ)
            await refusal(Request(scope), 500)(scope, receive, send)
