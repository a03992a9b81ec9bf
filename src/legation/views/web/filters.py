"""Filters of a list of events, kept in the address: `?since=2019&type=AID&type=AGREE&sources=2&page=3`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated

import msgspec
from fastapi import Depends
from starlette.datastructures import QueryParams
from starlette.requests import Request

from legation import ontology
from legation.ledger import Question
from legation.views.asking import is_calendar_date
from legation.views.web.failures import BadAddressError
from legation.views.web.languages import language_of
from legation.views.web.parties import UnknownPartyError, known_party
from legation.views.web.queries import query_of
from legation.views.web.words import Words, load_words
from legation.when import bounds

PAGE = 25
"""Events on a page."""
_LONGEST = 200
"""Characters of a word in the address."""
_MOST = 1_000_000
STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "denied")


class Filters(msgspec.Struct, frozen=True):
    """What a reader wants to see of a list of events; the fields are called as in the address.

    `since` and `until` are as written (a year, a month or a day); `place` is a code, in the address also a name;
    `page` counts from 1.
    """

    since: str | None = None
    until: str | None = None
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    place: str | None = None
    person: str | None = None
    source: str | None = None
    sources: int = 0
    page: int = 1

    def question(self, states: tuple[str, ...] = (), size: int = PAGE) -> Question:
        """What to ask of the ledger; all of `states` take part, `size` events a page."""
        return Question(
            states=states,
            since=_day(self.since, 0),
            until=_day(self.until, 1),
            types=self.type,
            statuses=self.status,
            contexts=self.context,
            place=self.place,
            person=self.person,
            source=self.source,
            least_sources=self.sources,
            limit=size,
            offset=(self.page - 1) * size,
        )

    def everything(self, states: tuple[str, ...] = ()) -> Question:
        """The same question about the whole list: for counts and charts."""
        return msgspec.structs.replace(self.question(states), limit=None, offset=0)

    @property
    def narrow(self) -> bool:
        """Whether anything is filtered."""
        return msgspec.structs.replace(self, page=1) != Filters()

    def query(self, **changes: object) -> str:
        """The part of an address that says this, with some fields changed; "" when nothing is asked."""
        return query_of(self, **changes)

    def page_address(self, number: int) -> str:
        """The address of another page of the list, for `parts.pager`."""
        return self.query(page=number) or "?"


def read_filters(query: QueryParams, words: Words) -> Filters:
    """The filters in an address; what is left empty in a form asks nothing, and unknown names are passed over.

    Raises:
        BadAddressError: a value cannot be asked for; one line of `words` (`filters.toml`) says which.
    """
    given = _Given(query, words)
    return Filters(
        since=given.one("since", is_calendar_date, words.not_a_date),
        until=given.one("until", is_calendar_date, words.not_a_date),
        type=given.some("type", ontology.load().types),
        status=given.some("status", dict.fromkeys(STATUSES)),
        context=given.some("context", dict.fromkeys(ontology.load().contexts.names)),
        place=given.party("place"),
        person=given.one("person"),
        source=given.one("source"),
        sources=given.number("sources", 0),
        page=given.number("page", 1),
    )


def filters_of(request: Request) -> Filters:
    """The filters in the address of this request."""
    language = language_of(request)
    return read_filters(request.query_params, load_words(language, "filters"))


TheFilters = Annotated[Filters, Depends(filters_of)]


class _Given:
    """The values of an address, looked at one by one."""

    def __init__(self, query: QueryParams, words: Words) -> None:
        self._query, self._words = query, words

    def _values(self, name: str) -> list[str]:
        found = [value.strip() for value in self._query.getlist(name)]
        if any(len(value) > _LONGEST for value in found):
            raise BadAddressError(self._words.too_long.format(name=name, most=_LONGEST))
        return [value for value in found if value]

    def one(self, name: str, fits: Callable[[str], bool] | None = None, otherwise: str = "") -> str | None:
        """One value, the last given."""
        values = self._values(name)
        if not values:
            return None
        if fits and not fits(values[-1]):
            raise BadAddressError(otherwise.format(name=name, value=values[-1]))
        return values[-1]

    def party(self, name: str) -> str | None:
        """The code of a state or organisation that is given by code or name."""
        value = self.one(name)
        try:
            return known_party(value) if value else None
        except UnknownPartyError as error:
            raise BadAddressError(self._words.unknown_place.format(name=name, value=value)) from error

    def some(self, name: str, known: Mapping[str, object]) -> tuple[str, ...]:
        """Values that must be known, each once."""
        values = self._values(name)
        for value in values:
            if value not in known:
                raise BadAddressError(self._words.unknown.format(name=name, value=value, known=", ".join(known)))
        return tuple(dict.fromkeys(values))

    def number(self, name: str, least: int) -> int:
        """A whole number."""
        value = self.one(name)
        if value is None:
            return least
        if not (value.isascii() and value.isdecimal() and least <= int(value) <= _MOST):
            raise BadAddressError(self._words.not_a_number.format(name=name, value=value, least=least))
        return int(value)


def _day(value: str | None, side: int) -> date | None:
    return bounds(value)[side] if value else None
