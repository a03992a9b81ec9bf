"""One match of the lexicon in a parsed sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legation.language.inflection import Feature
from legation.language.triggers import Frame, Trigger
from legation.reading.arguments import Argument

if TYPE_CHECKING:
    from spacy.tokens import Token


DEEDS = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""Types of deeds: PLOVER's material cooperation and conflict; the others are done with words."""


class Hit(NamedTuple):
    """One match: `token` is the entry's head word, `last` the last of its own words; offsets are the parser's."""

    entry: Trigger
    frame: Frame
    token: Token
    last: Token
    arguments: tuple[Argument, ...]
    features: frozenset[Feature]

    @property
    def nominal(self) -> bool:
        """Whether the event is told by a noun."""
        return self.entry.kind == "noun"

    @property
    def deed(self) -> bool:
        """Whether the event is a deed, none done with words."""
        return self.entry.type in DEEDS
