"""The events in the forms of other programs, as they are written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from threading import BoundedSemaphore
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from legation import __version__
from legation.ledger import Ledger, Question
from legation.views.exports.registry import FORMATS, write
from legation.views.web.api.answers import has_already
from legation.views.web.api.asked import EventFilters, Language
from legation.views.web.api.description import PREFIX
from legation.views.web.api.schemas import gives_bytes
from legation.views.web.ledgers import TheLedger
from legation.views.web.security.heads import is_head
from legation.views.web.streams import streamed

router = APIRouter(prefix=PREFIX, tags=["exports"])
_AT_ONCE = BoundedSemaphore(4)
"""Exports under way: each reads the ledger from one end to the other."""
_TYPES = tuple(dict.fromkeys(form.media_type for form in FORMATS.values()))
_Name = Annotated[
    str, Path(description="The form; docs/exports.md tells of each.", json_schema_extra={"enum": [*FORMATS]})
]


class _What(EventFilters):
    """Which events, and in whose words."""

    language: Language = Field("en", description="Of names and headings, where there are any.")


@router.get(
    "/export.{format}",
    operation_id="exportEvents",
    summary="Export",
    responses=gives_bytes(_TYPES, "The file, as `legation export --format` writes it."),
)
def export(request: Request, ledger: TheLedger, format: _Name, asked: Annotated[_What, Query()]) -> Response:
    """The events in the form of another program, narrowed as their list, however many. At most four at a time."""
    form = FORMATS.get(format)
    if form is None:
        raise HTTPException(404, f"no form {format!r} (there are: {', '.join(FORMATS)})")
    question = asked.question()
    seen = f"{ledger.mark()} {__version__} {request.url.path} {question} {asked.language}"
    headers = {
        "ETag": f'"{hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()[:32]}"',
        "Cache-Control": "private, no-cache",
        "Content-Disposition": f'attachment; filename="legation{form.ending}"',
    }
    if has_already(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    if is_head(request.scope):
        return Response(headers=headers, media_type=form.media_type)
    return StreamingResponse(
        _written(format, ledger, question, asked.language), headers=headers, media_type=form.media_type
    )


def _written(name: str, ledger: Ledger, question: Question, language: str) -> Iterator[bytes]:
    if not _AT_ONCE.acquire(blocking=False):
        raise HTTPException(503, "too many exports at once", {"Retry-After": "10"})

    def writing(stream: object) -> None:
        try:
            write(name, ledger, question, stream, language=language)  # type: ignore[arg-type]
        finally:
            _AT_ONCE.release()

    return streamed(writing)
