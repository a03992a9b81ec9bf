"""One argument of a trigger, and the names of the slots."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT, OBJECT, CONTENT, SUPPORT, ADJECTIVE, POSSESSIVE = (
    "subject",
    "object",
    "content",
    "support",
    "adjective",
    "possessive",
)
SUPPORT_RECIPIENT = "support_recipient"
UNDERGONE = "undergone"
"""How the path begins of whoever stands as the subject and undergoes all the same ("s'est vu refuser")."""
CONTROL = "control>"
"""What stands in the path of whoever is addressed in the clause above and does what the infinitive says."""

BARE = "bare"
"""A phrase without preposition that is no object ("le 7 novembre")."""


class Argument(NamedTuple):
    """One filler: the head token of the phrase in `slot`, and the path that led to it (for `legation explain`)."""

    slot: str
    token: Token
    path: str
