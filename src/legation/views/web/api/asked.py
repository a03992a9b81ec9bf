"""What can be asked in an address: the filters of the pages, checked and described for OpenAPI."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from fastapi import Depends
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError
from starlette.requests import Request

from legation import ontology
from legation.ledger import Question
from legation.report import Status
from legation.views import asking
from legation.views.web.failures import BadAddressError

MOST = 200
"""Records in one answer."""
_PARTIES = 10
_DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _as_day(value: str) -> str:
    try:
        asking.first_day(value, "")
    except ValueError as error:
        raise PydanticCustomError("day", "{said}", {"said": str(error).removeprefix(": ")}) from None
    return value


def _known(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise PydanticCustomError("known", "unknown (there are: {known})", {"known": ", ".join(known)})
    return value


_TYPES = tuple(ontology.load().types)
_CONTEXTS = tuple(ontology.load().contexts.names)

Word = Annotated[str, Field(min_length=1, max_length=200)]
Day = Annotated[str, Field(pattern=_DAY), AfterValidator(_as_day)]
Type = Annotated[str, AfterValidator(lambda value: _known(value, _TYPES)), Field(json_schema_extra={"enum": [*_TYPES]})]
Context = Annotated[
    str, AfterValidator(lambda value: _known(value, _CONTEXTS)), Field(json_schema_extra={"enum": [*_CONTEXTS]})
]
States = Annotated[
    list[Word],
    Field(
        max_length=_PARTIES,
        description="States or organisations, all of which take part: codes, names, demonyms or capitals, in any of "
        "the languages that dispatches are read in. `/api/v1/states` lists the codes.",
    ),
]


class Asked(BaseModel):
    """An address in which nothing else may be asked."""

    model_config = ConfigDict(extra="forbid")


class Listed(Asked):
    """A list in parts."""

    limit: int = Field(50, ge=1, le=MOST, description="Records in one answer.")
    cursor: str | None = Field(
        None, max_length=1000, description="Where the list goes on; the address in `next` of the part before has it."
    )


class Party(Asked):
    """Who takes part."""

    state: States = []

    def codes(self) -> tuple[str, ...]:
        """The codes of the parties.

        Raises:
            BadAddressError: one is unknown.
        """
        return codes_of(self.state)


class ReportFilters(Party):
    """Filters of reports and dispatches."""

    since: Day | None = Field(None, description="Not before this year, month or day: `2019`, `2019-05`, `2019-05-31`.")
    until: Day | None = Field(None, description="Not after this year, month or day.")
    type: list[Type] = Field([], max_length=20, description="PLOVER types, one of which it is.")
    status: list[Status] = Field([], max_length=len(get_args(Status)), description="One of these.")

    def question(self) -> Question:
        """What to ask of the ledger.

        Raises:
            BadAddressError: a party is unknown.
        """
        return Question(
            states=self.codes(),
            since=asking.first_day(self.since, "since") if self.since else None,
            until=asking.last_day(self.until, "until") if self.until else None,
            types=tuple(self.type),
            statuses=tuple(self.status),
        )


class EventFilters(ReportFilters):
    """Filters of events, called as on the pages."""

    context: list[Context] = Field([], max_length=20, description="PLOVER contexts, one of which it has.")
    place: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = Field(None, description="It took place in this state.")
    person: Word | None = Field(None, description="Somebody took part whose name holds these words.")
    source: Word | None = Field(None, description="An outlet, a dispatch (by its source) or an independent source.")
    sources: int = Field(0, ge=0, le=1000, description="At least so many independent sources.")

    def question(self) -> Question:
        """What to ask of the ledger.

        Raises:
            BadAddressError: a party is unknown.
        """
        plain = super().question()
        return Question(
            plain.states, plain.since, plain.until, plain.types, plain.statuses,
            contexts=tuple(self.context), place=self.place, person=self.person, source=self.source,
            least_sources=self.sources,
        )  # fmt: skip


class EventList(EventFilters, Listed):
    """A list of events."""


class ReportList(ReportFilters, Listed):
    """A list of reports or dispatches."""


class PartyList(Party, Listed):
    """A list that is narrowed by who takes part."""


Language = Literal["en", "fr"]


def codes_of(given: list[str]) -> tuple[str, ...]:
    """The codes of states and organisations as people write them.

    Raises:
        BadAddressError: one is unknown.
    """
    try:
        return asking.party_codes(given) if given else ()
    except ValueError as error:
        raise BadAddressError(f"state: {error}") from None


def nothing_asked(request: Request) -> None:
    """Refuses any query.

    Raises:
        BadAddressError: there is one.
    """
    if request.query_params:
        raise BadAddressError(f"no such parameter: {', '.join(sorted(request.query_params)[:10])}")


NOTHING = Depends(nothing_asked)
