"""`graphml`: states, organisations and people as nodes, what they do with each other as edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import TYPE_CHECKING, Any, BinaryIO

from legation.event import Event
from legation.report import Participant
from legation.states import load_organisations
from legation.views.escaping import one_line
from legation.views.exports.cells import SEPARATOR
from legation.views.exports.material import Material
from legation.views.exports.persons import Persons
from legation.views.exports.registry import Written
from legation.views.wording import PartyNames, load_party_names

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]

DID = ("occurred", "ongoing")
"""What is an edge: what took place or is under way."""


class _Edge:
    """What is counted of an edge."""

    def __init__(self) -> None:
        self.types: Counter[str] = Counter()
        self.quads: Counter[str] = Counter()
        self.days: set[str] = set()
        self.sources: set[str] = set()

    def add(self, event: Event) -> None:
        self.types[event.type] += 1
        self.quads[event.quad] += 1
        self.days.update(day for day in event.date_bounds if day)
        self.sources.update(root.name for root in event.sources)

    def attributes(self, relation: str) -> dict[str, Any]:
        """Values that GraphML has a type for; without any date `first` and `last` are empty."""
        told = sorted(self.types.items(), key=lambda one: (-one[1], one[0]))
        quads = {quad.replace(" ", "_"): self.quads[quad] for quad in _QUADS}
        return {
            "relation": relation,
            "weight": self.types.total(),
            **quads,
            "types": SEPARATOR.join(f"{name} {count}" for name, count in told),
            "first": min(self.days, default=""),
            "last": max(self.days, default=""),
            "independent_sources": len(self.sources),
        }


_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_Pair = tuple[str, str]


def write(material: Material, stream: BinaryIO) -> Written:
    """One directed graph; events that did not take place are left out."""
    import networkx  # noqa: PLC0415

    graph, left_out = network(material)
    networkx.write_graphml_xml(graph, stream, encoding="utf-8", prettyprint=True)
    return Written(graph.number_of_edges(), "edges", left_out)


def network(material: Material) -> tuple[networkx.DiGraph, int]:
    """The graph, and how many events are not in it."""
    import networkx  # noqa: PLC0415

    names, persons = load_party_names(material.language), Persons(material.people())
    nodes: dict[str, dict[str, str]] = {}
    acts: dict[_Pair, _Edge] = {}
    serves: dict[_Pair, _Edge] = {}
    left_out = 0
    for event in material.events:
        if event.status not in DID:
            left_out += 1
            continue
        for one in (*event.actors, *event.recipients):
            nodes.setdefault(one.code, _party_node(one.code, names))
            if one.person:
                nodes.setdefault(_person(one, persons), _person_node(one, persons))
        for pair in sorted(set(_acting(event, persons))):
            acts.setdefault(pair, _Edge()).add(event)
        for pair in sorted({(_person(one, persons), one.code) for one in _persons(event)}):
            serves.setdefault(pair, _Edge()).add(event)
    graph = networkx.DiGraph()
    graph.add_nodes_from(sorted(nodes.items()))
    graph.add_edges_from((*pair, edge.attributes("acts on")) for pair, edge in sorted(acts.items()))
    graph.add_edges_from((*pair, edge.attributes("acts for")) for pair, edge in sorted(serves.items()))
    return graph, left_out


def _acting(event: Event, persons: Persons) -> Iterator[_Pair]:
    """Edges of an event: between parties, and between persons of different parties."""
    for acting, acted_upon in (
        (_codes(event.actors), _codes(event.recipients)),
        (_people(event.actors, persons), _people(event.recipients, persons)),
    ):
        pairs = product(acting, acted_upon) if event.recipients else permutations(acting, 2)
        yield from ((a, b) for a, b in pairs if a != b)


def _codes(taking_part: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(one.code for one in taking_part))


def _people(taking_part: Iterable[Participant], persons: Persons) -> list[str]:
    return list(dict.fromkeys(_person(one, persons) for one in taking_part if one.person))


def _persons(event: Event) -> Iterator[Participant]:
    return (one for one in (*event.actors, *event.recipients) if one.person)


def _person(one: Participant, persons: Persons) -> str:
    """The node of a person: the state and the name."""
    return one_line(f"{one.code}: {persons.name(one.code, one.person or '')}")


def _party_node(code: str, names: PartyNames) -> dict[str, str]:
    kind = "organisation" if code in load_organisations() else "state"
    return {"label": one_line(names.name(code)), "kind": kind, "party": code, "office": ""}


def _person_node(one: Participant, persons: Persons) -> dict[str, str]:
    found = persons.find(one.code, one.person or "")
    office = found.offices[0] if found and found.offices else one.office or ""
    return {
        "label": one_line(persons.name(one.code, one.person or "")),
        "kind": "person",
        "party": one.code,
        "office": one_line(office),
    }
