"""What states and organisations are called in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from legation.language.states import OrganisationNames, StateNames, load_organisation_names, load_state_names
from legation.report import Participant, Place
from legation.states import load_organisations, load_states


class PartyNames(msgspec.Struct, frozen=True):
    """Display names by code; in the languages that dispatches are read in, the towns of all states, and the names of
    all states.
    """

    names: Mapping[str, str]
    towns: frozenset[str]
    states: frozenset[str] = frozenset()

    def name(self, code: str) -> str:
        """The display name of a code, else the code."""
        return self.names.get(code, code)

    def all(self, participants: Iterable[Participant]) -> tuple[str, ...]:
        """The names of the parties that take part, each once, in order."""
        return tuple(dict.fromkeys(self.name(participant.code) for participant in participants))

    def place(self, place: Place) -> str:
        """Where: the town as the dispatch writes it where it names one, and the state; a town that a person gave stands
        in no dispatch.
        """
        state = self.name(place.code)
        if not place.text and place.name != place.code:
            return self.town_and_state(place.name, place.code)
        return f"{place.text}, {state}" if place.text in self.towns and place.text != state else state

    def town_and_state(self, name: str, code: str) -> str:
        """A town with its state; the state alone where that is what the name names, in whatever language."""
        state = self.name(code)
        return state if name == state or name in self.states else f"{name}, {state}"


@cache
def read_names(code: str) -> tuple[Mapping[str, StateNames], Mapping[str, OrganisationNames]]:
    """The names of states and organisations in one language that dispatches are read in."""
    with as_file(files("legation") / "data" / "languages" / code) as folder:
        return load_state_names(Path(folder)), load_organisation_names(Path(folder))


@cache
def load_party_names(language: str) -> PartyNames:
    """Names in this language where its pack has them, else in English."""
    from legation.language.pack import available  # noqa: PLC0415  loads all that a pack is made of

    names = {code: state.name for code, state in load_states().items()}
    names |= {code: organisation.name for code, organisation in load_organisations().items()}
    towns, called = set[str](), set(names.values())
    for code in available():
        states, organisations = read_names(code)
        for state in states.values():
            towns.update(state.capitals)
            towns.update(state.cities)
            called.add(state.name)
        if code == language:
            names |= {of: named.name for of, named in states.items()}
            names |= {of: named.name for of, named in organisations.items()}
    return PartyNames(names, frozenset(towns), frozenset(called))
