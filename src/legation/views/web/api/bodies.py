"""What a client sends: its media type and its JSON, looked at before anything else."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import Message
from typing import TypeVar

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request

from legation.views.web.failures import BadAddressError

S = TypeVar("S")
JSON = "application/json"
_UNICODE = ("utf-8", "utf8", "us-ascii")


async def body_of(request: Request) -> bytes:
    """The body; its size is bounded before it comes here (`security.BodyLimit`)."""
    return await request.body()


def media_type_of(request: Request, known: Sequence[str]) -> str:
    """The media type of the body, one of those known; anything but UTF-8 is none. Otherwise 415."""
    named = request.headers.get("content-type", "")
    given = named.partition(";")[0].strip().lower()
    message = Message()
    message["Content-Type"] = named
    charset = message.get_param("charset") or "utf-8"
    if given not in known:
        raise HTTPException(
            415, f"send {' or '.join(known)}, not {given[:100] or 'nothing'}", {"Accept-Post": ", ".join(known)}
        )
    if not isinstance(charset, str) or charset.lower() not in _UNICODE:
        raise HTTPException(415, "send UTF-8", {"Accept-Post": ", ".join(known)})
    return given


def decoded(body: bytes, form: type[S]) -> S:
    """A struct out of JSON.

    Raises:
        BadAddressError: it is no JSON, or not of the form; the line says where.
    """
    try:
        return msgspec.json.decode(body, type=form)
    except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors, and so is bad UTF-8
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise BadAddressError(f"the body: {said}") from None
