"""What is counted for Prometheus: requests by route and status, how long they took, how much the ledger holds."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.ledger import Counts

UNKNOWN = "unmatched"
"""The route of requests that none fits: their paths may be anything, and each would be a line."""


class Metrics:
    """The counters of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "legation_requests", "Requests answered", ("route", "method", "status"), registry=self.registry
        )
        self.seconds = Histogram("legation_request_seconds", "Time to answer", ("route",), registry=self.registry)
        self.held = Gauge("legation_ledger_records", "Records in the ledger", ("what",), registry=self.registry)

    def text(self, counts: Counts) -> bytes:
        """All of it in Prometheus' text form."""
        for what in counts.__struct_fields__:
            self.held.labels(what).set(getattr(counts, what))
        return generate_latest(self.registry)


class Measured:
    """Counts each request with its route, not its path."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and counts it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, start = 500, time.perf_counter()

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            route = getattr(scope.get("route"), "path", UNKNOWN)
            method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST") else "other"
            self.metrics.requests.labels(route, method, str(status)).inc()
            self.metrics.seconds.labels(route).observe(time.perf_counter() - start)
