"""An actor that words only point to, read as the very party that the clause names on the other side."""

from __future__ import annotations

from legation.reading.mentions import Mention
from legation.reading.reference import Discourse
from legation.reading.roles.party import Party, Roles

_POINTING = {"role", "institution", "pronoun", "pronouns", "surname"}
"""What a mention needs whose party was found by reference, and may have been found wrongly."""
_NAMED = {"state", "capital", "seat", "office", "person", "institution", "organisation"}
_DEEPEST = 1
"""Phrases within a slot in which a name still stands for whom it is done to."""


def unless_named(roles: Roles, discourse: Discourse) -> list[Party]:
    """The actors; where reference took words for the very party that the clause names as recipient, the other of the
    two told of: "le ministre a remercié Moscou" is told of no Russian minister, "il a accusé le Chili" of no Chilean.
    """
    named = [p for p in roles.recipients if _is_named(p)]
    if not roles.actors or not all(any(_clash(a, p) for p in named) for a in roles.actors):
        return roles.actors
    first = roles.actors[0]
    first.mention.codes = discourse.opposite(first.code)
    return [first._replace(code=code) for code in first.mention.codes]


def _is_named(party: Party) -> bool:
    mention = party.mention
    return party.direct and mention.needs is None and mention.kind in _NAMED and party.path.count(">") <= _DEEPEST


def _clash(actor: Party, recipient: Party) -> bool:
    """Whether a party found by reference is also named as recipient, and the two stand apart."""
    one, other = actor.mention, recipient.mention
    pointing = one.needs in _POINTING and actor.direct
    return pointing and actor.code == recipient.code and not _touch(one, other)


def _touch(one: Mention, other: Mention) -> bool:
    """ "le ministre d'État, ministre des Affaires étrangères": two words for one person."""
    first, second = sorted((one, other), key=lambda m: m.start)
    return one is other or second.start - first.end <= 2
