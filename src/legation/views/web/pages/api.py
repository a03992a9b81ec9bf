"""What programs can ask, from the description of the API."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.views.web.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/api")
def api(request: Request) -> Response:
    """The operations, by what they are about."""
    described = request.app.openapi()
    return render(request, "api.html.j2", about=described["info"]["description"], groups=_groups(described))


def _groups(described: dict[str, Any]) -> list[dict[str, Any]]:
    operations = [
        {"method": method.upper(), "path": path, "parameters": []} | operation
        for path, item in described["paths"].items()
        for method, operation in item.items()
    ]
    return [
        tag | {"operations": [one for one in operations if tag["name"] in one["tags"]]} for tag in described["tags"]
    ]
