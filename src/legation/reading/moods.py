"""Tense and mood of a verb in its sentence: finite or infinitive, compound, modal, negated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.language.inflection import Feature
from legation.language.pack import LanguagePack
from legation.reading.arguments import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 12


class Moods:
    """Reads tense and mood; holds the forms and kinds of verbs of one language."""

    def __init__(self, pack: LanguagePack, grammar: Grammar) -> None:
        self._grammar = grammar
        self._words = pack.syntax.words
        self._cues = pack.status
        self._forms: dict[str, frozenset[Feature]] = {}
        lists = (
            pack.status.planning_verbs,
            pack.status.hypothetical_verbs,
            pack.status.beginning_verbs,
            pack.status.denial_verbs,
            pack.status.failure_verbs,
            pack.status.postponing_verbs,
            pack.status.cancelling_verbs,
            pack.status.auxiliaries,
            pack.status.purpose_verbs,
            pack.status.lasting_verbs,
            pack.status.deciding_verbs,
            pack.status.accomplished_verbs,
            pack.status.hesitating_verbs,
            pack.status.performing_verbs,
            pack.status.addressing_verbs,
            pack.status.judging_verbs,
            pack.status.standing_verbs,
        )
        self._kind: dict[str, set[str]] = {}
        names = (
            "planning",
            "hypothetical",
            "beginning",
            "denial",
            "failure",
            "postponing",
            "cancelling",
            "auxiliary",
            "purpose",
            "lasting",
            "deciding",
            "accomplished",
            "hesitating",
            "performing",
            "addressing",
            "judging",
            "standing",
        )
        for name, verbs in zip(names, lists, strict=True):
            for verb in verbs:
                for form in self._learn(pack, verb.split()[-1]):
                    self._kind.setdefault(form, set()).add(name)
        carrying = [entry.verb for entry in pack.lexicon.triggers if entry.verb]
        carrying += [support.verb for support in pack.lexicon.support]
        for verb in dict.fromkeys((*carrying, *(speech.split()[0] for speech in pack.attribution.speech_verbs))):
            self._learn(pack, verb)

    def _learn(self, pack: LanguagePack, verb: str) -> dict[str, frozenset[Feature]]:
        """Takes note of what each form of a verb says of tense and mood; a form of several verbs says all they say."""
        forms = pack.inflection.verb_forms(verb)
        for form, features in forms.items():
            self._forms[form] = self._forms.get(form, frozenset()) | features
        return forms

    def _under_past_speech(self, verb: Token) -> bool:
        """ "a déclaré que … seraient signés": the conditional is a future seen from the past."""
        head = verb.head
        labels = self._grammar.labels
        that = any(c.lower_ in self._words["that"] for c in verb.children if c.dep_ in labels["marker"])
        return (that or verb.dep_ in labels["bare_complement"]) and head != verb and self._grammar.is_verb(head)

    def _finite(self, verb: Token) -> Token:
        labels = self._grammar.labels
        auxiliaries = [
            c for c in verb.children if c.dep_ in labels["auxiliary"] | labels["passive_auxiliary"] | labels["copula"]
        ]
        finite = [a for a in auxiliaries if self._features(a) - {"past_participle", "infinitive", "present_participle"}]
        return finite[0] if finite else verb

    def _features(self, token: Token) -> frozenset[Feature]:
        return self._forms.get(token.lower_, frozenset())

    def _helper(self, verb: Token) -> Token | None:
        """A verb that helps an infinitive and is no auxiliary of tense or voice."""
        helping = (c for c in verb.children if c.dep_ in self._grammar.labels["auxiliary"])
        return next((c for c in helping if "auxiliary" not in self._kind.get(c.lower_, set())), None)

    def _modal(self, verb: Token) -> Token | None:
        """A helping verb that says of the act that it is announced or only thought of ("will", "may")."""
        helper = self._helper(verb)
        told = helper is not None and self._kind.get(helper.lower_, set()) & {"planning", "hypothetical"}
        return helper if told else None

    def _is_infinitive(self, verb: Token) -> bool:
        features = self._features(verb)
        if "infinitive" in features and features & {"present", "past"}:  # "meet": only its marker tells
            return self._marked_infinitive(verb)
        if "infinitive" in features:
            return not any(
                "present" in self._features(c) for c in verb.children if c.dep_ in self._grammar.labels["copula"]
            )
        return "past_participle" in features and any(
            self._features(c) == frozenset({"infinitive"})
            for c in verb.children
            if c.dep_ in self._grammar.labels["auxiliary"] | self._grammar.labels["passive_auxiliary"]
        )

    def _marked_infinitive(self, verb: Token) -> bool:
        """Whether the mark of an infinitive ("to") stands with a verb; no language needs to have one."""
        marks = self._words["infinitive_marks"]
        return any(c.dep_ in self._grammar.labels["marker"] and c.lower_ in marks for c in verb.children)

    def _negated(self, token: Token) -> bool:
        """Whether a negation stands with a verb (or its auxiliary); "ne … que" is none."""
        undone = self._cues.negation_undone_by
        near: Iterable[Token] = [
            c for c in token.children if abs(c.i - token.i) <= 6 and not (c.i and c.nbor(-1).lower_ in undone)
        ]
        words = {c.lower_ for c in near}
        return bool(words & self._cues.negation)

    def _of_nothing(self, verb: Token) -> bool:
        """ "n'a pris aucune sanction", "aucun accord n'a été trouvé": a negation that stands with subject or object."""
        labels = self._grammar.labels
        sides = labels["subject"] | labels["passive_subject"] | labels["object"]
        return any(
            c.lower_ in self._cues.negation and c.dep_ in labels["determiner"]
            for side in verb.children
            if side.dep_ in sides
            for c in side.children
        )

    def _told_as_past(self, token: Token) -> bool:
        node = token
        while node.head != node and not self._grammar.is_verb(node):
            node = node.head
        finite = self._finite(node)
        compound = finite != node and finite.dep_ in self._grammar.labels["auxiliary"] and self._grammar.is_verb(node)
        return compound or not self._features(finite) & {"present", "imperfect"}

    def _told_as_done(self, verb: Token) -> bool:
        """A compound past: "au cours de laquelle les deux nations ont réaffirmé…"."""
        finite = self._finite(verb)
        return finite != verb and "present" in self._features(finite) and self._grammar.is_verb(verb)

    def denies(self, verb: Token) -> bool:
        """Whether a negation stands with a verb."""
        return self._negated(verb)

    def indicative(self, verb: Token) -> bool:
        """Whether a verb is told in the indicative: no infinitive, subjunctive or conditional."""
        features = self._features(self._finite(verb))
        if "infinitive" in self._features(verb):
            return False
        return bool(features & {"present", "imperfect", "past", "future"}) and "conditional" not in features

    def compound_past(self, verb: Token) -> bool:
        """ "a appelé", "avait refusé"."""
        finite = self._finite(verb)
        features = self._features(finite)
        past = "past_participle" in self._features(verb) and bool(features & {"present", "imperfect"})
        return finite != verb and past and not features & {"subjunctive", "conditional"}

    def present_participle(self, verb: Token) -> bool:
        """ "accusant"."""
        return self._features(verb) == {"present_participle"} and self._finite(verb) == verb

    def bare_participle(self, verb: Token) -> bool:
        """ "imposé", without an auxiliary."""
        return "past_participle" in self._features(verb) and self._finite(verb) == verb

    def _decided(self, verb: Token) -> bool:
        """ "a annoncé", "annonce": a decision that is told as made."""
        told = not self._features(self._finite(verb)) & {"future", "conditional", "infinitive"}
        return "deciding" in self._kind.get(verb.lower_, set()) and told and not self._negated(verb)

    def _performed(self, verb: Token) -> bool:
        """ "je voudrais remercier", "nous tenons à saluer": said by wishing to say it."""
        above = verb.head
        speakers = self._words["first_singular"] | self._words["first_plural"]
        spoken = any(c.lower_ in speakers and c.dep_ in self._grammar.labels["subject"] for c in above.children)
        return spoken and "performing" in self._kind.get(above.lower_, set()) and not self._negated(above)

    def _accomplished(self, verb: Token) -> bool:
        """ "a pu", "avait dû": what follows was done, or was not ("n'a pu")."""
        finite = self._finite(verb)
        past = finite != verb and "conditional" not in self._features(finite)
        return past and "accomplished" in self._kind.get(verb.lower_, set())

    def _in_present(self, verb: Token) -> bool:
        """ "accueille", "continue d'accueillir": the present of the verb itself or of what says that it goes on."""
        above = verb.head
        if "infinitive" in self._features(verb) and "lasting" in self._kind.get(above.lower_, set()):
            verb = above
        return self._finite(verb) == verb and self._features(verb) & {"present", "past_participle"} == {"present"}

    def _complete(self, token: Token) -> bool:
        """Whether the sentence ends as sentences do; a headline does not, and its present tells what was done."""
        return not str(token.doc.text).rstrip()[-1:].isalnum()

    def _governor(self, token: Token) -> Token | None:
        head = token.head
        return head if head != token and self._grammar.is_verb(head) else None

    def _said_untrue(self, token: Token) -> bool:
        """ "a démenti que des mercenaires aient été envoyés": the clause stands below a denial; a participle that goes
        with the whole sentence ("…, accusant X") does not.
        """
        if self.present_participle(token):
            return False
        node = token
        for _ in range(_DEEPEST):
            if node.head == node:
                return False
            clause = node.dep_ in self._grammar.labels["clausal_complement"] | self._grammar.labels["clause"]
            if clause and "denial" in self._kind.get(node.head.lower_, set()):
                return True
            node = node.head
        return False

    def _conditional_clause(self, token: Token) -> bool:
        """Whether the trigger stands in an if-clause."""
        node = token
        for _ in range(5):
            if any(
                c.lower_ in self._cues.condition_words and c.dep_ in self._grammar.labels["marker"]
                for c in node.children
            ):
                return True
            if node.head == node:
                return False
            node = node.head
        return False
