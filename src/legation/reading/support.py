"""Support verbs: the verb that carries a nominal trigger and lends it its subject ("a effectué une visite")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from legation.language.pack import LanguagePack
from legation.language.triggers import Support
from legation.reading.arguments import OBJECT, SUBJECT, SUPPORT, SUPPORT_RECIPIENT, Argument, Grammar
from legation.reading.triggers import Hit, TriggerFinder

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB = 3


class Carried(NamedTuple):
    """The verb that carries a noun, and the arguments it lends."""

    verb: Token | None
    lent: tuple[Argument, ...]


class SupportFinder:
    """Finds support verbs; holds those of one language by form."""

    def __init__(self, pack: LanguagePack, grammar: Grammar, finder: TriggerFinder) -> None:
        self._grammar = grammar
        self._finder = finder
        self._by_form: dict[str, list[Support]] = {}
        for support in pack.lexicon.support:
            for form in pack.inflection.verb_forms(support.verb):
                self._by_form.setdefault(form, []).append(support)
        for entries in self._by_form.values():
            entries.sort(key=lambda s: (-len(s.with_ or ""), -len(s.nouns)))

    def of(self, hit: Hit) -> Carried:
        """What carries a hit; a verb of another meaning carries nothing."""
        if not hit.nominal:
            return Carried(None, ())
        node = hit.token
        for _ in range(_CLIMB):
            while node.dep_ in self._grammar.labels["conjunct"] and node.head != node:
                node = node.head
            verb = node.head
            if verb == node:
                return Carried(None, ())
            entry = self._entry(verb, node, hit)
            if entry is not None:
                return Carried(verb, tuple(self._lent(verb, node, entry)))
            if self._grammar.is_verb(verb):
                return Carried(None, ())
            node = verb
        return Carried(None, ())

    def _entry(self, verb: Token, node: Token, hit: Hit) -> Support | None:
        labels = self._grammar.labels
        direct = node.dep_ in (
            labels["object"]
            | labels["subject"]
            | labels["passive_subject"]
            | labels["oblique"]
            | labels["indirect"]
            | labels["open_complement"]
        )
        for entry in self._by_form.get(verb.lower_, ()):
            if entry.reflexive and not self._grammar.reflexive(verb):
                continue
            if entry.nouns and not self._finder.belongs(hit.token, entry.nouns):
                continue
            if entry.with_:
                last = self._finder.fixed_words(verb, entry.with_)
                if last is None or last.i > hit.token.i:
                    continue
                return entry
            if direct and node.i == hit.token.i and self._right_slot(verb, node, entry):
                return entry
        return None

    def _right_slot(self, verb: Token, node: Token, entry: Support) -> bool:
        """A noun carried by a plain verb is its object; one carried by a verb of occurrence its subject."""
        subject = node.dep_ in self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]
        if entry.subject == "none":
            return subject
        base = self._grammar.preposition(node)
        return base is None or subject

    def _lent(self, verb: Token, node: Token, entry: Support) -> list[Argument]:
        passive = self._grammar.passive(verb)
        lent: list[Argument] = []
        for argument in self._grammar.arguments(verb):
            if argument.token.i == node.i:
                continue
            path = f"support {verb.text}>{argument.path}"
            if argument.slot == SUBJECT and (passive or node.dep_ not in self._grammar.labels["subject"]):
                if entry.subject != "none":
                    slot = SUPPORT if entry.subject == "actor" else SUPPORT_RECIPIENT
                    lent.append(argument._replace(slot=slot, path=path))
            elif argument.slot not in {SUBJECT, OBJECT}:
                lent.append(argument._replace(path=path))
        return lent
