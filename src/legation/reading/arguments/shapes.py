"""The shape of a word in its sentence: verb or noun, its preposition, voice, reflexive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from legation.language.inflection import Inflection
from legation.language.syntax import Syntax
from legation.reading.sentence_words import lowered_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_HELPED = 4
"""Words before a participle among which an auxiliary that the parser hung elsewhere may stand."""


class Shapes:
    """Reads shapes off parses of one language; holds what the parser's labels mean."""

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
        self._aiming = frozenset(
            form for verb in syntax.words.get("aiming_verbs", frozenset()) for form in inflection.verb_forms(verb)
        )
        self.labels = syntax.labels
        self.words = syntax.words

    def is_verb(self, token: Token) -> bool:
        """Whether the parser takes a token for a verb."""
        return token.pos_ in self.syntax.parts["verb"]

    def is_noun(self, token: Token) -> bool:
        """Whether the parser takes a token for a noun or name."""
        return token.pos_ in self.syntax.parts["noun"]

    def past_participle(self, token: Token) -> bool:
        """Whether the parser takes a token for a past participle."""
        found = _features(token)
        return "Part" in found.get("VerbForm", ()) and "Past" in found.get("Tense", ())

    def present_participle(self, token: Token) -> bool:
        """Whether the parser takes a token for a present participle."""
        found = _features(token)
        return "Part" in found.get("VerbForm", ()) and "Pres" in found.get("Tense", ())

    def _has_object(self, verb: Token) -> bool:
        return any(c.dep_ in self.labels["object"] and c.i > verb.i for c in verb.children)

    def may_agree(self, participle: Token, noun: Token) -> bool:
        """ "le Mali et le Tchad …, lors d'une réunion sollicitée par X": not when gender or number tell them apart."""
        joined = any(c.dep_ in self.labels["conjunct"] for c in noun.children)
        for feature in ("Gender",) if joined else ("Gender", "Number"):
            own, other = _features(participle).get(feature, ()), _features(noun).get(feature, ())
            if own and other and not set(own) & set(other):
                return joined and feature == "Gender" and own == ("Masc",)
        return not joined or _features(participle).get("Number") != ("Sing",)

    def finite(self, token: Token) -> bool:
        """Whether the parser takes a token for a finite verb."""
        return "Fin" in _features(token).get("VerbForm", ())

    def has_finite(self, doc: Doc) -> bool:
        """Whether the parser found a finite verb in a sentence."""
        return any(self._all_finite(doc))

    def finite_between(self, doc: Doc, low: int, high: int) -> int:
        """How many finite verbs stand from one word of a sentence up to another (exclusive)."""
        return sum(self._all_finite(doc)[low:high])

    def _all_finite(self, doc: Doc) -> list[bool]:
        """Which words are finite verbs; looked up once a sentence."""
        if "finite" not in doc.user_data:
            doc.user_data["finite"] = [self.finite(t) for t in doc]
        found: list[bool] = doc.user_data["finite"]
        return found

    def owns(self, token: Token) -> bool:
        """Whether a noun has the possessive ending ("Kenya's army")."""
        return token.dep_ in self.labels["possessor"] and self.is_noun(token)

    def preposition(self, token: Token) -> str | None:
        """The base preposition that governs a phrase, read on the surface before it; None for a bare phrase. Looked up
        once.
        """
        known: dict[int, str | None] = token.doc.user_data.setdefault("prepositions", {})
        if token.i not in known:
            known[token.i] = self._read_preposition(token)
        return known[token.i]

    def _read_preposition(self, token: Token) -> str | None:
        if self.owns(token):
            return self.syntax.slots.possessor
        cases = [c for c in token.children if c.dep_ in self.labels["case"] and c.i < token.i]
        if cases:
            last = max(c.i for c in cases)
            hit = self._preposition_ending_at(token.doc, last) or self._preposition_before(token)
            return hit or " ".join(c.lower_ for c in cases)
        hit = self._preposition_before(token)
        if hit is None and token.dep_ in self.labels["conjunct"] and token.head.i < token.i:
            return self.preposition(token.head)
        return hit

    def _preposition_before(self, token: Token) -> str | None:
        """The base preposition on the surface before a phrase."""
        if token.dep_ in self.labels["unmarked"]:
            return None
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
        return self._preposition_ending_at(token.doc, i) if i >= 0 else None

    def _preposition_ending_at(self, doc: Doc, i: int) -> str | None:
        words = tuple(lowered_words(doc)[max(0, i - 6) : i + 1])
        hit = self.syntax.preposition_of(words)
        return hit[0] if hit else None

    def passive(self, verb: Token) -> bool:
        """Whether a verb stands in the passive, or is a bare participle on a noun ("imposées par…"); looked up once."""
        known: dict[int, bool] = verb.doc.user_data.setdefault("passive", {})
        if verb.i not in known:
            known[verb.i] = self._is_passive(verb)
        return known[verb.i]

    def _is_passive(self, verb: Token) -> bool:
        if verb.lower_ in self._with_be or self.reflexive(verb):
            return False
        helpers = [c for c in verb.children if c.dep_ in self.labels["auxiliary"] | self.labels["passive_auxiliary"]]
        if any(c.dep_ in self.labels["passive_auxiliary"] for c in helpers):
            return True
        if any(c.dep_ in self.labels["passive_subject"] for c in verb.children):
            # "a aussitôt décliné": nothing but "have" helps an active verb, whatever the parser calls its subject
            have = self.words.get("have_forms", frozenset())
            return not helpers or any(c.lower_ not in have for c in helpers)
        if any(c.dep_ in self.labels["auxiliary"] | self.labels["copula"] for c in verb.children):
            return False
        if (
            self._shares_auxiliary(verb)
            or self._has_clitic(verb)
            or self.split_compound(verb)
            or self._in_relative(verb)
        ):
            return False
        helped = any(t.pos_ == "AUX" for t in verb.doc[max(0, verb.i - _HELPED) : verb.i])
        if self.past_participle(verb) and not helped and not self._has_object(verb):
            return True  # "Diplomates russes expulsés par Varsovie", "les sanctions imposées"
        return any(
            c.dep_ in self.labels["agent"] and self.preposition(c) in self.words["agent_prepositions"]
            for c in verb.children
        )

    def _shares_auxiliary(self, verb: Token) -> bool:
        """ "a dénoncé un complot et sommé Lima de…": a bare participle joined to an active compound tense is active."""
        if verb.dep_ not in self.labels["conjunct"] or any(c.dep_ in self.labels["agent"] for c in verb.children):
            return False
        first = verb.head
        while first.dep_ in self.labels["conjunct"] and self.bare_participle(first) and first.head != first:
            first = first.head
        helping = {c.dep_ for c in first.children}
        compound = self.past_participle(first) and helping & self.labels["auxiliary"]
        return bool(compound) and not helping & (self.labels["passive_auxiliary"] | self.labels["passive_subject"])

    def split_compound(self, verb: Token) -> bool:
        """ "a une nouvelle fois bloqué": a participle that the parser hung on its own auxiliary."""
        have = verb.head.lower_ in self.words.get("have_forms", frozenset()) and self.is_verb(verb.head)
        near = 0 < verb.i - verb.head.i <= _HELPED + 2
        return have and near and self.past_participle(verb) and self.bare_participle(verb)

    def _in_relative(self, verb: Token) -> bool:
        """ "ce que Varsovie conteste": between "que" with a subject and nothing else no participle stands."""
        opened = any(c.lower_ in self.words.get("relative_object", frozenset()) for c in verb.children)
        return opened and any(c.dep_ in self.labels["subject"] and c.i == verb.i - 1 for c in verb.children)

    def _has_clitic(self, verb: Token) -> bool:
        """ "l'enjoint de…": behind a pronoun that is its object a form that could be a participle is none."""
        return any(
            c.i == verb.i - 1 and c.lower_ in self.words.get("object_clitics", frozenset()) for c in verb.children
        )

    def reflexive(self, verb: Token) -> bool:
        """Whether a reflexive pronoun belongs to the verb; looked up once."""
        known: dict[int, bool] = verb.doc.user_data.setdefault("reflexive", {})
        if verb.i not in known:
            known[verb.i] = self._is_reflexive(verb)
        return known[verb.i]

    def _is_reflexive(self, verb: Token) -> bool:
        if self.undergone(verb):
            return False  # "s'est vu refuser", "s'est fait expulser": the pronoun belongs to the other verb
        third = self.words["third_person_reflexive"]
        own = self.words["reflexive"] if self.clitic(verb) is None else third
        if any(c.dep_ in self.labels["reflexive"] and c.lower_ in own for c in verb.children):
            return True
        i = verb.i - 1
        while i >= 0 and verb.i - i <= 4 and verb.doc[i].pos_ in self.syntax.parts["verb"] | {"ADV"}:
            i -= 1
        return i >= 0 and verb.doc[i].lower_ in third

    def undergone(self, verb: Token) -> bool:
        """ "s'est vu refuser l'accès", "s'est fait expulser": whether the subject of the verb above undergoes it."""
        third = self.words["third_person_reflexive"]
        before = verb.doc[verb.i - 1] if verb.i else verb
        above = before if before.head == verb else verb.head
        governed = above == before or (verb.dep_ in self.labels["open_complement"] and above.i < verb.i)
        if not governed or above == verb or above.lower_ not in self.words.get("passive_governors", frozenset()):
            return False
        return any(c.lower_ in third and c.i < above.i for c in (*above.children, *verb.children))

    def clitic(self, verb: Token) -> Token | None:
        """The "nous" or "vous" before a verb of the third person, whatever the parser makes of it: "Riga nous accuse"
        is not reflexive, and "nous" not its subject.
        """
        pronouns = self.words["first_plural"] | self.words["second_person"]
        helping = self.labels["auxiliary"] | self.labels["passive_auxiliary"]
        first = min([verb.i, *(c.i for c in verb.children if c.dep_ in helping and c.i < verb.i)])
        before = verb.doc[first - 1] if first > 0 else None
        if before is None or before.lower_ not in pronouns:
            return None
        finite = _features(verb.doc[first])  # "accuse" is told of "je" or "elle", never of "nous"
        return before if "3" in finite.get("Person", ()) or "Sing" in finite.get("Number", ()) else None

    def controls_object(self, verb: Token) -> bool:
        """Whether an infinitive below a verb is done by the verb's object ("somme Paris de partir")."""
        return verb.lower_ in self._object_control

    def bare_participle(self, verb: Token) -> bool:
        """A participle without auxiliary: adnominal or absolute."""
        return not any(
            c.dep_ in self.labels["auxiliary"] | self.labels["passive_auxiliary"] | self.labels["copula"]
            for c in verb.children
        )


def _features(token: Token) -> Mapping[str, tuple[str, ...]]:
    """What the parser tells of a word's form, by the names of Universal Dependencies."""
    return _parsed(str(token.morph))


@lru_cache(maxsize=4096)
def _parsed(morph: str) -> Mapping[str, tuple[str, ...]]:
    """ "Number=Sing|Tense=Past": there are some hundreds of these, and every word has one."""
    pairs = (feature.partition("=") for feature in morph.split("|") if feature)
    return {name: tuple(values.split(",")) for name, _, values in pairs}
