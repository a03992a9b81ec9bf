"""Codes of states and organisations, so that a client can look them up."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from legation.states import StateKind, load_organisations, load_states
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import NOTHING
from legation.views.web.api.description import PREFIX
from legation.views.web.api.schemas import gives
from legation.views.wording import interface_languages
from legation.views.wording.parties import load_party_names

router = APIRouter(prefix=PREFIX, tags=["states"])


class PartyName(msgspec.Struct, frozen=True):
    """A code, what it stands for, and its names by language (ISO 639-1)."""

    code: str
    kind: StateKind | Literal["organisation"]
    names: dict[str, str]


class Parties(msgspec.Struct, frozen=True):
    """All that have a code."""

    items: tuple[PartyName, ...]


@router.get(
    "/states",
    operation_id="listStates",
    summary="States and organisations",
    responses=gives(
        Parties, "All of them, states first.",
        {"items": [{"code": "RUS", "kind": "state", "names": {"en": "Russia", "fr": "Russie"}}]},
    ),
    dependencies=[NOTHING],
)  # fmt: skip
def states(request: Request) -> Response:
    """The codes that stand in records, with their names in the languages of the interface."""
    return answer(request, _parties())


@cache
def _parties() -> Parties:
    named = {language: load_party_names(language) for language in interface_languages()}

    def party(code: str, kind: StateKind | Literal["organisation"]) -> PartyName:
        return PartyName(code, kind, {language: names.name(code) for language, names in named.items()})

    of_states = (party(code, state.kind) for code, state in load_states().items())
    return Parties((*of_states, *(party(code, "organisation") for code in load_organisations())))
