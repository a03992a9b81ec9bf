"""PLOVER 2: event types, modes, quad classes, scores and contexts, read from data/plover.toml.

Source: the PLOVER codebook of the Open Event Data Alliance.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One PLOVER type. `score` runs from -10 (conflict) to +10 (cooperation)."""

    quad: str
    score: float
    symmetric: bool = False
    modes: dict[str, float] = msgspec.field(default_factory=dict)


class ContextNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The contexts that an event may carry."""

    names: tuple[str, ...]


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All types and contexts."""

    types: dict[str, EventType]
    contexts: ContextNames

    def intensity(self, type_name: str, mode: str | None) -> float:
        """The PLOVER score of a type and mode.

        Raises:
            KeyError: no such type.
        """
        kind = self.types[type_name]
        return kind.modes.get(mode, kind.score) if mode else kind.score


@cache
def load() -> Ontology:
    """The ontology that ships with the package."""
    return msgspec.toml.decode((files("legation") / "data" / "plover.toml").read_bytes(), type=Ontology)
