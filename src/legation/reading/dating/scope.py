"""Which words of time belong to an act: those of its own words, else those of its clause or of the clause above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legation.reading.arguments import Grammar
from legation.reading.times import TimeExpression
from legation.reading.triggers import Hit
from legation.reading.verdict import Verdict
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 40
_BREAKS = {";", ":"}
_OWN, _CLAUSE, _OPENING, _SETTING = 1, 2, 3, 4
"""How closely words of time belong to an act: its own words', its clause's, the sentence's, a participle's before."""
_UNDATED = {"name", "vague", "duration", "frequency"}
_OPEN, _CLOSE, _EITHER = "«“", "»”", '"'


class Scope:
    """Reads how words of time hang in a parsed sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def of(
        self,
        hit: Hit,
        support: Token | None,
        hits: Sequence[Hit],
        view: View,
        candidates: Sequence[TimeExpression],
        *,
        speech: bool,
        verdict: Verdict,
    ) -> TimeExpression | None:
        """The expression that dates a hit, of the `candidates` that stand in its sentence.

        `speech`: the hit is a speech act; once made, what looks to the future is its content.
        """
        if view.doc is None:
            return None
        mine = {hit.token.i} | ({support.i} if support is not None else set())
        anchors = {h.token.i for h in hits}
        told = speech and verdict.status == "occurred"
        ranked: list[tuple[int, bool, bool, int, TimeExpression]] = []
        for expression in candidates:
            host = self._host(expression, view)
            if host is None:
                continue
            rank = self._rank(expression, host, hit, mine, anchors, view)
            if rank is None or (told and self._is_content(expression, rank, now=verdict.now)):
                continue
            if rank > _OWN and verdict.status == "planned" and self._reported(hit.token, self._verb(host)):
                continue  # "a déclaré mardi qu'il saisirait la Cour"
            undated = expression.kind in _UNDATED
            if rank > _OWN and (expression.is_span or undated):
                continue
            late = not self._opens(expression, view)
            distance = abs(host.i - hit.token.i)
            ranked.append((rank + _SETTING * undated, expression.is_span, late, distance, expression))
        return min(ranked, key=lambda r: r[:4])[4] if ranked else None

    def standing(self, hit: Hit, expression: TimeExpression, view: View) -> str:
        """How an expression of the sentence stands to a hit: told with it, in its clause, before all, elsewhere."""
        host = self._host(expression, view)
        if host is None:
            return "outside"
        rank = self._rank(expression, host, hit, {hit.token.i}, {hit.token.i}, view)
        return str(rank)

    def _reported(self, hit: Token, verb: Token) -> bool:
        """Whether a hit stands in a clause of content below a verb or beside it."""
        content = self._grammar.labels["clausal_complement"] - self._grammar.labels["open_complement"]
        for _ in range(_DEEPEST):
            if hit.i == verb.i or hit.head == hit:
                return False
            if hit.dep_ in content:
                return True
            hit = hit.head
        return False

    def _is_content(self, expression: TimeExpression, rank: int, *, now: bool) -> bool:
        """ "s'engagent à achever d'ici à la fin de l'année": what was said looks forward, not the saying."""
        if expression.kind == "deadline":
            return True
        return expression.direction == "future" and not (now and rank == _OWN)

    def _rank(
        self, expression: TimeExpression, host: Token, hit: Hit, mine: set[int], anchors: set[int], view: View
    ) -> int | None:
        reached = self._climb(host, anchors | mine)
        if reached in mine and self._noun_around(expression, view) in {None, *mine}:
            return None if self._names_a_thing(host, mine, hit) else _OWN
        owner = self._noun_around(expression, view)
        if owner is not None:
            return _OWN if owner in mine else None
        if self._names_a_thing(host, mine, hit):
            return None
        opening = self._opens(expression, view)
        if not opening and self._broken(host, hit.token):
            return None
        verb, above = self._verb(host), self._verb(hit.token)
        setting = self._sets(host, verb, hit.token, above)
        if reached is not None and not self._one_clause(host.doc[reached], hit.token):
            return _SETTING if setting else None
        if self._same_clause(host, verb, hit.token, above):
            return _CLAUSE
        if opening and self._in_main(hit.token):
            return _OPENING
        return _SETTING if setting else None

    def _sets(self, host: Token, verb: Token, hit: Token, above: Token) -> bool:
        """ "réunis samedi à Abuja, ils ont décidé": a participle before the main verb tells when."""
        labels = self._grammar.labels
        participle = verb.dep_ in labels["participle_clause"] | labels["adverbial_clause"]
        subjects = labels["marker"] | labels["subject"] | labels["passive_subject"]
        bare = not any(c.dep_ in subjects for c in verb.children)
        return participle and bare and host.i < hit.i == above.i and self._in_main(hit)

    def _same_clause(self, host: Token, verb: Token, hit: Token, above: Token) -> bool:
        """Whether an expression stands in the clause of a hit, or in the one that its clause is the content of."""
        if verb.i == hit.i:
            return True
        if not self._grammar.is_verb(verb):
            return verb.i == above.i
        if not any(t.i == hit.i for t in verb.subtree):
            # a later verb of the same rank takes up what the first was told with, not the other way round
            return self._first_of(above).i == verb.i and host.i < hit.i
        return self._governs(verb, hit)

    def _governs(self, verb: Token, hit: Token) -> bool:
        """Whether nothing but contents, objects and subjects lie between a verb and a hit below it."""
        labels = self._grammar.labels
        node, nouns = hit, 0
        for _ in range(_DEEPEST):
            if node.i == verb.i:
                return True
            if node.dep_ in labels["relative_clause"] | labels["participle_clause"]:
                return False
            if node.dep_ in labels["adverbial_clause"] and any(c.dep_ in labels["marker"] for c in node.children):
                return False
            if node.dep_ in labels["adjective"] | labels["apposition"]:
                return False
            nouns += node.dep_ in labels["noun_modifier"]
            if nouns > 1 or node.head == node:
                return False
            node = node.head
        return False

    def _first_of(self, verb: Token) -> Token:
        """The first of the verbs that one is coordinated with."""
        while verb.dep_ in self._grammar.labels["conjunct"] and self._grammar.is_verb(verb.head):
            verb = verb.head
        return verb

    def _in_main(self, token: Token) -> bool:
        """Whether no relative or participle clause lies between a token and the root."""
        labels = self._grammar.labels
        for _ in range(_DEEPEST):
            if token.dep_ in labels["relative_clause"] | labels["participle_clause"]:
                return False
            if token.head == token:
                return True
            token = token.head
        return False

    def _opens(self, expression: TimeExpression, view: View) -> bool:
        """Whether an expression stands before all verbs of its sentence."""
        assert view.doc is not None
        first = next((t for t in view.doc if self._grammar.is_verb(t)), None)
        return first is not None and expression.end <= view.start_of(first)

    def before_break(self, hit: Hit, view: View, candidates: Sequence[TimeExpression]) -> TimeExpression | None:
        """What tells when the part of a sentence before a semicolon takes place, for a hit that stands behind it."""
        if view.doc is None:
            return None
        found = None
        for expression in candidates:
            host = self._host(expression, view)
            if host is not None and host.i < hit.token.i and self._broken(host, hit.token):
                found = expression if self.sets_scene(expression, view) else found
        return found

    def _broken(self, host: Token, hit: Token) -> bool:
        low, high = sorted((host.i, hit.i))
        return any(t.text in _BREAKS for t in host.doc[low:high])

    def _names_a_thing(self, host: Token, mine: set[int], hit: Hit) -> bool:
        """ "le traité de 1951", or "a condamné l'incursion menée mercredi": of something named with the act."""
        if self._describes_noun(host, mine):
            return True
        if hit.entry.type not in {"ACCUSE", "REJECT"} or hit.nominal or host.i < hit.token.i:
            return False
        top = host
        while top.head.i not in mine and top.head != top:
            top = top.head
        return (
            top is not host and top.head.i in mine and top.dep_ in self._grammar.labels["object"] and top.pos_ == "NOUN"
        )

    def _describes_noun(self, host: Token, mine: set[int]) -> bool:
        """ "le traité de 1951": the date of something named in the sentence, not of what the sentence tells."""
        head = host.head
        if head == host or head.i in mine or not self._grammar.is_noun(head):
            return False
        return self._grammar.preposition(host) in self._grammar.words["of_prepositions"]

    def _noun_around(self, expression: TimeExpression, view: View) -> int | None:
        """ "la livraison, le mois dernier, de trois véhicules": the noun in whose phrase an expression is set off."""
        doc = view.doc
        assert doc is not None
        inside = view.words_at(expression.start, expression.end)
        first, last = inside.start, inside.stop - 1
        if first == 0 or last + 2 >= len(doc) or doc[first - 1].text != "," or doc[last + 1].text != ",":
            return None
        inner = doc[last + 2]
        inner = inner.head if inner.dep_ in self._grammar.labels["case"] else inner
        if (
            inner.i <= last
            or not self._grammar.is_noun(inner)
            or self._grammar.preposition(inner) not in self._grammar.words["of_prepositions"]
        ):
            return None
        return next((t.i for t in reversed(doc[:first]) if self._grammar.is_noun(t)), None)

    def _one_clause(self, one: Token, other: Token) -> bool:
        """Whether two triggers stand in one clause or one hangs on the other without a finite verb between."""
        first, second = self._first_of(self._verb(one)), self._first_of(self._verb(other))
        return second.i in {first.i, one.i} or first.i == other.i

    def _verb(self, token: Token) -> Token:
        """The verb of the clause a token stands in: itself, or the nearest above; the root where there is none."""
        labels = self._grammar.labels
        helping = labels["auxiliary"] | labels["passive_auxiliary"] | labels["copula"]
        while (token.dep_ in helping or not self._grammar.is_verb(token)) and token.head != token:
            token = token.head
        return token

    def _host(self, expression: TimeExpression, view: View) -> Token | None:
        assert view.doc is not None
        inside = view.words_at(expression.start, expression.end)
        words = (view.doc[i] for i in inside)
        return next((t for t in words if t.head.i not in inside or t.head == t), None)

    def _climb(self, token: Token, stops: set[int]) -> int | None:
        node = token
        for _ in range(_DEEPEST):
            if node.i in stops:
                return int(node.i)
            if node.head == node or (self._grammar.is_verb(node) and node.i != token.i):
                return None
            node = node.head
        return None

    def sets_scene(self, expression: TimeExpression, view: View) -> bool:
        """Whether an expression tells when a whole sentence takes place, so that what follows may be of that time."""
        if view.doc is None:
            return expression.start < view.sentence.start + len(view.text) // 2
        host = self._host(expression, view)
        if host is None or self._describes_noun(host, set()) or self._noun_around(expression, view) is not None:
            return False
        if self._opens(expression, view):
            return True
        labels = self._grammar.labels
        verb = self._first_of(self._verb(host))
        helped = any(c.dep_ in labels["auxiliary"] for c in verb.children)  # a compound tense, whatever it hangs on
        return verb.dep_ in labels["root"] | labels["parataxis"] or (
            helped and verb.dep_ in labels["participle_clause"]
        )

    def spoken(self, hit: Hit, view: View) -> bool:
        """Whether a hit is told by somebody who is quoted, or speaks of "we" and "I"."""
        before = view.text[: view.start_of(hit.token) - view.sentence.start]
        opened, closed = (max(before.rfind(c) for c in marks) for marks in (_OPEN, _CLOSE))
        if opened > closed or before.count(_EITHER) % 2 or (view.sentence.quoted and closed < 0):
            return True
        first = self._grammar.words["first_plural"] | self._grammar.words["first_singular"]
        subject = self._grammar.labels["subject"]
        return any(c.dep_ in subject and c.lower_ in first for c in hit.token.children)
