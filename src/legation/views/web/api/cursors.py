"""Where a list goes on: an opaque word that holds the place behind which, and only for the list it was made for."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request

from legation.views.web.failures import BadAddressError

P = TypeVar("P")
PARAMETER = "cursor"
_FREE = (PARAMETER, "limit")
"""What may change from one part of a list to the next."""


class _Cursor(msgspec.Struct, array_like=True):
    """The list it belongs to, and the place in it."""

    of: str
    place: msgspec.Raw


def place_in(request: Request, kind: type[P]) -> P | None:
    """The place that the request's cursor names; None without one.

    Raises:
        BadAddressError: it is no cursor, or one of another list.
    """
    given = request.query_params.get(PARAMETER)
    if given is None:
        return None
    try:
        raw = base64.b64decode(given.encode("ascii"), altchars=b"-_", validate=True)
        found = msgspec.json.decode(raw, type=_Cursor)
        place = msgspec.json.decode(found.place, type=kind)
    except (ValueError, binascii.Error, RecursionError):
        raise BadAddressError(f"{PARAMETER}: not a cursor of this program; take it from `next`") from None
    if found.of != _list(request):
        raise BadAddressError(f"{PARAMETER}: made for another list; begin again without it")
    return place


def next_address(request: Request, place: object) -> str:
    """The address of the part of this list behind `place`."""
    cursor = msgspec.json.encode(_Cursor(_list(request), msgspec.Raw(msgspec.json.encode(place))))
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != PARAMETER]
    return f"{request.url.path}?{urlencode([*asked, (PARAMETER, base64.urlsafe_b64encode(cursor).decode())])}"


def link(address: str | None) -> Mapping[str, str]:
    """The header that names the next part."""
    return {"Link": f'<{address}>; rel="next"'} if address else {}


def _list(request: Request) -> str:
    """A short hash of path and filters."""
    asked = sorted(one for one in request.query_params.multi_items() if one[0] not in _FREE)
    return hashlib.sha256(msgspec.json.encode([request.url.path, asked])).hexdigest()[:10]
