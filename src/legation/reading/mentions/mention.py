"""One stretch of text that names or points to a party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.reading.names import NameKind

Needs = Literal[
    "role",
    "group",
    "counterpart",
    "country",
    "institution",
    "pronoun",
    "pronouns",
    "speaker",
    "addressee",
    "surname",
    "impersonal",
    "body",
]


NAMING_KINDS = frozenset(
    {
        "state",
        "capital",
        "seat",
        "organisation",
        "office",
        "institution",
        "person",
        "counterpart",
        "group",
        "country",
        "body",
    }
)
"""Kinds of mentions that name or stand for a party by themselves; a demonym, a city, a pronoun do not."""


NEIGHBOUR = "neighbour"
"""The role of a neighbour ("son voisin"): no office, but a party that another one's words point to."""


@dataclass(slots=True)
class Mention:
    """One stretch of text that names or points to a party.

    `start`/`end` span all of it (office, state, name), `head` is where its head word begins. `codes` are the parties
    it stands for; `owner` the possessive before it ("son", "leur"), if any; `placed` tells that a preposition of place
    stands before it, `several` that a determiner of the plural does. `role` is an office's family, a body's or a
    country's noun; `bound` a body that without a state stands for none ("un drone", "le groupe").
    """

    kind: NameKind | Literal["pronoun"]
    start: int
    end: int
    head: int
    text: str
    codes: tuple[str, ...] = ()
    sector: str = "GOV"
    person: str | None = None
    people: tuple[str, ...] = ()
    office: str | None = None
    role: str | None = None
    needs: Needs | None = None
    size: int = 0
    definite: bool = False
    owner: str | None = None
    placed: bool = False
    several: bool = False
    bound: bool = False
    sentence: int = -1
    gender: str = ""

    @property
    def plural(self) -> bool:
        """Whether it stands for more than one party."""
        return len(self.codes) > 1 or self.size > 1
