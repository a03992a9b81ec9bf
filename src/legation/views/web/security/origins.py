"""What changes something must come from a page of ours: another site's form is refused."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from legation.views.web.failures import refusal

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


class Origins:
    """Looks at Sec-Fetch-Site and Origin, which browsers set and pages cannot.

    A program that sends neither has no cookies that another site could use; with a cookie one of the two is needed.
    A call with its own Authorization needs none: no other site's page can send that.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or answers 403."""
        if scope["type"] == "http" and scope["method"] not in SAFE and not _own(Request(scope)):
            await refusal(Request(scope), 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _own(request: Request) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host', '')}":
        return False
    if site is not None or origin is not None:
        return True
    return "authorization" in request.headers or not request.cookies
