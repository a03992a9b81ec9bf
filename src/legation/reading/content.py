"""What stands inside another act: the content of a demand is no event, a deed that is condemned is one.

A REQUEST, REJECT, AGREE or THREATEN swallows its complement; an ACCUSE leaves a concrete deed, attributed to the
accuser; purpose clauses give nothing; a verb and the noun that says the same act are one trigger. What the complement
tells by the way ("les accusations que Paris a rejetées") is told nevertheless, and so is a meeting that was fixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legation.language.triggers import Content
from legation.reading.arguments import CONTENT, OBJECT, SUBJECT, Grammar
from legation.reading.moods import Moods
from legation.reading.triggers import Hit, TriggerFinder

if TYPE_CHECKING:
    from spacy.tokens import Token


_VAGUE = ("@vague_deed",)
_MEETINGS = frozenset({"@meeting", "@summit"})
"""Classes of nouns for meetings, as entries name them."""

_NEAR = 3
"""Words before a participle among which a comma sets it off ("…, tout en excluant")."""


def content_of(hit: Hit) -> Content | None:
    """What becomes of events inside a hit's complement."""
    return hit.entry.content or hit.frame.content


class ContentReader:
    """Sorts out hits that stand inside other hits; holds the grammar of one language."""

    def __init__(self, grammar: Grammar, moods: Moods, finder: TriggerFinder) -> None:
        self._grammar = grammar
        self._moods = moods
        self._finder = finder

    def swallowed(self, hits: Sequence[Hit]) -> dict[int, Hit]:
        """By position of the inner hit, the hit that swallows it."""
        found: dict[int, Hit] = {}
        for outer in hits:
            inside = self._complement(outer)
            for k, inner in enumerate(hits):
                if inner is outer or inner.token.i == outer.token.i:
                    continue
                taken = self._takes(outer, inner) or (outer.entry.type == "ACCUSE" and self._vague(inner))
                swallowed = inner.token.i in inside and taken and not self._by_the_way(inner)
                if self._same_act(outer, inner) or swallowed:
                    found.setdefault(k, outer)
        return found

    def _takes(self, outer: Hit, inner: Hit) -> bool:
        """Whether acts like the inner one are no events inside the outer one."""
        content = content_of(outer)
        if content == "allege":
            return not inner.deed
        if content == "plan":
            return not self._fixed(outer, inner)
        return content == "swallow"

    def _fixed(self, outer: Hit, inner: Hit) -> bool:
        """ "ont convenu de tenir une réunion": the meeting itself, not the talk about it."""
        if inner.entry.type != "CONSULT" or inner.nominal:
            return False
        head = inner.token.head
        below = head.i == outer.token.i or (
            inner.token.dep_ in self._grammar.labels["conjunct"] and head.head.i == outer.token.i
        )
        return below and bool(_MEETINGS & set(inner.entry.object))

    def _by_the_way(self, hit: Hit) -> bool:
        """Whether a verb inside another act is told outright: by a relative clause in the indicative, by a participle
        with words of its own ("imposé par Washington"), by one that goes with the whole sentence ("…, accusant X de"),
        or as the sentence's next predicate, which the parser has hung too low ("… et a appelé").
        """
        if hit.nominal or hit.entry.kind != "verb" or self._moods.denies(hit.token):
            return False
        labels, verb = self._grammar.labels, hit.token
        if verb.dep_ in labels["relative_clause"]:
            return self._moods.indicative(verb)
        if self._moods.present_participle(verb):
            return not hit.deed and any(t.is_punct for t in verb.doc[max(0, verb.i - _NEAR) : verb.i])
        if verb.dep_ in labels["participle_clause"] and self._moods.bare_participle(verb):
            return any(c.dep_ in labels["oblique"] for c in verb.children)
        unmarked = not any(c.dep_ in labels["marker"] for c in verb.children)
        apart = verb.dep_ in labels["conjunct"] | labels["adverbial_clause"]
        return apart and unmarked and self._moods.compound_past(verb)

    def alleged(self, hits: Sequence[Hit]) -> dict[int, Hit]:
        """By position of the inner hit, the accusation that tells it."""
        return {
            k: outer
            for outer in hits
            if content_of(outer) == "allege"
            for k, inner in enumerate(hits)
            if inner is not outer and inner.deed and not self._vague(inner) and inner.token.i in self._complement(outer)
        }

    def _vague(self, hit: Hit) -> bool:
        """ "ingérence", "mener une guerre hybride": in an accusation such words only blame, they tell no deed."""
        words = [hit.token] if hit.nominal else [a.token for a in hit.arguments if a.slot == OBJECT]
        return any(self._finder.belongs(word, _VAGUE) for word in words)

    def _same_act(self, outer: Hit, inner: Hit) -> bool:
        """ "tenir une réunion", "signer un accord": the noun is the verb's own object."""
        if outer.token.i <= inner.token.i <= outer.last.i:
            return True
        if not inner.nominal:
            return False
        if outer.entry.object and not outer.nominal:
            objects = [a.token for a in outer.arguments if a.slot == OBJECT]
            return any(self._carries(o, inner.token) for o in objects)
        same_type = outer.entry.type == inner.entry.type
        if not outer.nominal:
            near = [
                a.token for a in outer.arguments if a.slot not in {SUBJECT, *self._grammar.words["circumstance_slots"]}
            ]
            return same_type and any(self._carries(o, inner.token) for o in near)
        return same_type and inner.token.head.i == outer.token.i and inner.token.i > outer.token.i

    def _carries(self, top: Token, token: Token) -> bool:
        """Whether a noun is the head of a phrase, what it measures, or one of its coordinates."""
        if top.i == token.i:
            return True
        return any(
            self._carries(child, token)
            for child in top.children
            if child.dep_ in self._grammar.labels["conjunct"]
            or (top.lower_ in self._finder.transparent and child.dep_ in self._grammar.labels["oblique"])
        )

    def _complement(self, hit: Hit) -> set[int]:
        """The words of a hit's complement: its clause, and for demands and promises its objects too."""
        free = self._grammar.words["circumstance_slots"]
        inside: set[int] = set()
        first = hit.token.i
        for argument in hit.arguments:
            if argument.slot == CONTENT or (argument.slot not in {SUBJECT, *free} and argument.token.i > first):
                tokens = {t.i for t in argument.token.subtree}
                if first not in tokens:
                    inside |= tokens
        for child in hit.token.children:
            if (
                child.dep_ in self._grammar.labels["clause"]
                and child.i > first
                and (child.dep_ not in self._grammar.labels["parataxis"] | self._grammar.labels["relative_clause"])
            ):
                inside |= {t.i for t in child.subtree}
        return inside - {t.i for t in hit.token.doc[: first + 1]} if not hit.nominal else inside - {first}
