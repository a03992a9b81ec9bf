"""The recipient that no slot of the frame found: a party left over in the trigger's own clause.

Not "the other state in the sentence": it must follow the trigger within its clause, hang on no preposition that bars
it (sources, circumstances, company), and a place counts only for what is done there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.arguments import Grammar
from legation.reading.mentions import Mention
from legation.reading.roles.party import PARTY_KINDS, Party, Roles
from legation.reading.triggers import Hit
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 16
"""Words behind a trigger among which a party that is left over may stand."""
_CLIMB = 3
"""Phrases around a party whose preposition may bar it."""
_STOPS = {";", "—", "–", ":", "«", "»", "“", "”", '"'}


class LeftOver:
    """Looks for parties that are left over; holds the grammar of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._barred = grammar.words["barring_slots"]
        self._turning = grammar.words.get("turning", frozenset())

    def recipients(self, hit: Hit, view: View, roles: Roles) -> list[Party]:
        """The nearest party behind the trigger that may undergo the act; empty if none may."""
        known = roles.codes()
        doc = hit.last.doc
        for token in doc[hit.last.i + 1 : hit.last.i + 1 + _REACH]:
            if token.text in _STOPS or token.lower_ in self._turning or self._new_clause(token, hit):
                return []
            mention = view.mention_at(token)
            if mention is None or view.start_of(token) != mention.head or not mention.codes:
                continue
            if set(mention.codes) & known or not self._may_undergo(hit, token, mention):
                continue
            return [Party(code, mention, "left over", direct=False) for code in mention.codes]
        return []

    def _new_clause(self, token: Token, hit: Hit) -> bool:
        """Whether a finite verb of another clause stands here; the verb of a clause that the hit governs is none."""
        if not self._grammar.is_verb(token):
            return False
        helping = self._grammar.labels["auxiliary"] | self._grammar.labels["passive_auxiliary"]
        verb = token.head if token.dep_ in helping else token
        if self._joined(verb, hit):
            return self._grammar.finite(token) or self._grammar.past_participle(token)
        if hit.token.i in {token.i, token.head.i}:
            return False
        return self._grammar.finite(token) and not any(a.i == hit.token.i for a in token.ancestors)

    def _joined(self, verb: Token, hit: Hit) -> bool:
        """ "a condamné le tir et appelé Tunis": the next of several verbs in a row has an addressee of its own."""
        while verb.dep_ in self._grammar.labels["conjunct"] and verb.head != verb:
            verb = verb.head
            if verb.i == hit.token.i:
                return self._grammar.is_verb(verb)
        return False

    def _below(self, verb: Token, hit: Hit) -> bool:
        """Whether a verb's clause hangs on the trigger; one joined to it by "and" is on its own."""
        while verb.i != hit.token.i and verb.head != verb:
            if verb.dep_ in self._grammar.labels["conjunct"] and verb.head.i == hit.token.i:
                return False
            verb = verb.head
        return verb.i == hit.token.i

    def _may_undergo(self, hit: Hit, token: Token, mention: Mention) -> bool:
        adjective = mention.kind == "adjective"
        if not adjective and mention.kind not in (PARTY_KINDS | {"city"}) - {"pronoun"}:
            return False
        head = token.head if adjective and self._grammar.is_noun(token.head) else token
        if head.dep_ in self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]:
            return head.head.i != hit.token.i and self._below(head.head, hit)
        next_subject = head.dep_ in self._grammar.labels["conjunct"] and self._grammar.is_verb(head.head)
        if next_subject or self._barred_at(head):
            return False
        if mention.placed and not hit.deed:
            own = head.head.i == hit.token.i or mention.kind in {"capital", "city"}
            return not own
        return True

    def _barred_at(self, noun: Token) -> bool:
        """Whether a preposition bars a phrase: its own, or that of the phrase it stands in ("par la visite de X")."""
        of = self._grammar.words["of_prepositions"]
        for _ in range(_CLIMB):
            base = self._grammar.preposition(noun)
            if base in self._barred:
                return True
            if base not in of or not self._grammar.is_noun(noun.head) or noun.head == noun:
                return False
            noun = noun.head
        return False
