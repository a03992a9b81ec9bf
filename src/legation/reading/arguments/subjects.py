"""Who does a verb: its subject, through control, coordination, relatives and participles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.arguments.argument import CONTROL, SUBJECT, Argument
from legation.reading.arguments.shapes import Shapes

if TYPE_CHECKING:
    from spacy.tokens import Token


class Subjects(Shapes):
    """Finds subjects."""

    def subjects(self, verb: Token, depth: int = 0) -> Iterator[Argument]:
        """Who does the verb, nearest first; through control, coordination, relatives and participles."""
        own = self._own_subjects(verb)
        for child in own:
            yield from self._subject_or_antecedent(child, verb)
        if own or depth > 5 or self.passive(verb):
            return
        head = verb.head
        if verb.dep_ in self.labels["root"] or head == verb:
            yield from self._broken_root(verb)
            return
        if verb.dep_ in self.labels["conjunct"] and (self.is_verb(head) or head.dep_ in self.labels["clause"]):
            head = self._finite_above(head) if self.finite(verb) else head
            for a in self._upper(head, depth):
                yield a._replace(path=f"conj>{a.path}")
        elif (active := self._coordinated_with(verb)) is not None:
            for a in self._upper(active, depth):
                yield a._replace(path=f"conj>{a.path}")
        elif verb.dep_ in self.labels["participle_clause"] | self.labels["relative_clause"] and self.is_noun(head):
            yield Argument(SUBJECT, head, f"{verb.dep_}>{head.text}")
            yield from self._above_noun(head, depth)
        elif self._attributive(verb):
            yield Argument(SUBJECT, head, f"{verb.dep_}>{head.text}")
        elif self.is_verb(head) or head.pos_ in self.syntax.parts["adjective"] | self.syntax.parts["noun"]:
            below = verb.dep_ in self.labels["clause"] or self.is_verb(verb)
            if aside := verb.dep_ in self.labels["adverbial_clause"] and self.present_participle(verb):
                head = self._finite_above(head)  # "a demandé à X d'agir, rappelant…": whoever asked recalls
            for a in self._upper(head, depth, control=below and verb.i > head.i and not aside):
                yield a._replace(path=f"{verb.dep_}>{a.path}")

    def _own_subjects(self, verb: Token) -> list[Token]:
        own = [c for c in verb.children if c.dep_ in self.labels["subject"]]
        if self.split_compound(verb):
            own = [c for c in own if c.i < verb.i]
        if not self.passive(verb):
            own += [c for c in verb.children if c.dep_ in self.labels["passive_subject"]]
        return own

    def _attributive(self, adjective: Token) -> bool:
        """ "parle d'un geste inamical": the deed is, not whoever speaks of it."""
        return (
            adjective.dep_ in self.labels["adjective"] and self.is_noun(adjective.head) and not self.finite(adjective)
        )

    def _upper(self, head: Token, depth: int, *, control: bool = False) -> Iterator[Argument]:
        if control and head.lower_ in self._object_control:
            for child in head.children:
                addressed = child.dep_ in self.labels["object"] | self.labels["indirect"] | self.labels["oblique"]
                if (
                    addressed
                    and (self.is_noun(child) or child.pos_ == "PRON")
                    and self.preposition(child) in {None, self.syntax.slots.dative}
                ):
                    yield Argument(SUBJECT, child, f"{CONTROL}{child.dep_}")
                    return
        if self.passive(head):
            for child in head.children:
                if child.dep_ in self.labels["passive_subject"]:
                    yield from self._subject_or_antecedent(child, head)
                    return
        yield from self.subjects(head, depth + 1)

    def _finite_above(self, verb: Token) -> Token:
        """ "accuse l'Iran d'avoir ignoré ses mises en garde et évacue son personnel": finite goes on finite."""
        node = verb
        while not self._is_finite(node) and node.head != node and node.dep_ not in self.labels["root"]:
            node = node.head
        return node if self._is_finite(node) else verb

    def _is_finite(self, verb: Token) -> bool:
        helping = self.labels["auxiliary"] | self.labels["passive_auxiliary"] | self.labels["copula"]
        return self.finite(verb) or any(self.finite(c) for c in verb.children if c.dep_ in helping)

    def _coordinated_with(self, verb: Token) -> Token | None:
        """ "a expulsé l'ambassadeur, rappelé le sien et gelé les échanges": a bare participle with an object of its own
        goes on the compound tense before it, wherever the parser hung it.
        """
        own = any(c.dep_ in self.labels["object"] and c.i > verb.i for c in verb.children)
        if not own or verb.dep_ not in self.labels["participle_clause"] or not self.bare_participle(verb):
            return None
        before = verb.doc[: verb.i]
        return next(
            (t for t in reversed(before) if any(c.dep_ in self.labels["auxiliary"] for c in t.children)),
            None,
        )

    def _above_noun(self, noun: Token, depth: int) -> Iterator[Argument]:
        """ "sa volonté de recevoir": the infinitive on a noun is done by whoever does the noun's verb."""
        if (
            noun.head != noun
            and self.is_verb(noun.head)
            and noun.dep_ in self.labels["object"] | self.labels["oblique"]
        ):
            for a in self.subjects(noun.head, depth + 1):
                yield a._replace(path=f"{noun.dep_}>{a.path}")

    def _subject_or_antecedent(self, child: Token, verb: Token) -> Iterator[Argument]:
        if child.lower_ in self.words["relative_subject"]:
            head = verb.head
            if verb.dep_ in self.labels["conjunct"]:
                head = head.head
            if head == verb or not self.is_noun(head):
                head = self._noun_before(child)
            yield Argument(SUBJECT, head, f"relative>{head.text}")
            return
        yield Argument(SUBJECT, child, child.dep_)

    def _noun_before(self, pronoun: Token) -> Token:
        """The word that a relative pronoun follows, for parses that hang its clause elsewhere."""
        i = pronoun.i - 1
        while i > 0 and pronoun.doc[i].pos_ in self.syntax.parts["punctuation"]:
            i -= 1
        return pronoun.doc[max(i, 0)]

    def _broken_root(self, verb: Token) -> Iterator[Argument]:
        """ "Pékin a convoqué…": a name the parser made a root of its own, right before the verb, is its subject."""
        start = min(
            [
                verb.i,
                *(
                    c.i
                    for c in verb.children
                    if c.dep_ in self.labels["auxiliary"] | self.labels["reflexive"]
                    or c.lower_ in self.words["negation_particles"]
                ),
            ]
        )
        i = start - 1
        while i >= 0 and verb.doc[i].pos_ == "ADV":
            i -= 1
        if i > 2 and verb.doc[i].text == verb.doc[i - 2].text == "," and verb.doc[i - 1].pos_ == "PRON":
            i -= 3  # "L'Iran, lui, a refusé"
        if i >= 0 and (self.is_noun(verb.doc[i]) or verb.doc[i].pos_ in {"ADJ", "X"}):
            token = verb.doc[i]
            while (
                token.head.i < i
                and token.dep_
                in self.labels["flat"]
                | self.labels["adjective"]
                | self.labels["apposition"]
                | self.labels["nominal_modifier"]
            ):
                token = token.head
            if self.preposition(token) is None:
                yield Argument(SUBJECT, token, "surface>before")
