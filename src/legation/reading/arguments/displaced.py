"""Objects that stand behind words of time and place: "a reçu mardi, à Rabat, le ministre"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.arguments.argument import BARE, OBJECT, Argument
from legation.reading.arguments.inverted import Inverted

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 18
"""Words behind a verb among which its object may stand."""
_STOPS = {";", ":", "«", "»", "“", "”", '"', "(", ")", "—", "–"}


class Displaced(Inverted):
    """Finds objects that the parser took for circumstances."""

    def displaced(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """The arguments of an active verb, a bare day among them no object ("a reçu samedi le pape"), and where none
        is left the noun behind the words of time and place made its object.
        """
        times = self.words.get("time_nouns", frozenset())
        found = [
            a._replace(slot=BARE) if a.slot == OBJECT and self._is_day(a.token, times) and a.token.i > verb.i else a
            for a in found
        ]
        if any(a.slot == OBJECT for a in found) or verb.lower_ in self._with_be or self.reflexive(verb):
            return found
        noun = next(self._nouns_behind(verb, times), None)
        if noun is None or not self._may_be_object(noun, verb, times):
            return found
        return [a for a in found if a.token != noun] + [Argument(OBJECT, noun, f"displaced>{noun.dep_}")]

    def _is_day(self, noun: Token, times: frozenset[str]) -> bool:
        return noun.lower_ in times and not any(c.dep_ in self.labels["determiner"] for c in noun.children)

    def _nouns_behind(self, verb: Token, times: frozenset[str]) -> Iterator[Token]:
        """The nouns behind a verb that neither a preposition governs nor tell the time, up to the next clause."""
        for token in verb.doc[verb.i + 1 : verb.i + 1 + _REACH]:
            if self.is_verb(token) or token.text in _STOPS or token.dep_ in self.labels["marker"]:
                return
            if not self.is_noun(token) or token.lower_ in times or token.dep_ in self.labels["flat"]:
                continue
            if token.head.lower_ in times and token.head.i > verb.i:
                continue
            if not any(c.dep_ in self.labels["case"] for c in token.children) and not self._preposition_before(token):
                yield token

    def _may_be_object(self, noun: Token, verb: Token, times: frozenset[str]) -> bool:
        """Whether a bare noun has a determiner and stands behind a circumstance, not in a row with another noun."""
        if not any(c.dep_ in self.labels["determiner"] and c.i < noun.i for c in noun.children):
            return False
        if any(c.lower_ in self.words["and"] for c in noun.children if c.i < noun.i):
            return False
        before = noun.doc[verb.i + 1 : noun.left_edge.i]
        if noun.head == verb:
            return noun.dep_ in self.labels["oblique"] | self.labels["conjunct"] and any(
                t.lower_ in times or self._of_place(t) for t in before
            )
        joined = self.labels["conjunct"] | self.labels["apposition"]
        beside = noun.head.lower_ in times or self._of_place(noun.head)
        return noun.dep_ in joined and beside and noun.head.head == verb

    def _of_place(self, noun: Token) -> bool:
        places = self.syntax.places["in"]
        return self.is_noun(noun) and self.preposition(noun) in places | {self.syntax.slots.occasion}
