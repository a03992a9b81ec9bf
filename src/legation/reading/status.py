"""Whether an event has happened, is in course, announced, only thought of, or denied: from tense, mood and cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.reading.arguments import Grammar
from legation.reading.triggers import Hit
from legation.reading.verb_moods import VerbMoods
from legation.reading.verdict import Verdict
from legation.report import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


_DEEPEST = 12
_STANDING_WITHIN = 12
"""Words behind an act among which the verb of its own clause is looked for."""
_TAKEN_BY_WORD = {"SANCTION", "SUPPORT", "COERCE"}
"""Types of measures that are taken by announcing or deciding them."""
_SAID = {"SUPPORT", "CONCEDE", "ACCUSE", "REQUEST"}
"""Types of acts that are done by saying so."""
_ADDRESSED = _SAID | {"REJECT", "THREATEN", "AGREE"}
"""Types of acts that somebody is addressed for: "a téléphoné à X pour lui exprimer son soutien"."""
_LASTING = {"AID", "COERCE", "COOPERATE", "MOBILIZE"}
"""Types of deeds that go on where the present tells them."""


class StatusReader(VerbMoods):
    """Reads status; holds the cues of one language by word form."""

    def __init__(self, pack: LanguagePack, grammar: Grammar) -> None:
        super().__init__(pack, grammar)
        self._adjectives = {
            form: status
            for status, words in (
                ("planned", pack.status.planned_adjectives),
                ("hypothetical", pack.status.hypothetical_adjectives),
                ("ongoing", pack.status.ongoing_adjectives),
                ("occurred", pack.status.past_adjectives),
            )
            for word in words
            for form in pack.inflection.agreeing(word)
        }

        self._wishing = frozenset(f for word in pack.status.wishing_adjectives for f in pack.inflection.agreeing(word))
        self._hoped = pack.status.wishing_nouns
        self._phrases = tuple(tuple(phrase.split()) for phrase in pack.status.ongoing_phrases)
        self._standings: tuple[tuple[tuple[str, ...], Status], ...] = (
            *((_tokens(phrase), "planned") for phrase in pack.status.planned_standings),
            *((_tokens(phrase), "hypothetical") for phrase in pack.status.hypothetical_standings),
        )

    def read(self, hit: Hit, support: Token | None, *, direction: str | None) -> Verdict:
        """The status of a hit. `support` is the verb that carries a nominal trigger; `direction` tells whether the
        words of time beside it look to the past or the future.
        """
        if hit.nominal:
            verdict = self._of_noun(hit.token, hit.last, support, direction)
        elif hit.entry.kind == "phrase":
            verdict = self._of_phrase(hit.token, direction)
        else:
            verdict = self._of_verb(hit.token, direction)
        verdict = self._by_type(hit, support, verdict, direction)
        fixed = hit.entry.status
        if fixed == "ongoing" and verdict.cue == "noun":
            return verdict._replace(status=fixed)
        if fixed is not None and not (
            fixed == "ongoing" and (verdict.status != "occurred" or self._told_as_past(hit.token))
        ):
            return verdict._replace(status=fixed, cue="lexicon")
        if verdict.status in {"occurred", "ongoing", "planned"} and self._said_untrue(hit.token):
            return Verdict("denied", "denial")
        if verdict.status == "planned" and self._called_off(hit.token):
            return Verdict("denied", "called off")
        if verdict.status in {"occurred", "planned"} and self._conditional_clause(hit.token):
            return Verdict("hypothetical", "condition")
        if verdict.status == "occurred" and str(hit.token.doc.text).rstrip().endswith("?"):
            return Verdict("hypothetical", "question")
        return verdict

    def _by_type(self, hit: Hit, support: Token | None, verdict: Verdict, direction: str | None) -> Verdict:
        """What tense and mood mean for acts of one type: who threatens speaks of what will be; who announces sanctions
        takes them; who comes "pour protester" protests; aid in the present tense goes on.
        """
        kind = hit.entry.type
        if kind == "THREATEN" and verdict.status == "planned" and not verdict.purpose:
            return verdict._replace(status="occurred")
        if verdict.decided and kind in _TAKEN_BY_WORD and direction != "future":
            return verdict._replace(status="occurred")
        if verdict.status == "hypothetical" and kind in _SAID and self._performed(hit.token):
            return verdict._replace(status="occurred")
        if kind in _ADDRESSED and verdict.purpose and self._addressed(hit.token):
            return verdict._replace(status="occurred", purpose=False)
        if kind == "PROTEST" and verdict.purpose and self._told_as_done(hit.token.head):
            return verdict._replace(status="occurred")
        verb = support if support is not None else hit.token
        if kind in _LASTING and verdict.status == "occurred" and self._in_present(verb) and self._complete(verb):
            return verdict._replace(lasting=True)
        return verdict

    def in_main_clause(self, hit: Hit, support: Token | None) -> bool:
        """Whether a hit is told by a sentence's own predicate: no participle or relative on a noun, no noun that
        merely stands in the sentence.
        """
        labels = self._grammar.labels
        if hit.nominal and support is None:
            return hit.token.dep_ in labels["root"] or hit.entry.type == "CONSULT"
        node = support if support is not None else hit.token
        for _ in range(_DEEPEST):
            if node.dep_ in labels["participle_clause"] | labels["relative_clause"]:
                return False
            if node.head == node:
                break
            node = node.head
        return True

    def _of_noun(self, noun: Token, last: Token, support: Token | None, direction: str | None) -> Verdict:
        carrier = support if support is not None else self._carrier(noun)
        if (put_off := self._postponing(noun, carrier)) is not None:
            return self._of_carrier(put_off, direction)  # "prévue en avril, a été reportée à juin"
        described = next(
            (c for h in dict.fromkeys((noun, last)) for c in h.children if c.lower_ in self._adjectives), None
        )
        if described is not None and not self._negated(described):
            return Verdict(self._adjectives[described.lower_], described.text)  # type: ignore[arg-type]
        if any(c.lower_ in self._cues.negation and c.dep_ in self._grammar.labels["determiner"] for c in noun.children):
            return Verdict("denied", "negation")
        if support is None and self._behind_denial(noun):
            return Verdict("denied", "denial")
        if self._wished(noun):
            return Verdict("hypothetical", noun.head.text, purpose=True)
        if (standing := self._standing(noun, last)) is not None:
            return standing
        pronouns = (t for t in noun.doc[last.i + 1 :] if t.lower_ in self._words["relative_subject"])
        if support is not None and any(self._told_as_done(t.head) for t in pronouns):
            return Verdict("occurred", "relative clause")
        above = noun.head
        if noun.dep_ in self._grammar.labels["subject"] and above.lower_ in self._adjectives:
            return Verdict(self._adjectives[above.lower_], above.text)  # type: ignore[arg-type]
        if support is None and (above_status := self._of_noun_above(noun)) is not None:
            return Verdict(above_status, noun.head.text)
        if carrier is not None:
            if support is None and "judging" in self._kind.get(carrier.lower_, set()):
                return Verdict("occurred", "judged")
            return self._of_carrier(carrier, direction)
        if direction == "future":
            return Verdict("planned", "time")
        return Verdict("occurred", "noun")

    def _carrier(self, noun: Token) -> Token | None:
        """The verb whose subject or object a nominal trigger is."""
        labels = self._grammar.labels
        sides = labels["object"] | labels["subject"] | labels["passive_subject"] | labels["indirect"]
        return self._governor(noun) if noun.dep_ in sides else None

    def _postponing(self, noun: Token, carrier: Token | None) -> Token | None:
        """The verb that puts off what a noun names: its carrier, or a verb that hangs on the word above it."""
        labels = self._grammar.labels
        beside = [c for c in noun.head.children if c.dep_ in labels["conjunct"] | labels["adverbial_clause"]]
        verbs = [carrier] if carrier is not None else []
        verbs += [c for c in beside if c.i > noun.i]
        return next((v for v in verbs if "postponing" in self._kind.get(v.lower_, set())), None)

    def _of_carrier(self, verb: Token, direction: str | None) -> Verdict:
        """What a verb says of the deed that its subject or object names."""
        kinds = self._kind.get(verb.lower_, set())
        if "planning" in kinds or "postponing" in kinds:
            put_off = "planning" not in kinds
            return Verdict("planned", verb.text, decided=self._decided(verb), postponed=put_off)
        if "hypothetical" in kinds:
            return Verdict("hypothetical", verb.text)
        if kinds & {"denial", "failure", "cancelling"}:
            return Verdict("denied", verb.text)
        return self._of_verb(verb, direction)

    def _of_noun_above(self, noun: Token) -> Status | None:
        """ "la date de la visite", "l'idée d'un sommet": still to come, or only thought of."""
        above = noun.head
        if above == noun or self._grammar.preposition(noun) not in self._words["of_prepositions"]:
            return None
        if above.lower_ in self._cues.planned_above:
            return "planned"
        return "hypothetical" if above.lower_ in self._cues.hypothetical_above else None

    def _addressed(self, verb: Token) -> bool:
        """Whether a purpose clause hangs on a verb of addressing somebody that is told as done."""
        above = verb.head
        if above == verb or "addressing" not in self._kind.get(above.lower_, set()):
            return False
        return self._of_verb(above, None).status == "occurred"

    def _wished(self, noun: Token) -> bool:
        """ "la levée des sanctions est indispensable", "est l'un des défis", "devrait être immédiate": wished for."""
        labels = self._grammar.labels
        above = noun.head
        if above == noun or noun.dep_ not in labels["subject"]:
            return False
        if above.lower_ in self._wishing:
            return True
        copula = any(c.dep_ in labels["copula"] for c in above.children)
        predicates = (above, *(c for c in above.children if c.dep_ in labels["nominal_modifier"]))
        hoped = any(p.lower_ in self._hoped for p in predicates)
        modal = any("planning" in self._kind.get(c.lower_, set()) for c in above.children)
        return copula and (hoped or modal)

    def _behind_denial(self, noun: Token) -> bool:
        """ "Caracas dément tout voyage": seen by its place, for the parser takes "dément" for an adverb."""
        first = min([noun.i, *(c.i for c in noun.children if c.dep_ in self._grammar.labels["determiner"])])
        return first > 0 and "denial" in self._kind.get(noun.doc[first - 1].lower_, set())

    def _called_off(self, token: Token) -> bool:
        """ "le ministre, qui devait se rendre à Erevan, a annulé ce déplacement": what a clause announces of somebody,
        and the sentence says that this will not be.
        """
        labels = self._grammar.labels
        clause = next((t for t in (token, token.head) if t.dep_ in labels["relative_clause"]), None)
        if clause is None:
            return False
        whom = clause.head
        if whom.dep_ not in labels["subject"]:  # "le ministre Baïramov, qui …" hangs on the name
            whom = whom.head
        if whom.dep_ not in labels["subject"]:
            return False
        above = whom.head
        if not self._kind.get(above.lower_, set()) & {"cancelling", "failure"}:
            return False
        things = (c for c in above.children if c.dep_ in labels["object"] | labels["indirect"])
        return any(c.lower_ in self._words["demonstratives"] for thing in things for c in thing.children)

    def _standing(self, noun: Token, last: Token) -> Verdict | None:
        """What is said of an act that a noun names: that it is still to come, only thought of, or in course."""
        said = self._said_to_stand(noun, last)
        return said or (Verdict("ongoing", "lasting", now=True) if self._lasts(noun, last) else None)

    def _said_to_stand(self, noun: Token, last: Token) -> Verdict | None:
        """ "la visite est en préparation", "l'accord reste à l'étude": by its words, which parsers confuse."""
        words = [token.lower_ for token in noun.doc]
        for token in noun.doc[last.i + 1 : last.i + 1 + _STANDING_WITHIN]:
            if "standing" in self._kind.get(token.lower_, set()):
                behind = next((at for at in range(token.i + 1, len(words)) if not self._passes(words[at])), len(words))
                for phrase, status in self._standings:
                    if tuple(words[behind : behind + len(phrase)]) == phrase:
                        negated = any(word in self._cues.negation for word in words[token.i + 1 : behind])
                        return Verdict("denied", "negation") if negated else Verdict(status, " ".join(phrase))
                return None
            if token.is_punct or self._grammar.is_verb(token) or token.lower_ in self._words["relative_subject"]:
                return None
        return None

    def _passes(self, word: str) -> bool:
        """Whether a word may stand between the verb and where something stands: "n'est pas encore à l'étude"."""
        return word in self._cues.negation or word in self._cues.standing_adverbs

    def _lasts(self, noun: Token, last: Token) -> bool:
        """ "les négociations se poursuivent", "les sanctions en vigueur": in course."""
        above = noun.head
        following = tuple(t.lower_ for t in noun.doc[last.i + 1 : last.i + 6])
        if any(following[: len(phrase)] == phrase for phrase in self._phrases):
            return True
        if above == noun or noun.dep_ not in self._grammar.labels["subject"] or self._negated(above):
            return False
        finite = self._finite(above)
        return (
            "lasting" in self._kind.get(above.lower_, set())
            and finite is above
            and bool(self._features(finite) & {"present", "imperfect"})
        )

    def _of_phrase(self, token: Token, direction: str | None) -> Verdict:
        """ "en visite à": the clause's verb tells."""
        node = token
        while node.head != node and not self._grammar.is_verb(node):
            node = node.head
        return self._of_verb(node, direction) if self._grammar.is_verb(node) else Verdict("occurred", "phrase")


def _tokens(phrase: str) -> tuple[str, ...]:
    """The words as parsers cut them: an elided word is one of its own."""
    return tuple(phrase.replace("'", "' ").split())
