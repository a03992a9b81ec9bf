"""States and organisations: their codes, their kind and when they existed, whatever the language.

Codes of states are ISO 3166-1 alpha-3 (ISO 3166-3 for former ones; XKX, in common use, for Kosovo); codes of
organisations are short names. The entries stand in `data/states/*.toml`, a file per region, and
`data/organisations.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import msgspec

StateKind = Literal["state", "territory", "former"]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One state, territory or former state.

    `alpha2` is ISO 3166-1 alpha-2; for former states the withdrawn one, which may have been given out twice, or
    None. `name` is the English display name. `parent` is the code of the state that a territory belongs to; None
    where that is disputed or nobody's; `integral` a territory that is part of its state in every respect and acts as
    that state (the French overseas departments). `since` and `until` are EDTF and given only for what began or ended
    after 1900: the year of independence (or of the present state's founding), the last day or year of a former
    state. `successors` are the codes of the states that took a former one's place.
    """

    name: str
    alpha2: str | None = None
    kind: StateKind = "state"
    parent: str | None = None
    integral: bool = False
    since: str | None = None
    until: str | None = None
    successors: tuple[str, ...] = ()


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation that can be a party. `name` is English; `sector` a PLOVER sector (IGO, NGO, REB…). One with
    `members` is no party of its own: whatever it does its members do, and are done to.
    """

    name: str
    sector: str = "IGO"
    members: tuple[str, ...] = ()


@cache
def load_states() -> Mapping[str, State]:
    """All states, territories and former states by code, in the order of the codes.

    Raises:
        msgspec.ValidationError: a data file has a wrong form.
        ValueError: two files have an entry for the same code.
    """
    found: dict[str, State] = {}
    folder = files("legation") / "data" / "states"
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".toml"):
            continue
        read = msgspec.toml.decode(entry.read_bytes(), type=dict[str, State])
        if twice := sorted(found.keys() & read.keys()):
            raise ValueError(f"data/states/{entry.name}: {', '.join(twice)} already stand in another file")
        found |= read
    return MappingProxyType(dict(sorted(found.items())))


@cache
def load_organisations() -> Mapping[str, Organisation]:
    """All organisations by code.

    Raises:
        msgspec.ValidationError: the data file has a wrong form.
    """
    data = (files("legation") / "data" / "organisations.toml").read_bytes()
    return MappingProxyType(msgspec.toml.decode(data, type=dict[str, Organisation]))


@cache
def load_neighbours() -> frozenset[tuple[str, str]]:
    """All pairs of neighbours, the code that comes first in the alphabet first.

    Raises:
        msgspec.ValidationError: the data file has a wrong form.
        ValueError: a pair stands under the code that comes second.
    """
    data = (files("legation") / "data" / "neighbours.toml").read_bytes()
    read = msgspec.toml.decode(data, type=dict[str, tuple[str, ...]])
    pairs = [(one, other) for one, others in read.items() for other in others]
    if turned := [f"{one}-{other}" for one, other in pairs if one >= other]:
        raise ValueError(f"data/neighbours.toml: {', '.join(turned)} must stand under the code that comes first")
    return frozenset(pairs)


def are_neighbours(one: str, other: str) -> bool:
    """Whether two states, by their codes, are neighbours."""
    return (min(one, other), max(one, other)) in load_neighbours()
