"""Repairs: parties that the parser hung elsewhere or lost, read on the surface or out of the complement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.reading.arguments import CONTENT, OBJECT, SUBJECT, Argument, Grammar
from legation.reading.reference import Discourse
from legation.reading.roles.party import INSIDE, PARTY_KINDS, Party, Roles
from legation.reading.roles.phrases import PhraseReader
from legation.reading.triggers import Hit
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 9
"""Words behind a noun among which its phrase is looked for when the parser hung it elsewhere."""


class Repairs:
    """Finds what the parse does not show; holds the grammar of one language."""

    def __init__(self, grammar: Grammar, phrases: PhraseReader) -> None:
        self._grammar = grammar
        self._phrases = phrases

    def author_of_object(
        self, arguments: Iterable[Argument], view: View, discourse: Discourse, roles: Roles
    ) -> list[Party]:
        """ "les sanctions américaines ont été prolongées": a passive without agent is done by whose the object is."""
        taken = {p.code for p in roles.recipients}
        for argument in arguments:
            if (
                argument.slot == OBJECT
                and self._grammar.is_noun(argument.token)
                and view.mention_at(argument.token) is None
            ):
                found = [
                    p for p in self._phrases.inside(argument, view, discourse, argument.token, 0) if p.code not in taken
                ]
                if found:
                    return found
        return []

    def subject_before(self, hit: Hit, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """Where the parser found no subject, the nearest party before the verb that no preposition governs and no
        other verb parts from it.
        """
        host = hit.frame.actor[:1] == (OBJECT,)
        if SUBJECT not in hit.frame.actor or host or any(a.slot == SUBJECT for a in arguments):
            return []
        if self._grammar.passive(hit.token) or hit.token.dep_ in self._grammar.labels["participle_clause"]:
            return []
        governor = self._governor(hit.token)
        inserted = self._inserted(governor)
        for token in reversed(hit.token.doc[: governor.i]):
            if token.i in inserted:
                continue
            if (
                self._grammar.is_verb(token)
                and token.dep_ not in self._grammar.labels["auxiliary"] | self._grammar.labels["copula"]
                and (token.head.i not in {hit.token.i, governor.i})
            ):
                return []
            mention = view.mention_at(token)
            if mention is None or not mention.codes or mention.kind not in PARTY_KINDS:
                continue
            head = view.head_of(mention)
            if mention.placed or head is None or self._grammar.preposition(head) is not None:
                continue
            known = {p.code for p in roles.recipients}
            return [Party(c, mention, "subject:surface", direct=True) for c in mention.codes if c not in known]
        return []

    def _governor(self, verb: Token) -> Token:
        """ "vient d'expulser", "n'a pas tardé à soutenir": the finite verb whose subject an infinitive shares."""
        opened = self._grammar.labels["open_complement"]
        while verb.dep_ in opened and self._shares_subject(verb.head) and verb.head.i < verb.i:
            verb = verb.head
        return verb

    def _shares_subject(self, verb: Token) -> bool:
        """Not "reproche à X de", "somme X de", "s'est vu": there somebody else does what the infinitive tells."""
        addressed = self._grammar.labels["object"] | self._grammar.labels["indirect"]
        other = verb.lower_ in self._grammar.words.get("passive_governors", frozenset())
        return (
            self._grammar.is_verb(verb)
            and not other
            and not self._grammar.controls_object(verb)
            and not any(c.dep_ in addressed and not self._grammar.is_verb(c) for c in verb.children)
        )

    def _inserted(self, verb: Token) -> range:
        """Where a relative clause between commas stands right before a verb ("Ankara, qui …, a parlé")."""
        opening = self._grammar.words.get("relative_opening", frozenset())
        helping = self._grammar.labels["auxiliary"] | self._grammar.labels["passive_auxiliary"]
        start = min([verb.i, *(c.i for c in verb.children if c.dep_ in helping)])
        doc = verb.doc
        while start > 0 and doc[start - 1].pos_ in {"PRON", "ADV"}:
            start -= 1
        if start == 0 or doc[start - 1].text != ",":
            return range(0)
        for i in range(start - 2, 0, -1):
            if doc[i].text in {".", ";", ":", "»", "«"}:
                break
            if doc[i].text == ",":
                return range(i, start) if any(t.lower_ in opening for t in doc[i + 1 : i + 3]) else range(0)
        return range(0)

    def object_after(self, hit: Hit, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """Where the parser found no object, a party right behind the verb."""
        if any(a.slot == OBJECT for a in arguments) or self._grammar.passive(hit.token):
            return []
        known = {p.code for p in roles.actors}
        for token in hit.last.doc[hit.last.i + 1 : hit.last.i + 4]:
            mention = view.mention_at(token)
            if (
                mention is not None
                and mention.codes
                and mention.kind in PARTY_KINDS - {"pronoun"}
                and not mention.placed
            ):
                row = view.coordinated(mention)
                return [Party(c, m, "object:surface", direct=True) for m in row for c in m.codes if c not in known]
            if token.lower_ not in self._grammar.words["determiners"]:
                return []
        return []

    def phrase_after(self, hit: Hit, view: View, roles: Roles) -> list[Party]:
        """Where the parser hung a noun's phrase elsewhere: the next party behind the noun, before any verb, whose
        preposition the frame knows.
        """
        known = {p.code for p in roles.actors}
        slots = set(hit.frame.recipient) - self._grammar.words["of_prepositions"]
        for token in hit.last.doc[hit.last.i + 1 : hit.last.i + _REACH]:
            if self._grammar.is_verb(token):
                return []
            mention = view.mention_at(token)
            head = view.head_of(mention) if mention is not None else None
            if mention is None or head is None or head != token or mention.kind not in PARTY_KINDS:
                continue
            if self._grammar.preposition(token) in slots:
                return [Party(c, mention, "surface>after", direct=True) for c in mention.codes if c not in known]
        return []

    def _another_act(self, verb: Token) -> bool:
        """ "…, tandis que Vienne hésite": a clause beside the act, with a subject and a finite verb of its own."""
        labels = self._grammar.labels
        if verb.dep_ not in labels["adverbial_clause"]:
            return False
        turning = self._grammar.words.get("turning", frozenset())
        if any(token.lower_ in turning for token in verb.doc[verb.left_edge.i : verb.left_edge.i + 2]):
            return True
        helping = labels["auxiliary"] | labels["passive_auxiliary"] | labels["copula"]
        finite = self._grammar.finite(verb) or any(self._grammar.finite(c) for c in verb.children if c.dep_ in helping)
        return finite and any(c.dep_ in labels["subject"] | labels["passive_subject"] for c in verb.children)

    def in_content(self, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """ "a promis de restituer des archives à l'Algérie": the other party stands in the complement."""
        known = roles.codes()
        for argument in arguments:
            if argument.slot not in {CONTENT, OBJECT} or self._another_act(argument.token):
                continue
            for token in argument.token.subtree:
                mention = view.mention_at(token)
                if (
                    mention is None
                    or mention.kind not in PARTY_KINDS | {"adjective"}
                    or mention.placed
                    or mention.kind == "pronoun"
                ):
                    continue
                head = view.head_of(mention)
                if head is not None and mention.kind == "adjective":
                    head = head.head
                base = self._grammar.preposition(head) if head is not None else ""
                between = base in self._grammar.words["between_prepositions"]
                if not between and base not in self._grammar.words["addressing_prepositions"] | {None}:
                    continue
                row = view.coordinated(mention) if between else [mention]
                found = [(c, m) for m in row for c in m.codes if c not in known]
                if found and sum(len(m.codes) for m in row) == len(found):
                    return [Party(c, m, f"{argument.slot}:{INSIDE}", direct=False) for c, m in found]
        return []
