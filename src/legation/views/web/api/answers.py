"""Answers: records in their public form, with a tag by which a client asks only for what has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec
from starlette.requests import Request
from starlette.responses import Response

_FRESH = {"Cache-Control": "private, no-cache"}


def answer(request: Request, content: object, *, headers: Mapping[str, str] | None = None) -> Response:
    """A struct as JSON; 304 without content when the client has just these bytes."""
    return tagged(request, msgspec.json.encode(content), "application/json", headers=headers)


def tagged(request: Request, body: bytes, media_type: str, *, headers: Mapping[str, str] | None = None) -> Response:
    """Bytes with the tag of their content."""
    given = {**_FRESH, **(headers or {}), "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
    if has_already(request, given["ETag"]):
        return Response(status_code=304, headers=given)
    return Response(body, media_type=media_type, headers=given)


def made(content: object, *, status: int = 200, location: str | None = None) -> Response:
    """What came of a POST."""
    headers = {"Cache-Control": "no-store"} | ({"Location": location} if location else {})
    return Response(msgspec.json.encode(content), status, headers, "application/json")


def has_already(request: Request, tag: str) -> bool:
    """Whether the client names this tag in If-None-Match (RFC 9110, 13.1.2)."""
    named = [part.strip() for line in request.headers.getlist("if-none-match") for part in line.split(",")]
    return any(one == "*" or one.removeprefix("W/") == tag for one in named)
