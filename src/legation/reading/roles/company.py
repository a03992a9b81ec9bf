"""Who stands beside a party without being joined to it by "and"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.reading.arguments import OBJECT, SUBJECT, Argument, Grammar
from legation.reading.reference import Discourse
from legation.reading.roles.party import PARTY_KINDS, Party, Roles
from legation.reading.roles.phrases import PhraseReader
from legation.reading.triggers import Hit
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 3
"""Words that open a list of who some people are ("parmi lesquels")."""


class Company:
    """Finds those who act along with the subject, and those among whom an object's people are."""

    def __init__(self, grammar: Grammar, phrases: PhraseReader) -> None:
        self._grammar = grammar
        self._phrases = phrases
        self._among = frozenset(tuple(w.split()) for w in grammar.words.get("among", frozenset()))

    def of_subject(
        self, hit: Hit, arguments: Iterable[Argument], view: View, discourse: Discourse, roles: Roles
    ) -> list[Party]:
        """ "L'Espagne a, avec l'Irlande, reconnu…": company named between commas before the verb acts too."""
        if hit.nominal or hit.frame.actor[:1] != (SUBJECT,) or not roles.actors:
            return []
        known = roles.codes()
        found: list[Party] = []
        for argument in arguments:
            if argument.slot not in self._grammar.words["with_prepositions"] or argument.token.i > hit.token.i:
                continue
            first = argument.token.left_edge.i
            subject = max((a.token.i for a in arguments if a.slot == SUBJECT), default=hit.token.i)
            if first > max(subject, 1) and view.doc is not None and view.doc[first - 1].text == ",":
                found += [
                    p for p in self._phrases.parties(argument, view, discourse, deep=False) if p.code not in known
                ]
        return found or self._below_subject(arguments, view, discourse, known)

    def _below_subject(
        self, arguments: Iterable[Argument], view: View, discourse: Discourse, known: set[str]
    ) -> list[Party]:
        """ "Le ministre, en compagnie de son homologue turc, a visité…": company that hangs on the subject."""
        found: list[Party] = []
        for subject in (a for a in arguments if a.slot == SUBJECT and a.path in self._grammar.labels["subject"]):
            for token in subject.token.subtree:
                base = self._grammar.preposition(token) if token.i > subject.token.i else None
                if base not in self._grammar.words["with_prepositions"] or not self._grammar.is_noun(token):
                    continue
                if self._set_off(subject.token, token):
                    company = Argument(base or "", token, f"company>{subject.path}")
                    parties = self._phrases.parties(company, view, discourse, deep=False)
                    found += [p for p in parties if p.code not in known]
        return found

    def _set_off(self, subject: Token, company: Token) -> bool:
        """Whether a phrase hangs on the subject, with a comma right before its preposition."""
        head = company.head
        if not self._grammar.is_noun(head):
            return False
        first = head.left_edge.i if head != subject and head.head == subject else company.left_edge.i
        return subject in {head, head.head} and subject.doc[first - 1].text == ","

    def of_object(self, arguments: Iterable[Argument], view: View) -> list[Party]:
        """ "sept hommes, parmi lesquels deux Turcs et trois Serbes": who they are, told behind the object."""
        for argument in arguments:
            if argument.slot == OBJECT and self._grammar.is_noun(argument.token):
                start = self._list_behind(argument.token)
                if start is not None:
                    return self._listed(start, view)
        return []

    def _list_behind(self, noun: Token) -> int | None:
        doc = noun.doc
        comma = next((t.i for t in doc[noun.i + 1 : noun.i + 6] if t.text == ","), None)
        if comma is None:
            return None
        for length in range(_LONGEST, 0, -1):
            end = comma + 1 + length
            if tuple(t.lower_ for t in doc[comma + 1 : end]) in self._among:
                counted = end < len(doc) and doc[end].dep_ in self._grammar.labels["determiner"]
                return end if counted else None
        return None

    def _listed(self, start: int, view: View) -> list[Party]:
        """The parties of a list of people: numbers, nouns, demonyms, commas and "and"; anything else ends it."""
        found: dict[str, Party] = {}
        joins = self._grammar.words["and"] | {","}
        if view.doc is None:
            return []
        for token in view.doc[start:]:
            mention = view.mention_at(token)
            if mention is not None and mention.codes and mention.kind in PARTY_KINDS | {"adjective"}:
                for code in mention.codes:
                    found.setdefault(code, Party(code, mention, "object>among", direct=False))
            elif token.lower_ not in joins and not self._in_list(token):
                break
        return list(found.values())

    def _in_list(self, token: Token) -> bool:
        parts = self._grammar.syntax.parts
        return token.dep_ in self._grammar.labels["determiner"] or token.pos_ in parts["noun"] | parts["adjective"]
