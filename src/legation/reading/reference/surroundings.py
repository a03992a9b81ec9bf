"""What the words around a mention tell of its party, without any memory of the dispatch."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from legation.reading.mentions import NAMING_KINDS, Mention
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

ARTICLE = 4
"""Characters of an article between a colon and a body."""
HEAD = 4
"""Characters of a short preposition: before the place that opens a sentence, between a body and its place."""
_BETWEEN = 2
"""Words from a phrase over a comma to the pronoun that takes it up."""


def capital_before(mention: Mention, view: View) -> tuple[str, ...]:
    """ "À Lomé, on se félicite": who speaks in a capital is its government."""
    places = [m for m in view.mentions if m.kind in {"capital", "seat"} and m.placed and m.start < mention.start]
    return places[0].codes if len(places) == 1 else ()


def codes_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The parties of several mentions, each once."""
    return tuple(dict.fromkeys(code for mention in mentions for code in mention.codes))


def capitals_behind(mention: Mention, view: View, seats: Collection[str], joins: Collection[str]) -> tuple[str, ...]:
    """ "les régimes au pouvoir à Conakry et à Libreville": bodies in several capitals are theirs."""
    found: list[str] = []
    end, allowed = mention.end, set(seats)
    for after in (m for m in view.mentions if m.start >= mention.end):
        between = [w.lower for w in view.words if end <= w.start and w.end <= after.start]
        if after.kind != "capital" or not between or not allowed.issuperset(between):
            break
        found += after.codes
        end, allowed = after.end, {*seats, *joins, ","}
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def stands_after_others(mention: Mention, view: View, codes: Collection[str], subject: Collection[str]) -> bool:
    """Whether a mention is no subject itself and other parties than these stand before it, none of these."""
    head = view.head_of(mention)
    if head is None or head.dep_ in subject:
        return False
    ahead = [m for m in view.mentions if m.codes and m.end <= mention.start and not m.placed]
    return bool(ahead) and len(ahead[0].codes) == 1 and not any(set(m.codes) & set(codes) for m in ahead)


def opening_place(mention: Mention, view: View) -> tuple[str, ...]:
    """ "À Washington, le Conseil de sécurité nationale": a body right behind the capital that opens the sentence."""
    before = [m for m in view.mentions if m.start < mention.start]
    one = len(before) == 1 and before[0].kind == "capital" and before[0].placed
    return before[0].codes if one and before[0].start - view.sentence.start <= HEAD else ()


def opening_party(view: View, definite: Collection[str]) -> Mention | None:
    """ "Le consul a été rappelé", "La Serbie, qui…, a refusé": a party that opens its sentence with nothing before it
    but an article; a name before a colon is a heading.
    """
    first = view.mentions[0] if view.mentions else None
    if first is None or first.placed or first.kind not in NAMING_KINDS:
        return None
    before = [w.lower for w in view.words if w.end <= first.start]
    after = next((w.text for w in view.words if w.start >= first.end), ":")
    return first if after != ":" and all(word in definite for word in before) else None


def antecedent(mention: Mention, view: View, definite: Collection[str], pronouns: Collection[str]) -> tuple[str, ...]:
    """ "la Turquie, dont l'armée": whoever is named before the relative pronoun."""
    before = [w for w in view.words if w.end <= mention.start]
    if mention.definite and before and before[-1].lower in definite:
        before.pop()
    if not before or before[-1].lower not in pronouns:
        return ()
    owner = next((m for m in reversed(view.mentions) if m.end <= before[-1].start), None)
    return owner.codes if owner is not None and len(owner.codes) == 1 else ()


def before_colon(mention: Mention, view: View) -> tuple[str, ...]:
    """ "Manille a réagi : le conseiller…": who speaks behind the colon speaks for the one state before it."""
    before = view.text[: mention.start - view.sentence.start].rstrip()
    lead, colon, article = before.rpartition(":")
    if not colon or len(article) > ARTICLE or any(not c.isalpha() and c not in " '" for c in article):
        return ()
    end = view.sentence.start + len(lead)
    ahead = [m for m in view.mentions if m.end <= end and m.codes]
    named = ahead[0].kind in {"state", "capital", "seat"} if ahead else False
    return ahead[0].codes if named and not ahead[0].placed and len(ahead[0].codes) == 1 else ()


def group_behind(mention: Mention, view: View, of: Collection[str]) -> Mention | None:
    """ "les chefs de la diplomatie des deux royaumes": the group that several officials belong to."""
    after = next((m for m in view.mentions if m.start >= mention.end), None)
    if not mention.several or after is None or after.kind != "group":
        return None
    between = view.text[mention.end - view.sentence.start : after.start - view.sentence.start].lower().split()
    opening = after.text.lower().split()[:1]
    return after if all(word in of for word in (between or opening)) else None


def emphasised(mention: Mention, view: View) -> Token | None:
    """ "Le Brésil, lui, …": the word whose phrase a pronoun between commas takes up again; None for other pronouns."""
    inside = view.tokens_of(mention)
    if view.doc is None or len(inside) != 1:
        return None
    at = inside[0].i
    if at < _BETWEEN or at + 1 >= len(view.doc) or not view.doc[at - 1].text == view.doc[at + 1].text == ",":
        return None
    return view.doc[at - _BETWEEN]
