"""People and their offices."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from legation.ledger import PersonHolding
from legation.views.records import person_record
from legation.views.web.api.answers import answer
from legation.views.web.api.asked import Listed, Word, codes_of
from legation.views.web.api.cursors import link, place_in
from legation.views.web.api.description import PREFIX
from legation.views.web.api.examples import PERSON
from legation.views.web.api.lists import People, behind, part
from legation.views.web.api.schemas import gives
from legation.views.web.ledgers import TheLedger
from legation.views.web.parties import NEWEST
from legation.views.wording.offices import load_office_words

router = APIRouter(prefix=PREFIX, tags=["people"])

_Place = tuple[str, str, tuple[str, ...]]


class _Whose(Listed):
    """Whose people: of all states at once there are too many to be told apart while somebody waits."""

    state: list[Word] = Field(
        min_length=1, max_length=10, description="States or organisations whose people are wanted: codes or names."
    )


@router.get(
    "/people",
    operation_id="listPeople",
    summary="People",
    responses=gives(People, "People by state and name.", {"items": [PERSON], "next": None}),
)
def people(request: Request, ledger: TheLedger, asked: Annotated[_Whose, Query()]) -> Response:
    """The people who act for these states, with the offices that dispatches give them and the words that do.

    Of a spelling that more than 40 dispatches have, the newest 40 reports are looked at: offices, days and
    dispatches are those of these.
    """
    found = ledger.people(codes_of(asked.state), read_office=load_office_words(), newest=NEWEST)
    rest = behind(sorted(found, key=_place), _place, place_in(request, tuple[str, str, tuple[str, ...]]), asked.limit)
    items, following = part(request, rest, asked.limit, _place)
    return answer(request, People(tuple(person_record(one) for one in items), following), headers=link(following))


def _place(person: PersonHolding) -> _Place:
    """Namesakes are told apart by their offices."""
    return person.state, person.person, person.offices
