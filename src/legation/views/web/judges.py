"""Who judges: the name a reader gives with a judgement, kept for the next one."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "legation_name"
LONGEST = 120
"""Characters of a name."""
_YEAR = 365 * 24 * 3600


def known_name(request: Request) -> str:
    """The name given last in this browser; "" when there is none."""
    return unquote(request.cookies.get(COOKIE, ""))[:LONGEST].strip()


def remember_name(answer: Response, name: str) -> None:
    """Keeps the name for the next judgement."""
    answer.set_cookie(COOKIE, quote(name, safe=""), max_age=_YEAR, samesite="strict", httponly=True)
