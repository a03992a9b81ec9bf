"""Whether an event has happened, is in course, announced, only thought of, or denied: from tense, mood and cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.reading.arguments import Grammar
from legation.reading.moods import Moods
from legation.reading.triggers import Hit
from legation.reading.verdict import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token


_DEEPEST = 12
_TAKEN_BY_WORD = {"SANCTION", "SUPPORT", "COERCE"}
"""Types of measures that are taken by announcing or deciding them."""
_SAID = {"SUPPORT", "CONCEDE", "ACCUSE", "REQUEST"}
"""Types of acts that are done by saying so."""
_LASTING = {"AID", "COERCE", "COOPERATE", "MOBILIZE"}
"""Types of deeds that go on where the present tells them."""


class StatusReader(Moods):
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
        self._phrases = tuple(tuple(phrase.split()) for phrase in pack.status.ongoing_phrases)

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
        described = next(
            (c for h in dict.fromkeys((noun, last)) for c in h.children if c.lower_ in self._adjectives), None
        )
        if described is not None and not self._negated(described):
            return Verdict(self._adjectives[described.lower_], described.text)  # type: ignore[arg-type]
        if any(c.lower_ in self._cues.negation and c.dep_ in self._grammar.labels["determiner"] for c in noun.children):
            return Verdict("denied", "negation")
        if self._wished(noun):
            return Verdict("hypothetical", noun.head.text, purpose=True)
        if self._lasts(noun, last):
            return Verdict("ongoing", "lasting", now=True)
        pronouns = (t for t in noun.doc[last.i + 1 :] if t.lower_ in self._words["relative_subject"])
        if support is not None and any(self._told_as_done(t.head) for t in pronouns):
            return Verdict("occurred", "relative clause")
        above = noun.head
        if noun.dep_ in self._grammar.labels["subject"] and above.lower_ in self._adjectives:
            return Verdict(self._adjectives[above.lower_], above.text)  # type: ignore[arg-type]
        verb = support if support is not None else self._governor(noun)
        if verb is not None and (
            support is not None
            or noun.dep_
            in (
                self._grammar.labels["object"]
                | self._grammar.labels["subject"]
                | self._grammar.labels["passive_subject"]
                | self._grammar.labels["indirect"]
            )
        ):
            kinds = self._kind.get(verb.lower_, set())
            if "planning" in kinds or "postponing" in kinds:
                return Verdict("planned", verb.text, decided=self._decided(verb))
            if "hypothetical" in kinds:
                return Verdict("hypothetical", verb.text)
            if kinds & {"denial", "failure", "cancelling"}:
                return Verdict("denied", verb.text)
            return self._of_verb(verb, direction)
        if direction == "future":
            return Verdict("planned", "time")
        return Verdict("occurred", "noun")

    def _wished(self, noun: Token) -> bool:
        """ "la levée des sanctions est indispensable", "devrait être immédiate": wished for, not told."""
        labels = self._grammar.labels
        above = noun.head
        if above == noun or noun.dep_ not in labels["subject"]:
            return False
        if above.lower_ in self._wishing:
            return True
        modal = any("planning" in self._kind.get(c.lower_, set()) for c in above.children)
        copula = any(c.dep_ in labels["copula"] for c in above.children)
        return modal and copula

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

    def _of_verb(self, verb: Token, direction: str | None, depth: int = 0) -> Verdict:
        if depth > 4:
            return Verdict("occurred", "depth")
        if self._negated(verb):
            return Verdict("denied", "negation")
        if self._is_infinitive(verb) or self._modal(verb) is not None:
            return self._of_infinitive(verb, direction, depth)
        finite = self._finite(verb)
        features = self._features(finite)
        compound = finite is not verb
        if "future" in features and "past" not in features and "present" not in features:
            return Verdict("planned", finite.text)
        if "conditional" in features:
            return self._of_conditional(verb, finite, compound=compound)
        helped = compound and finite.dep_ in self._grammar.labels["auxiliary"]
        progressive = helped and "present" in features and self._features(verb) == {"present_participle"}
        plainly = (not compound or progressive) and "past_participle" not in features
        if direction == "future" and plainly and features & {"present"}:
            return Verdict("planned", "present with future time")
        if progressive:
            return Verdict("ongoing", finite.text, now=True)
        if (
            verb.dep_ in self._grammar.labels["conjunct"]
            and not compound
            and "past_participle" in features
            and self._grammar.is_verb(verb.head)
        ):
            return self._of_verb(verb.head, direction, depth + 1)
        present = "present" in features
        # below "a déclaré que" the imperfect is the speaker's present, the pluperfect still the past
        copula = finite.dep_ in self._grammar.labels["copula"]
        simple = not compound or copula
        earlier = "imperfect" in features and not present and not (simple and self._under_past_speech(verb))
        participle = "past_participle" in features and verb.dep_ in self._grammar.labels["participle_clause"]
        return Verdict("occurred", finite.text, earlier=earlier, now=present and simple and not participle)

    def _of_infinitive(self, verb: Token, direction: str | None, depth: int) -> Verdict:
        marker = next(
            (c for c in verb.children if c.dep_ in self._grammar.labels["marker"] | self._grammar.labels["case"]), None
        )
        head = verb.head
        if head != verb and (
            head.lower_ in self._cues.purpose_nouns or "purpose" in self._kind.get(head.lower_, set())
        ):
            return Verdict("planned", head.text, purpose=True)
        if marker is not None and marker.lower_ in self._cues.purpose_markers:
            return Verdict("planned", marker.text, purpose=True)
        modal = self._helper(verb)
        governor = modal if modal is not None else (head if head != verb else None)
        by_mark = self._of_marked_infinitive(verb, governor)
        if by_mark is not None:
            return by_mark
        if governor is None:
            return Verdict("hypothetical", "infinitive")
        if modal is not None and "conditional" in self._features(modal) and self._under_past_speech(verb):
            return Verdict("planned", "future in the past")
        return self._below(governor, verb) or self._of_governor(governor, direction, depth)

    def _below(self, governor: Token, verb: Token) -> Verdict | None:
        """What the kind of verb that governs an infinitive tells of it."""
        kinds = self._kind.get(governor.lower_, set())
        negated = self._negated(governor)
        perfect = any(
            "infinitive" in self._features(c) for c in verb.children if c.dep_ in self._grammar.labels["auxiliary"]
        )
        if "hesitating" in kinds and negated and self._told_as_done(governor):
            return Verdict("occurred", governor.text)
        if kinds & {"denial", "failure"}:
            return Verdict("denied", governor.text)
        if perfect:
            return Verdict("occurred", "perfect infinitive", hearsay="planning" in kinds or "hypothetical" in kinds)
        if self._accomplished(governor):
            particle = any(c.lower_ in self._words["negation_particles"] for c in governor.children)
            return Verdict("denied" if negated or particle else "occurred", governor.text)
        if "planning" in kinds:
            return Verdict("denied" if negated else "planned", governor.text, decided=self._decided(governor))
        if "hypothetical" in kinds:
            return Verdict("denied" if negated else "hypothetical", governor.text)
        return None

    def _of_governor(self, governor: Token, direction: str | None, depth: int) -> Verdict:
        """What a noun above an infinitive tells of it; a verb of no kind has the status of both."""
        if governor.lower_ in self._cues.planning_nouns:
            return Verdict("planned", governor.text, decided=governor.lower_ in self._cues.deciding_nouns)
        if governor.lower_ in self._cues.hypothetical_nouns:
            return Verdict("hypothetical", governor.text)
        if self._grammar.is_verb(governor) or governor.dep_ in self._grammar.labels["root"]:
            return self._of_verb(governor, direction, depth + 1)
        return Verdict("occurred", "infinitive")

    def _of_marked_infinitive(self, verb: Token, governor: Token | None) -> Verdict | None:
        """What the mark of an infinitive ("to") tells: an arrangement ("is to visit", a headline's "Modi to visit"), or
        the aim of another act ("travelled to condemn").
        """
        if not self._marked_infinitive(verb):
            return None
        labels = self._grammar.labels
        if governor is None or (governor.dep_ in labels["root"] and self._grammar.is_noun(governor)):
            return Verdict("planned", "headline")
        if verb.dep_ in labels["open_complement"] and "auxiliary" in self._kind.get(governor.lower_, set()):
            return Verdict("denied" if self._negated(governor) else "planned", governor.text)
        if verb.dep_ in labels["adverbial_clause"] and self._grammar.is_verb(governor):
            return Verdict("planned", governor.text, purpose=True)
        return None

    def _of_conditional(self, verb: Token, finite: Token, *, compound: bool) -> Verdict:
        if self._under_past_speech(verb):
            return Verdict("planned", "future in the past")
        passive = any(c.dep_ in self._grammar.labels["passive_auxiliary"] for c in verb.children)
        auxiliaries = [
            c
            for c in verb.children
            if c.dep_ in self._grammar.labels["auxiliary"] | self._grammar.labels["passive_auxiliary"]
        ]
        if compound and (len(auxiliaries) > 1 or not passive):
            return Verdict("occurred", f"conditional {finite.text}", hearsay=True)
        return Verdict("hypothetical", finite.text)
