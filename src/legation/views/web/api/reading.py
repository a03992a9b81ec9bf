"""A text comes in, its reports come back; kept only if asked."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.intake import Refusal
from legation.ledger import Ledger, ref_of
from legation.report import DispatchRef, Report
from legation.views.python.texts import found_text
from legation.views.web.api.answers import made
from legation.views.web.api.asked import Asked
from legation.views.web.api.bodies import JSON, body_of, decoded, media_type_of
from legation.views.web.api.description import PREFIX
from legation.views.web.api.dispatches import TEXT
from legation.views.web.api.examples import DISPATCH, GIVEN, REPORT
from legation.views.web.api.schemas import makes, takes
from legation.views.web.failures import BadAddressError
from legation.views.web.ledgers import TheLedger
from legation.views.web.reading import LONGEST, BusyError, SharedReader
from legation.walk import Known, Reading, Wanted

router = APIRouter(prefix=PREFIX, tags=["dispatches"])


class GivenText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, and what is known of it: `published` is a day or EDTF, `language` ISO 639-1, `source` its address."""

    text: Annotated[str, msgspec.Meta(min_length=1)]
    title: Annotated[str, msgspec.Meta(max_length=1000)] | None = None
    published: Annotated[str, msgspec.Meta(max_length=50)] | None = None
    outlet: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    source: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    language: Annotated[str, msgspec.Meta(max_length=20)] | None = None


class ReadText(msgspec.Struct, frozen=True):
    """The dispatch that a text became, whether the ledger holds it, and its reports."""

    dispatch: DispatchRef
    kept: bool
    reports: tuple[Report, ...]


class _How(Asked):
    """How a text is read."""

    keep: bool = Field(False, description="Whether the ledger keeps it. Without it nothing is stored.")
    scope: Wanted = Field("international", description="`all`: with the events within one state.")


@router.post(
    "/dispatches",
    operation_id="readText",
    summary="Read a text",
    responses=makes(
        ReadText,
        {200: "Its reports. Nothing was stored, or nothing new.", 201: "Its reports; the ledger keeps it now."},
        {"dispatch": DISPATCH, "kept": False, "reports": [REPORT]},
    ),
    openapi_extra=takes(GivenText, GIVEN, TEXT),
)
def read(
    request: Request, ledger: TheLedger, how: Annotated[_How, Query()], body: Annotated[bytes, Depends(body_of)]
) -> Response:
    """Reads a text of at most 200 kB, as JSON or as plain UTF-8. One is read after the other; when it takes too long,
    or too many wait, the answer is 503: try again later. The first one waits for the parser.
    """
    given = _given(media_type_of(request, (JSON, TEXT)), body)
    if len(given.text.encode("utf-8", "replace")) > LONGEST:
        raise HTTPException(413, f"text: longer than {LONGEST} bytes")
    return _answered(_read(request.app.state.reader, given, how, ledger), ledger, kept=how.keep)


def _given(media_type: str, body: bytes) -> GivenText:
    if media_type == JSON:
        return decoded(body, GivenText)
    try:
        return GivenText(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadAddressError(f"the text is not UTF-8: byte {error.start}") from None


def _read(reader: SharedReader, given: GivenText, how: _How, ledger: Ledger) -> Reading | Known:
    try:
        text = found_text(msgspec.structs.asdict(given), "text")
    except ValueError as error:
        raise BadAddressError(str(error)) from None
    try:
        step = reader.read(text, how.scope, ledger if how.keep else None)
    except BusyError as error:
        raise HTTPException(503, str(error), {"Retry-After": "10"}) from None
    if isinstance(step, Refusal):
        raise BadAddressError(str(step))
    return step


def _answered(step: Reading | Known, ledger: Ledger, *, kept: bool) -> Response:
    dispatch = ref_of(step.dispatch)
    if isinstance(step, Known):
        return made(ReadText(dispatch, True, ledger.reports_of(dispatch.id)))
    where = f"{PREFIX}/dispatches/{dispatch.id}" if kept else None
    return made(ReadText(dispatch, kept, step.reports), status=201 if kept else 200, location=where)
