"""`ftm`: entities of FollowTheMoney as JSON lines: events, those who take part, the dispatches that tell them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

import msgspec

from legation.event import Event, EventReport
from legation.report import Participant
from legation.states import load_organisations, load_states
from legation.views.escaping import one_line
from legation.views.exports.headlines import Words, load_words, web_address
from legation.views.exports.material import Material
from legation.views.exports.persons import Persons
from legation.views.exports.registry import Written
from legation.when import is_edtf, known_bounds, precision, year_known

LANGUAGES = {"en": "eng", "fr": "fra"}
"""Languages of dispatches, as ISO 639-1 and, in FollowTheMoney, ISO 639-3."""


class Entity(msgspec.Struct, frozen=True):
    """An entity: properties are lists of strings; references are ids of other entities."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def write(material: Material, stream: BinaryIO) -> Written:
    """A line an entity, each entity once, and before the events that refer to it."""
    words, persons = load_words(material.language), Persons(material.people())
    encoder = msgspec.json.Encoder()
    known: set[str] = set()
    for event in material.events:
        for id_, make in _entities(event, words, persons):
            if id_ not in known:
                known.add(id_)
                stream.write(encoder.encode(make()) + b"\n")
    return Written(len(known), "entities")


def _entities(event: Event, words: Words, persons: Persons) -> Iterator[tuple[str, Callable[[], Entity]]]:
    """The entities of an event: their ids, and how they are made; most have been written already."""
    for told in event.reports:
        yield _id("dispatch", told.dispatch.id), partial(_article, told)
    for one in (*event.actors, *event.recipients):
        yield _party_id(one.code), partial(_party, one.code, words)
        if one.person:
            yield _person_id(one, persons), partial(_person, one, persons)
    yield _id("event", event.id), partial(_event, event, words, persons)


def _event(event: Event, words: Words, persons: Persons) -> Entity:
    involved: dict[str, None] = {}
    for one in (*event.actors, *event.recipients):
        involved[_party_id(one.code)] = None
        if one.person:
            involved[_person_id(one, persons)] = None
    first, last = event.date_bounds
    place = event.place
    return _entity(
        _id("event", event.id),
        "Event",
        name=[words.headline(event)],
        date=[_prefix_date(event.date)],
        startDate=[first],
        endDate=[last],
        country=[_country(place.code) if place else None],
        location=[words.names.place(place) if place else None],
        involved=list(involved),
        keywords=[event.type, event.mode, event.status, event.quad, *event.contexts],
        recordId=[event.id],
        description=list(words.quotes(event)),
        proof=[_id("dispatch", told.dispatch.id) for told in event.reports],
    )


def _article(told: EventReport) -> Entity:
    dispatch = told.dispatch
    name = dispatch.title or dispatch.source
    published = known_bounds(dispatch.published)
    return _entity(
        _id("dispatch", dispatch.id),
        "Article",
        name=[name],
        title=[dispatch.title],
        publisher=[dispatch.outlet],
        publishedAt=[_prefix_date(dispatch.published) if any(published) else None],
        language=[LANGUAGES.get(dispatch.language)],
        sourceUrl=[web_address(dispatch.source)],
        fileName=[None if web_address(dispatch.source) else dispatch.source],
    )


def _party(code: str, words: Words) -> Entity:
    """A state as a public body, an organisation as an organization; `classification` holds the code that we use."""
    organisation = load_organisations().get(code)
    return _entity(
        _party_id(code),
        "Organization" if organisation else "PublicBody",
        name=[words.names.name(code)],
        country=[_country(code)],
        sector=[organisation.sector if organisation else None],
        classification=[code],
    )


def _person(one: Participant, persons: Persons) -> Entity:
    found = persons.find(one.code, one.person or "")
    name = persons.name(one.code, one.person or "")
    return _entity(
        _person_id(one, persons),
        "Person",
        name=[name],
        alias=[spelling for spelling in (found.spellings if found else ()) if spelling != name],
        position=list(found.offices) if found else [one.office],
        country=[_country(one.code)],
    )


def _entity(id_: str, schema: str, **properties: list[str | None]) -> Entity:
    """An entity without the properties that have no value; values stand on one line, each once."""
    lines = {name: dict.fromkeys(one_line(value) for value in values if value) for name, values in properties.items()}
    filled = {name: [line for line in found if line] for name, found in lines.items()}
    return Entity(id_, schema, {name: values for name, values in filled.items() if values})


def _id(kind: str, name: str) -> str:
    return f"legation-{kind}-{name.lower()}"


def _party_id(code: str) -> str:
    return _id("party", code)


def _person_id(one: Participant, persons: Persons) -> str:
    name = persons.name(one.code, one.person or "")
    return _id("person", hashlib.sha256(f"{one.code}:{name}".encode()).hexdigest()[:16])


def _country(code: str) -> str | None:
    """The country as FollowTheMoney has it: two letters; none for states that are no more."""
    state = load_states().get(code)
    return state.alpha2.lower() if state and state.alpha2 and state.kind != "former" else None


def _prefix_date(edtf: str | None) -> str | None:
    """A year, a month or a day; other forms of EDTF are left to `startDate` and `endDate`."""
    if edtf is None or not is_edtf(edtf) or not year_known(edtf):
        return None
    return edtf.rstrip("~?%") if precision(edtf) in ("year", "month", "day") else None
