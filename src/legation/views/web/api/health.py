"""Whether the desk works, for those who watch over it."""

from __future__ import annotations

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from legation.views.web.ledgers import TheLedger

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
def healthz(ledger: TheLedger) -> Response:
    """Says "ok" when the ledger can be read; else the error of the ledger, 503."""
    ledger.counts()
    return PlainTextResponse("ok\n")


@router.get("/metrics")
def metrics(request: Request, ledger: TheLedger) -> Response:
    """The counters in Prometheus' text form."""
    return Response(request.app.state.metrics.text(ledger.counts()), media_type=CONTENT_TYPE_LATEST)
