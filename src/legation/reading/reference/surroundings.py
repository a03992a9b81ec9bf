"""What the words around a mention tell of its party, without any memory of the dispatch."""

from __future__ import annotations

from collections.abc import Collection

from legation.reading.mentions import Mention
from legation.reading.view import View

HEAD = 4
"""Characters of a short preposition: before the place that opens a sentence, between a body and its place."""


def capital_before(mention: Mention, view: View) -> tuple[str, ...]:
    """ "À Lomé, on se félicite": who speaks in a capital is its government."""
    places = [m for m in view.mentions if m.kind in {"capital", "seat"} and m.placed and m.start < mention.start]
    return places[0].codes if len(places) == 1 else ()


def opening_place(mention: Mention, view: View) -> tuple[str, ...]:
    """ "À Washington, le Conseil de sécurité nationale": a body right behind the capital that opens the sentence."""
    before = [m for m in view.mentions if m.start < mention.start]
    one = len(before) == 1 and before[0].kind == "capital" and before[0].placed
    return before[0].codes if one and before[0].start - view.sentence.start <= HEAD else ()


def antecedent(mention: Mention, view: View, definite: Collection[str], pronouns: Collection[str]) -> tuple[str, ...]:
    """ "la Turquie, dont l'armée": whoever is named before the relative pronoun."""
    before = [w for w in view.words if w.end <= mention.start]
    if mention.definite and before and before[-1].lower in definite:
        before.pop()
    if not before or before[-1].lower not in pronouns:
        return ()
    owner = next((m for m in reversed(view.mentions) if m.end <= before[-1].start), None)
    return owner.codes if owner is not None and len(owner.codes) == 1 else ()
