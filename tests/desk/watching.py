"""A page that is watched: what it says on its console, asks of the network, and pops up."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request, Response

POLICY = "content-security-policy"


class Watch:
    """Collects what no page of the desk may do. `expected` are statuses of answers that a test asks for."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        self.expected: set[int] = set()
        self.requests = 0
        self._host = urlsplit(address).netloc
        context.on("page", self._look_at)
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)

    def _look_at(self, page: Page) -> None:
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: error {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def _said(self, kind: str, text: str) -> None:
        asked_for = any(f"status of {status}" in text for status in self.expected)
        if kind in ("error", "warning") and not asked_for:
            self.faults.append(f"console {kind}: {text}")

    def _asked(self, request: Request) -> None:
        self.requests += 1
        if urlsplit(request.url).netloc != self._host:
            self.faults.append(f"request to another host: {request.url}")

    def _answered(self, response: Response) -> None:
        policy = response.headers.get(POLICY, "")
        if "default-src 'none'" not in policy or "unsafe" in policy:
            self.faults.append(f"{response.url}: policy {policy!r}")
        if response.status >= 400 and response.status not in self.expected:
            self.faults.append(f"{response.url}: {response.status}")

    def _failed(self, request: Request) -> None:
        # A download or a page left while it loads ends its request: the server has done nothing wrong.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.url}: {request.failure}")
