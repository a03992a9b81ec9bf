"""What a promise binds to do: the act that its words hold, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.reading.arguments import Grammar
from legation.reading.dating import Clock, Dated, due_window
from legation.reading.draft import Draft
from legation.reading.triggers import Hit
from legation.report import Promise

if TYPE_CHECKING:
    from spacy.tokens import Token

_PROMISING = "AGREE"
_ACTS = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE"})
"""Types of acts that can be promised and then be done."""
_CHAIN = 4
"""Words among which the verbs of one chain stand: "entend continuer à soutenir"."""
_REACH = 8
"""Words behind a promise among which its verb stands."""


class PromiseReader:
    """Tells promises that can be kept from mere attitudes; holds the words of one language."""

    def __init__(self, pack: LanguagePack, grammar: Grammar) -> None:
        self._grammar = grammar
        self._attitudes = frozenset(
            form
            for verb in grammar.words.get("attitude_verbs", frozenset())
            for form in pack.inflection.verb_forms(verb)
        )
        labels = grammar.labels
        self._helping = labels["auxiliary"] | labels["passive_auxiliary"] | labels["copula"]

    def promised(self, draft: Draft, content: Sequence[Hit], clock: Clock) -> Promise | None:
        """What a draft promises, or None where nothing that could be kept: "s'est engagé à livrer 30 ambulances d'ici à
        la fin de l'année" binds to AID within the year; "ont convenu de renforcer leurs liens" binds to nothing.

        `content` are the hits that stand in its complement.
        """
        if draft.type != _PROMISING or draft.verdict.status != "occurred":
            return None
        due = _due(draft, clock)
        verb = self._content_verb(draft.hit)
        if due is None and self._attitude(draft.hit, verb):
            return None
        acts = [hit for hit in content if hit.entry.type in _ACTS]
        acts = [hit for hit in acts if (hit.deed or hit.entry.type == "CONSULT") and not self._undone(hit)]
        done = next((hit for hit in acts if not hit.nominal), acts[0] if acts else None)
        if done is None and due is None and verb is None and not self._given(draft.hit):
            return None
        return Promise(done.entry.type if done is not None else None, due)

    def _attitude(self, hit: Hit, verb: Token | None) -> bool:
        """Whether an attitude is all that is told: "renforcer le partenariat", "entend continuer à soutenir"."""
        if hit.token.lower_ in self._attitudes:
            return True
        return verb is not None and any(
            t.lower_ in self._attitudes for t in verb.doc[verb.i : verb.i + _CHAIN] if self._grammar.is_verb(t)
        )

    def _undone(self, hit: Hit) -> bool:
        """ "s'est engagé à retirer les droits de douane": the noun names what will be taken away."""
        return hit.nominal and hit.entry.type in {"SANCTION", "MOBILIZE"}

    def _content_verb(self, hit: Hit) -> Token | None:
        """The first verb of what is promised."""
        last = max(hit.token.i, hit.last.i)
        behind = hit.token.doc[last + 1 : last + 1 + _REACH]
        return next((t for t in behind if self._grammar.is_verb(t) and t.dep_ not in self._helping), None)

    def _given(self, hit: Hit) -> bool:
        """ "les vaccins promis": a thing that was promised."""
        return hit.entry.kind == "verb" and hit.token.dep_ in self._grammar.labels["participle_clause"]


def _due(draft: Draft, clock: Clock) -> str | None:
    """The first time in the promise's sentence that lies ahead and does not date the promise itself."""
    own = draft.date.start if draft.date is not None else None
    for expression in clock.of_sentence(draft.view):
        if expression.start == own or expression.kind in {"duration", "since", "decade", "century"}:
            continue
        found = clock.resolve(expression, "future")
        if found is None:
            continue
        dated = Dated(found.edtf, expression.start, expression.end, "text")
        if clock.is_ahead(dated) or expression.direction == "future" or expression.kind == "deadline":
            return due_window(found.edtf, "planned")
    return None
