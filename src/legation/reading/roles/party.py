"""A party in a role, and the roles of one trigger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from legation.reading.mentions import NAMING_KINDS, Mention

PARTY_KINDS = NAMING_KINDS | {"capital_word", "pronoun"}
"""Kinds of mentions that can take part; a demonym and a city only in certain slots."""
INSIDE = "inside"
"""Path of a party found somewhere inside what fills its slot."""


class Party(NamedTuple):
    """One party in a role; `mention` holds its words, `path` how it was found, `direct` whether it filled the slot
    itself or stands inside what fills it.
    """

    code: str
    mention: Mention
    path: str
    direct: bool


@dataclass(slots=True)
class Roles:
    """The roles of one trigger. `unnamed` tells that its words say whom it is done to, and that this is no party."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    place: Mention | None = None
    symmetric: bool = False
    unnamed: bool = False

    def codes(self) -> set[str]:
        """All codes in any role."""
        return {p.code for p in (*self.actors, *self.recipients)}
