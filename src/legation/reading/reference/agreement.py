"""Gender: "elle" is no minister who was called "le ministre"; what nothing tells agrees with all."""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.arguments import Grammar
from legation.reading.mentions import Mention
from legation.reading.view import View

MASCULINE, FEMININE = "m", "f"
_GENDERS = {"Masc": MASCULINE, "Fem": FEMININE}
"""How the parser's trees spell genders."""
_COMMON = {"institution", "country", "body"}
"""Kinds of mentions whose head is a common noun with a gender of its own, whoever is meant."""


class Agreement:
    """Reads genders of mentions; learns those of states from the articles before them."""

    def __init__(self, grammar: Grammar) -> None:
        none: frozenset[str] = frozenset()
        self._masculine = grammar.words.get("masculine", none)
        self._feminine = grammar.words.get("feminine", none)
        self._grammar = grammar
        self._states: dict[tuple[str, ...], str] = {}

    def learn(self, views: Sequence[View]) -> None:
        """Takes note of the articles that a dispatch puts before the names of states."""
        for view in views:
            for mention in view.mentions:
                if mention.kind == "state" and (gender := self._told(mention, view)):
                    self._states.setdefault(mention.codes, gender)

    def note(self, view: View) -> None:
        """Gives every mention of a sentence its gender, as far as its words tell."""
        for mention in view.mentions:
            gender = self._told(mention, view)
            if not gender and mention.kind == "state" and not mention.several:
                gender = self._states.get(mention.codes, "")
            mention.gender = gender or self._of_noun(mention, view)

    def agree(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions may mean the same, by their genders."""
        return not one.gender or not other.gender or one.gender == other.gender

    def _told(self, mention: Mention, view: View) -> str:
        """What a pronoun, a courtesy title or the article before a name tells."""
        first = next((w.lower for w in view.words if w.start >= mention.start), "")
        before = next((w.lower for w in reversed(view.words) if w.end <= mention.start), "")
        for word in (self._grammar.syntax.bare_pronoun(first), before):
            if word in self._masculine:
                return MASCULINE
            if word in self._feminine:
                return FEMININE
        return ""

    def _of_noun(self, mention: Mention, view: View) -> str:
        """ "l'armée", "son gouvernement": the gender of the noun."""
        head = view.head_of(mention) if mention.kind in _COMMON and view.doc is not None else None
        if head is None or not self._grammar.is_noun(head) or mention.several:
            return ""
        return next((_GENDERS[g] for g in head.morph.get("Gender", []) if g in _GENDERS), "")
