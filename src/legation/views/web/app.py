"""The application: one ledger, its pages and its API, and what stands before them."""

from __future__ import annotations

from importlib.resources import files

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from legation import __version__
from legation.laid_out import lay_out_records
from legation.ledger import Ledger
from legation.views.web import api, pages
from legation.views.web.failures import add_failures
from legation.views.web.metrics import Measured, Metrics
from legation.views.web.reading import SharedReader
from legation.views.web.security import BodyLimit, Faults, Headers, Heads, Hosts, Origins, Rates, Tokens
from legation.views.web.settings import Settings


def make_app(ledger: Ledger, settings: Settings = Settings()) -> FastAPI:  # noqa: B008  frozen
    """The desk over an open ledger, which stays the caller's to close.

    Pages and calls are plain functions, which run in threads: the ledger may be asked by several at once.
    """
    lay_out_records()
    metrics = Metrics()
    app = FastAPI(
        title="Legation",
        version=__version__,
        docs_url=None,  # its page loads scripts from another host
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        middleware=[
            Middleware(Measured, metrics=metrics),
            Middleware(Headers),
            Middleware(Faults),
            Middleware(Hosts, hosts=settings.hosts),
            Middleware(Rates, rate=settings.rate, burst=settings.burst),
            Middleware(Tokens, token=settings.token),
            Middleware(Origins),
            Middleware(Heads),
            Middleware(BodyLimit, most=settings.body_limit),
        ],
    )
    app.state.ledger, app.state.settings, app.state.metrics = ledger, settings, metrics
    app.state.reader = SharedReader()
    add_failures(app)
    api.describe(app)
    for router in (*pages.ROUTERS, *api.ROUTERS):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("legation") / "views" / "web" / "static")), "static")
    return app
