"""The description of the API, OpenAPI 3.1, at /api/v1/openapi.json."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from legation.views.web.api.schemas import components

PREFIX = "/api/v1"
TAGS = (
    ("events", "What happened or is announced, as told by one or more dispatches."),
    ("reports", "What one dispatch says of one event."),
    ("dispatches", "The texts; a text can be read here, and kept if asked."),
    ("pairs", "Pairs of states and organisations: how much there is, month by month."),
    ("people", "Who acts for a state, in which office."),
    ("commitments", "What was announced or promised, and what came of it."),
    ("disagreements", "What dispatches tell differently of one event."),
    ("search", "Words in texts and quoted sentences."),
    ("judgements", "What persons said of pairs of reports and of fields of events."),
    ("states", "Codes of states and organisations, with their names."),
    ("exports", "The events in the forms of other programs."),
)
_ABOUT = (
    "The ledger of Legation for programs. Records have the form that `legation events --format jsonl` prints. Lists "
    "come in parts: `next` (also the `Link` header) is the address of the next part, null at the end; a part does not "
    "shift when more comes in. Answers have an `ETag`. Errors are problem+json (RFC 9457). An unknown parameter is an "
    "error. Changes are asked for with POST; a desk with a token wants it as `Authorization: Bearer`."
)


def describe(app: FastAPI) -> None:
    """Gives the application its description, made when it is first asked for."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title="Legation",
        version=app.version,
        description=_ABOUT,
        routes=app.routes,
        tags=[{"name": name, "description": said} for name, said in TAGS],
    )
    found["paths"] = {path: item for path, item in found["paths"].items() if path.startswith(f"{PREFIX}/")}
    held = {"schemas": components()}
    if app.state.settings.token is not None:
        held["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        found["security"] = [{"token": []}]
    found["components"] = held
    return found
