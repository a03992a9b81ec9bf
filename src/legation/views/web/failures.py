"""What is answered when something cannot be: a page with one line, or problem+json (RFC 9457) to a program."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from legation.ledger import AmbiguousPrefix, LedgerError
from legation.views.web.languages import language_of
from legation.views.web.parties import UnknownPartyError
from legation.views.web.rendering import render
from legation.views.web.words import load_words

API = "/api/"
PROBLEM = "application/problem+json"
_FAULTS = 10
"""Values that are named when many do not fit."""


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """An error as programs read it (RFC 9457): `title` says which, `detail` what was wrong."""

    type: str
    title: str
    status: int
    detail: str | None = None


class BadAddressError(Exception):
    """An address asks for something that cannot be asked; the message is one line in the reader's language."""


def refusal(request: Request, status: int, said: str | None = None) -> Response:
    """The answer with this status: what is said, else the words for the status (`failure.toml`)."""
    if request.url.path.startswith(API):
        return problem(status, said)
    words = load_words(language_of(request), "failure")
    line = said or words.get(f"status_{status}", words.other)
    if status == 401:
        return render(request, "sign_in.html.j2", status=status, wrong=False, then=_back_to(request))
    return render(request, "failure.html.j2", status=status, number=status, line=line)


def problem(status: int, said: str | None = None) -> Response:
    """An error as a program reads it."""
    content = Problem("about:blank", HTTPStatus(status).phrase, status, said)
    return Response(msgspec.json.encode(content), status_code=status, media_type=PROBLEM)


def add_failures(app: FastAPI) -> None:
    """Tells the application how each kind of error is answered."""

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        known = HTTPStatus(error.status_code).phrase
        answer = refusal(request, error.status_code, None if error.detail == known else str(error.detail))
        answer.headers.update(error.headers or {})
        if error.status_code == 405:
            answer.headers["Allow"] = ", ".join(_allowed(request))
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return refusal(request, 422, "; ".join(_fault(one) for one in error.errors()[:_FAULTS]))

    @app.exception_handler(BadAddressError)
    async def bad(request: Request, error: BadAddressError) -> Response:
        return refusal(request, 422, str(error))

    @app.exception_handler(AmbiguousPrefix)
    async def ambiguous(request: Request, error: AmbiguousPrefix) -> Response:
        return refusal(request, 404, str(error))

    @app.exception_handler(LedgerError)
    async def ledger(request: Request, error: LedgerError) -> Response:
        return refusal(request, 503, str(error))

    @app.exception_handler(UnknownPartyError)
    async def party(request: Request, error: UnknownPartyError) -> Response:
        if request.url.path.startswith(API):
            return problem(404, f"unknown state or organisation {error.word!r}")
        return render(request, "unknown_party.html.j2", status=404, word=error.word, near=error.near)


def _fault(error: dict[str, Any]) -> str:
    """A value that does not fit, by its name in the address."""
    name = ".".join(str(part) for part in error["loc"][1:])
    return f"{name}: no such parameter" if error["type"] == "extra_forbidden" else f"{name}: {error['msg']}"


def _allowed(request: Request) -> list[str]:
    """The methods that this address knows, of whatever route."""
    routes = request.app.router.routes

    def known(method: str) -> bool:
        return any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)

    found = [method for method in ("GET", "POST", "PUT", "PATCH", "DELETE") if known(method)]
    return ["GET", "HEAD", *found[1:]] if found[:1] == ["GET"] and request.url.path.startswith(API) else found


def _back_to(request: Request) -> str:
    """The page that was asked for, to go to after signing in."""
    return request.url.path if request.method == "GET" else "/"
