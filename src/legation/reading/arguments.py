"""What stands in which slot of a trigger: subject, object, "à", "avec"…, along dependency paths.

Slots are those of the frames (frames.toml). Where the parser is known to go wrong (lessons of two prototypes) a
repair reads the surface instead; its path then says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from legation.language.inflection import Inflection
from legation.language.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECT, OBJECT, CONTENT, SUPPORT, ADJECTIVE, POSSESSIVE = (
    "subject",
    "object",
    "content",
    "support",
    "adjective",
    "possessive",
)


BARE, DATIVE = "bare", "à"
"""A phrase without preposition that is no object ("le 7 novembre"); the slot of clitic datives ("lui")."""


_DEEPEST = 2
"""Phrases within phrases that are still looked at."""


class Argument(NamedTuple):
    """One filler: the head token of the phrase in `slot`, and the path that led to it (for `legation explain`)."""

    slot: str
    token: Token
    path: str


class Grammar:
    """Reads parses of one language; holds what the parser's labels mean."""

    def __init__(self, syntax: Syntax, inflection: Inflection, speech_verbs: Iterable[str] = ()) -> None:
        self.syntax = syntax
        self._speech = frozenset(
            form for verb in speech_verbs if " " not in verb for form in inflection.verb_forms(verb)
        )
        self._object_control = frozenset(
            form for verb in syntax.words["object_control"] for form in inflection.verb_forms(verb)
        )
        self._with_be = frozenset(
            form for verb in syntax.words["perfect_with_be"] for form in inflection.verb_forms(verb)
        )
        self.labels = syntax.labels
        self.words = syntax.words

    def is_verb(self, token: Token) -> bool:
        """Whether the parser takes a token for a verb."""
        return token.pos_ in self.syntax.parts["verb"]

    def is_noun(self, token: Token) -> bool:
        """Whether the parser takes a token for a noun or name."""
        return token.pos_ in self.syntax.parts["noun"]

    def preposition(self, token: Token) -> str | None:
        """The base preposition that governs a phrase, read on the surface before it; None for a bare phrase."""
        cases = [c for c in token.children if c.dep_ in self.labels["case"] and c.i < token.i]
        if cases:
            last = max(c.i for c in cases)
            hit = self._preposition_ending_at(token.doc, last)
            if hit:
                return hit
            return " ".join(c.lower_ for c in cases)
        i = token.left_edge.i if token.left_edge.i <= token.i else token.i
        while i < token.i and token.doc[i].pos_ in self.syntax.parts["punctuation"]:
            i += 1
        i -= 1
        while (
            i >= 0
            and token.doc[i].lower_ in self.words["determiners"]
            and token.doc[i].lower_ not in self.words["contracted"]
        ):
            i -= 1
        hit = self._preposition_ending_at(token.doc, i) if i >= 0 else None
        if hit is None and token.dep_ in self.labels["conjunct"] and token.head.i < token.i:
            return self.preposition(token.head)
        return hit

    def _preposition_ending_at(self, doc: Doc, i: int) -> str | None:
        words = tuple(t.lower_ for t in doc[max(0, i - 6) : i + 1])
        hit = self.syntax.preposition_of(words)
        return hit[0] if hit else None

    def passive(self, verb: Token) -> bool:
        """Whether a verb stands in the passive, or is a bare participle on a noun ("imposées par…")."""
        if verb.lower_ in self._with_be or self.reflexive(verb):
            return False
        if any(
            c.dep_ in self.labels["passive_auxiliary"] or c.dep_ in self.labels["passive_subject"]
            for c in verb.children
        ):
            return True
        return any(
            c.dep_ in self.labels["agent"] and self.preposition(c) in self.words["agent_prepositions"]
            for c in verb.children
        )

    def reflexive(self, verb: Token) -> bool:
        """Whether a reflexive pronoun belongs to the verb."""
        if any(c.dep_ in self.labels["reflexive"] and c.lower_ in self.words["reflexive"] for c in verb.children):
            return True
        i = verb.i - 1
        while i >= 0 and verb.i - i <= 4 and verb.doc[i].pos_ in self.syntax.parts["verb"] | {"ADV"}:
            i -= 1
        return i >= 0 and verb.doc[i].lower_ in {"se", "s'"} & self.words["reflexive"]

    def bare_participle(self, verb: Token) -> bool:
        """A participle without auxiliary: adnominal or absolute."""
        return not any(
            c.dep_ in self.labels["auxiliary"] | self.labels["passive_auxiliary"] | self.labels["copula"]
            for c in verb.children
        )

    def subjects(self, verb: Token, depth: int = 0) -> Iterator[Argument]:
        """Who does the verb, nearest first; through control, coordination, relatives and participles."""
        own = [c for c in verb.children if c.dep_ in self.labels["subject"]]
        if verb.lower_ in self._with_be or self.reflexive(verb):
            own += [c for c in verb.children if c.dep_ in self.labels["passive_subject"]]
        for child in own:
            yield from self._subject_or_antecedent(child, verb)
        if own or depth > 5 or self.passive(verb):
            return
        head = verb.head
        if verb.dep_ in self.labels["root"] or head == verb:
            yield from self._broken_root(verb)
            return
        if verb.dep_ in self.labels["conjunct"] and (self.is_verb(head) or head.dep_ in self.labels["clause"]):
            for a in self._upper(head, depth):
                yield a._replace(path=f"conj>{a.path}")
        elif verb.dep_ in self.labels["participle_clause"] | self.labels["relative_clause"] and self.is_noun(head):
            yield Argument(SUBJECT, head, f"{verb.dep_}>{head.text}")
            yield from self._above_noun(head, depth)
        elif self.is_verb(head) or head.pos_ in self.syntax.parts["adjective"] | self.syntax.parts["noun"]:
            for a in self._upper(head, depth, control=True):
                yield a._replace(path=f"{verb.dep_}>{a.path}")

    def _upper(self, head: Token, depth: int, *, control: bool = False) -> Iterator[Argument]:
        if control and head.lower_ in self._object_control:
            for child in head.children:
                addressed = child.dep_ in self.labels["object"] | self.labels["indirect"] | self.labels["oblique"]
                if (
                    addressed
                    and (self.is_noun(child) or child.pos_ == "PRON")
                    and self.preposition(child) in {None, DATIVE}
                ):
                    yield Argument(SUBJECT, child, f"control>{child.dep_}")
                    return
        if self.passive(head):
            for child in head.children:
                if child.dep_ in self.labels["passive_subject"]:
                    yield from self._subject_or_antecedent(child, head)
                    return
        yield from self.subjects(head, depth + 1)

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
                    if c.dep_ in self.labels["auxiliary"] | self.labels["reflexive"] or c.lower_ in {"ne", "n'"}
                ),
            ]
        )
        i = start - 1
        while i >= 0 and verb.doc[i].pos_ == "ADV":
            i -= 1
        if i >= 0 and (self.is_noun(verb.doc[i]) or verb.doc[i].pos_ in {"ADJ", "X"}):
            token = verb.doc[i]
            while token.head.i < i and token.dep_ in self.labels["flat"] | self.labels["adjective"] | self.labels[
                "apposition"
            ] | {"nmod"}:
                token = token.head
            if self.preposition(token) is None:
                yield Argument(SUBJECT, token, "surface>before")

    def arguments(self, verb: Token) -> list[Argument]:
        """All arguments of a verb (or predicative adjective)."""
        found: list[Argument] = []
        passive = self.passive(verb)
        for child in verb.children:
            found += self._argument(child, passive=passive)
        found = self._inverted(verb, found)
        if not passive and not any(a.slot == OBJECT for a in found):
            found += self._partitive(verb, found)
        if verb.dep_ in self.labels["participle_clause"] and self.bare_participle(verb) and self.is_noun(verb.head):
            found.append(Argument(OBJECT, verb.head, "acl"))
        if verb.dep_ in self.labels["adverbial_clause"] and self.bare_participle(verb) and passive:
            found += [Argument(OBJECT, a.token, f"advcl>{a.path}") for a in self._upper(verb.head, 0)]
        if not any(a.slot == SUBJECT for a in found) and not passive and verb.dep_ not in self.labels["parataxis"]:
            found += list(self.subjects(verb))
        elif verb.dep_ in self.labels["conjunct"] and passive and not any(a.slot == OBJECT for a in found):
            found += [Argument(OBJECT, a.token, f"conj>{a.path}") for a in self._upper(verb.head, 0)]
        for argument in list(found):
            if argument.slot == OBJECT or argument.path in self.labels["oblique"]:
                found += self._nested(argument)
        return found

    def _inverted(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """ "…, avertit Pékin": behind a quotation or a clause the noun that follows the verb is its subject."""
        if any(a.slot == SUBJECT for a in found):
            return found
        first = min(
            [verb.i, *(c.i for c in verb.children if c.dep_ in self.labels["auxiliary"] | self.labels["reflexive"])]
        )
        before = verb.doc[first - 1] if first > 0 else None
        behind_quotation = before is not None and before.text in {"»", '"', "”"}
        spoken = (
            verb.lower_ in self._speech
            and before is not None
            and (before.text == "," or verb.dep_ in self.labels["parataxis"])
        )
        if not behind_quotation and not spoken:
            return found
        after = next((a for a in found if a.slot == OBJECT and a.token.i > verb.i), None)
        if after is None:
            return found
        return [a._replace(slot=SUBJECT, path="inverted") if a is after else a for a in found]

    def _partitive(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """ "a livré de l'aide", "n'a pas livré d'armes": what "de" right behind the verb governs is its object."""
        return [
            a._replace(slot=OBJECT, path=f"partitive {a.path}")
            for a in found
            if a.slot in self.words["of_prepositions"]
            and a.token.i > verb.i
            and any(c.i == verb.i + 1 for c in a.token.children if c.dep_ in self.labels["case"])
        ][:1]

    def below(self, head: Token, last: Token, known: tuple[Argument, ...]) -> list[Argument]:
        """Arguments that hang on an entry's own further words: "se dit préoccupé par…", "menace de couper…"."""
        seen = {a.token.i for a in known}
        found: list[Argument] = []
        for token in head.doc[head.i + 1 : last.i + 1]:
            for child in token.children:
                if child.i > last.i and child.i not in seen and child.dep_ not in self.labels["conjunct"]:
                    found += [a for a in self._argument(child, passive=False) if a.slot != SUBJECT]
        for argument in list(found):
            found += self._nested(argument)
        return found

    def _argument(self, child: Token, *, passive: bool) -> Iterator[Argument]:
        dep = child.dep_
        if (dep in self.labels["subject"] and not passive) or (
            dep in self.labels["passive_subject"] and (child.head.lower_ in self._with_be or self.reflexive(child.head))
        ):
            yield from self._subject_or_antecedent(child, child.head)
        elif dep in self.labels["passive_subject"] or (passive and dep in self.labels["subject"]):
            for a in self._subject_or_antecedent(child, child.head):
                yield a._replace(slot=OBJECT)
        elif (
            dep
            in self.labels["oblique"] | self.labels["indirect"] | self.labels["object"] | self.labels["noun_modifier"]
        ):
            if child.pos_ in {"ADV", "VERB"} and dep not in self.labels["object"]:
                yield from self._hidden_phrase(child)
                return
            base = self.preposition(child)
            if base is None:
                direct = dep in self.labels["object"] or (dep in self.labels["indirect"] and child.pos_ != "PRON")
                yield Argument(OBJECT if direct else DATIVE if child.pos_ == "PRON" else BARE, child, dep)
            elif passive and base in self.words["agent_prepositions"]:
                yield Argument(SUBJECT, child, "agent")
            else:
                yield Argument(base, child, dep)
        elif dep in self.labels["clausal_complement"] | self.labels["adverbial_clause"]:
            yield Argument(CONTENT, child, dep)

    def _hidden_phrase(self, adverb: Token) -> Iterator[Argument]:
        """ "lors d'une visite": an adverb with the noun below."""
        for child in adverb.children:
            if self.is_noun(child):
                yield Argument("lors de", child, "advmod>obl")

    def _nested(self, argument: Argument, depth: int = 0) -> Iterator[Argument]:
        """Phrases that the parser hung on the object or on another phrase though they may belong to the verb."""
        for child in argument.token.children:
            if child.dep_ in self.labels["oblique"] and (self.is_noun(child) or child.pos_ == "PRON"):
                base = self.preposition(child)
                if base is None:
                    continue
                nested = Argument(base, child, f"{argument.path}>{child.dep_}")
                yield nested
                if depth < _DEEPEST and child.pos_ != "PROPN":
                    yield from self._nested(nested, depth + 1)
            elif child.dep_ in self.labels["adjective"]:
                yield from self._nested(argument._replace(token=child), depth + 1) if depth < _DEEPEST else ()

    def noun_arguments(self, noun: Token, last: Token) -> list[Argument]:
        """Arguments of a nominal trigger whose words end with `last`: its modifiers, and what they carry."""
        found: list[Argument] = []
        for holder in {noun, last}:
            for child in holder.children:
                if child.dep_ in self.labels["adjective"] or child.pos_ in self.syntax.parts["adjective"]:
                    found.append(Argument(ADJECTIVE, child, child.dep_))
                    found += list(self._nested(Argument(ADJECTIVE, child, child.dep_)))
                elif child.dep_ in self.labels["determiner"]:
                    if (
                        child.lower_
                        in self.words["possessive_singular"]
                        | self.words["possessive_plural"]
                        | self.words["possessive_first"]
                    ):
                        found.append(Argument(POSSESSIVE, child, "det"))
                elif self.is_noun(child) or child.pos_ == "PRON":
                    base = self.preposition(child)
                    if base is not None:
                        found.append(Argument(base, child, child.dep_))
                        found += self._hung_on_place(child, base)
                    elif (
                        child.dep_ in self.labels["noun_modifier"] | self.labels["apposition"] | self.labels["flat"]
                        and child.i > noun.i
                    ):
                        found.append(Argument("entre" if "-" in child.text else "de", child, f"bare {child.dep_}"))
                elif self.is_verb(child) and child.dep_ in self.labels["participle_clause"]:
                    found += [a for a in self.arguments(child) if a.token != noun and a.slot != OBJECT]
        return sorted(found, key=lambda a: a.token.i)

    def _hung_on_place(self, child: Token, base: str) -> Iterator[Argument]:
        """ "visite à Lima d'un émissaire du Chili": the guest hung on the place."""
        for deeper in child.children:
            if (self.is_noun(deeper) or deeper.pos_ == "PRON") and deeper.dep_ in self.labels["oblique"]:
                inner = self.preposition(deeper)
                if inner is not None and (inner not in self.words["of_prepositions"] or child.pos_ == "PROPN"):
                    yield Argument(inner, deeper, f"{base}>{deeper.dep_}")
