"""What the description of the API says of answers: the forms of the records themselves, and how errors look."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec

from legation.views.web.failures import PROBLEM, Problem

_TEMPLATE = "#/components/schemas/{name}"
Responses = dict[int | str, dict[str, Any]]
_ANY = (401, 421, 422, 429, 500, 503)
"""Errors that every operation may answer with."""
_CHANGING = (403, 413, 415)

_structs: list[type] = [Problem]

_HEADERS: dict[str, Any] = {
    "ETag": {"description": "Of just these bytes; for If-None-Match.", "schema": {"type": "string"}},
    "Link": {"description": 'With `rel="next"`: the next part.', "schema": {"type": "string"}},
    "Location": {"description": "Where it now is.", "schema": {"type": "string"}},
}


def gives(form: type, said: str, example: object = None, *, missing: bool = False) -> Responses:
    """The answers of an operation that gives a struct; `missing`: or there may be none, 404."""
    media: dict[str, Any] = {"schema": form_of(form)}
    if example is not None:
        media["example"] = example
    headers = {name: _HEADERS[name] for name in ("ETag", *(("Link",) if "next" in form.__struct_fields__ else ()))}  # type: ignore[attr-defined]
    found: Responses = {200: {"description": said, "content": {"application/json": media}, "headers": headers}}
    return found | {304: {"description": "As the client has it."}} | errors(*((404,) if missing else ()))


def makes(form: type, said: dict[int, str], example: object = None, *, missing: bool = False) -> Responses:
    """The answers of an operation that changes something, by status."""
    media: dict[str, Any] = {"schema": form_of(form)} | ({} if example is None else {"example": example})
    found: Responses = {
        code: {"description": text, "content": {"application/json": media}} for code, text in said.items()
    }
    if 201 in found:
        found[201]["headers"] = {"Location": _HEADERS["Location"]}
    return found | errors(*_CHANGING, *((404,) if missing else ()))


def gives_bytes(media_types: tuple[str, ...], said: str) -> Responses:
    """The answers of an operation that gives something else than JSON."""
    content = {name: {"schema": {"type": "string"}} for name in media_types}
    headers = {"ETag": _HEADERS["ETag"]}
    found: Responses = {200: {"description": said, "content": content, "headers": headers}}
    return found | {304: {"description": "As the client has it."}} | errors(404)


def errors(*codes: int) -> Responses:
    """Answers with these errors, beside those that any operation may have."""
    content = {PROBLEM: {"schema": form_of(Problem)}}
    return {code: {"description": HTTPStatus(code).phrase, "content": content} for code in sorted((*codes, *_ANY))}


def takes(form: type, example: object, *others: str) -> dict[str, Any]:
    """The body of a request: a struct as JSON, or text of another media type."""
    content: dict[str, Any] = {"application/json": {"schema": form_of(form), "example": example}}
    content |= {name: {"schema": {"type": "string", "minLength": 1}} for name in others}
    return {"requestBody": {"required": True, "content": content}}


def form_of(form: type) -> dict[str, Any]:
    """A reference to the form of a struct, which then stands among the components."""
    if form not in _structs:
        _structs.append(form)
    return {"$ref": _TEMPLATE.format(name=form.__name__)}


def components() -> dict[str, Any]:
    """The forms of all structs that are given or taken, made from the structs that are encoded."""
    return msgspec.json.schema_components(_structs, ref_template=_TEMPLATE)[1]
