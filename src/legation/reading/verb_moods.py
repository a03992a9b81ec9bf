"""The status of what a verb tells: tense, mood, what governs its infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.moods import Moods
from legation.reading.verdict import Verdict

if TYPE_CHECKING:
    from spacy.tokens import Token


class VerbMoods(Moods):
    """Reads the status of verbs."""

    def _of_verb(self, verb: Token, direction: str | None, depth: int = 0) -> Verdict:
        if depth > 4:
            return Verdict("occurred", "depth")
        if self._negated(verb) or self._of_nothing(verb):
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
