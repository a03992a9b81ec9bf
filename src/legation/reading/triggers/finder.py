"""Finds triggers in parsed sentences by word form; the parse decides between verb and noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.language.inflection import Feature
from legation.language.pack import LanguagePack
from legation.language.triggers import Trigger
from legation.language.words import split_words
from legation.reading.arguments import CONTENT, OBJECT, SUBJECT, SUPPORT, Argument, Grammar
from legation.reading.sentence_words import lowered_words, words_of
from legation.reading.triggers.entries import OtherEntry, VerbEntry, specificity, stand_at, word_forms
from legation.reading.triggers.hit import Hit
from legation.reading.triggers.telltales import Telltales
from legation.reading.triggers.trigger_words import TriggerWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_FINITE: frozenset[Feature] = frozenset({"present", "imperfect", "past", "future"})


class TriggerFinder(TriggerWords):
    """Finds triggers in parsed sentences; holds the lexicon of one language by word form."""

    def __init__(self, pack: LanguagePack, grammar: Grammar) -> None:
        super().__init__(pack, grammar)
        self._lexicon = pack.lexicon
        self._support = frozenset(f for s in pack.lexicon.support for f in pack.inflection.verb_forms(s.verb))
        self._verbs: dict[str, list[VerbEntry]] = {}
        # A verb has dozens of forms and dozens of entries: its forms share one table of entries by their fixed word.
        self._bound: dict[str, list[tuple[frozenset[Feature], dict[str, list[tuple[int, Trigger]]]]]] = {}
        self._others: dict[str, list[OtherEntry]] = {}
        self._groups: dict[str, dict[str, list[OtherEntry]]] = {}
        features_of: dict[str, set[Feature]] = {}
        by_verb: dict[str, dict[str, list[tuple[int, Trigger]]]] = {}
        for order, entry in enumerate(pack.lexicon.triggers):
            if entry.verb:
                keys = max(self._split(entry.with_), key=lambda own: max(map(len, own))) if entry.with_ else ()
                for key in keys:
                    by_verb.setdefault(entry.verb, {}).setdefault(key, []).append((order, entry))
                for form, features in pack.inflection.verb_forms(entry.verb).items():
                    features_of.setdefault(form, set()).update(features)
                    if not keys:
                        self._verbs.setdefault(form, []).append(VerbEntry(order, entry, features))
            else:
                other = OtherEntry(order, entry, word_forms(entry, pack))
                for first in other.forms[0]:
                    if len(other.forms) == 1:
                        self._others.setdefault(first, []).append(other)
                    else:
                        for second in other.forms[1]:
                            self._groups.setdefault(first, {}).setdefault(second, []).append(other)
        for verb, by_key in by_verb.items():
            for form, features in pack.inflection.verb_forms(verb).items():
                self._bound.setdefault(form, []).append((features, by_key))
        self._features = {form: frozenset(features) for form, features in features_of.items()}
        self.telltales = Telltales(pack, self._split)

    def find(self, doc: Doc) -> list[Hit]:
        """The triggers of one parsed sentence, at most one a word, in order."""
        hits: list[Hit] = []
        taken: set[int] = set()
        for token in doc:
            if token.i in taken:
                continue
            hit = self._best(token)
            if hit is not None:
                hits.append(hit)
                taken.update(range(hit.token.i, hit.last.i + 1))
        return hits

    def _best(self, token: Token) -> Hit | None:
        lowered = lowered_words(token.doc)
        form = lowered[token.i]
        options: list[tuple[int, Hit]] = []
        for _, entry, forms in self._possible_others(form, lowered, token.i):
            if self._may_fire(entry, token.doc) and (hit := self._other(token, entry, forms)) is not None:
                options.append((specificity(entry) + len(forms), hit))
        verbs = [verb for verb in self._possible(form, token.doc) if self._may_fire(verb.entry, token.doc)]
        if verbs and self._verbal(token, self._features[form]):
            arguments = tuple(self.grammar.arguments(token))
            reflexive = self.grammar.reflexive(token)
            for _, entry, own in verbs:
                hit = self._verb(token, entry, own, arguments, reflexive=reflexive)
                if hit is not None:
                    options.append((specificity(entry) + 1, hit))
        return max(options, key=lambda o: o[0])[1] if options else None

    def _may_fire(self, entry: Trigger, doc: Doc) -> bool:
        """Whether anything in a sentence could be what an entry asks of its object."""
        return not entry.object or self.may_belong(doc, entry.object)

    def _possible_others(self, form: str, lowered: list[str], at: int) -> list[OtherEntry]:
        """The entries that are no verbs and whose words stand at a place of the sentence, in the lexicon's order."""
        found = self._others.get(form, [])
        groups = self._groups.get(form)
        if groups is None or at + 1 >= len(lowered):
            return found
        longer = [g for g in groups.get(lowered[at + 1], ()) if stand_at(g.forms, lowered, at)]
        return sorted((*found, *longer), key=lambda other: other.order) if longer else found

    def _possible(self, form: str, doc: Doc) -> list[VerbEntry]:
        """The verbal entries of a form whose fixed words stand in the sentence, in the lexicon's order."""
        found = self._verbs.get(form, [])
        bound = self._bound.get(form)
        if bound is None:
            return found
        words = words_of(doc)
        likely = {
            order: VerbEntry(order, entry, features)
            for features, by_key in bound
            for key in by_key.keys() & words
            for order, entry in by_key[key]
        }
        fixed = [v for v in likely.values() if self.all_present(doc, v.entry.with_ or "")]
        return sorted((*found, *fixed), key=lambda verb: verb.order) if fixed else found

    def _verbal(self, token: Token, features: frozenset[Feature]) -> bool:
        """Whether a word that may be a verb is one here."""
        if self.grammar.is_verb(token) or self._only_verb(token, features):
            return True
        before = token.doc[token.i - 1] if token.i else None
        if "past_participle" in features and (
            token.pos_ == "ADJ" or (before is not None and before.dep_ in self.grammar.labels["auxiliary"])
        ):
            return True
        if before is None or (
            "present" not in features and "present_participle" not in features and "past" not in features
        ):
            return False
        if any(c.dep_ in self.grammar.labels["determiner"] | self.grammar.labels["case"] for c in token.children):
            return False
        if token.pos_ == "ADP":
            return False  # "la lutte contre le terrorisme"
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        article = following is not None and following.lower_ in self.grammar.words["articles"]
        if article and before.pos_ in {"PROPN", "NOUN", "ADJ"} and "present" in features:
            return True
        clitic = (
            before.lower_ in self.grammar.words["reflexive"] or before.lower_ in self.grammar.words["person_singular"]
        )
        return clitic or (
            before.pos_ in {"PROPN", "NOUN", "ADJ"}
            and token.pos_ not in {"PROPN", "ADP"}
            and token.i + 1 < len(token.doc)
            and token.doc[token.i + 1].pos_ in {"DET", "ADP", "PROPN", "SCONJ"}
            and token.pos_ != "NOUN"
        )

    def _only_verb(self, token: Token, features: frozenset[Feature]) -> bool:
        """ "Belgrade relâche trois policiers": where the parser found no finite verb at all, a form that is one."""
        if token.i == 0 or not features & _FINITE or self.grammar.has_finite(token.doc):
            return False
        before = token.doc[token.i - 1]
        closed = self.grammar.words["determiners"] | self.grammar.words["contracted"]
        return before.lower_ not in closed and before.pos_ not in {"ADP", "DET"}

    def _verb(
        self,
        token: Token,
        entry: Trigger,
        features: frozenset[Feature],
        arguments: tuple[Argument, ...],
        *,
        reflexive: bool,
    ) -> Hit | None:
        if entry.reflexive is not None and entry.reflexive != reflexive:
            return None
        last = token
        if entry.with_:
            end = self.fixed_words(token, entry.with_)
            if end is None:
                return None
            last = end
        if not self._neighbours_allow(token, last, entry):
            return None
        if last != token:
            arguments = (*arguments, *self.grammar.below(token, last, arguments))
        if not entry.object and not entry.with_ and self._merely_described(token, features, arguments):
            return None
        if token.dep_ in self.grammar.labels["adjective"] and not features & _FINITE and not any(token.children):
            return None  # "ministre délégué"
        objects = self._objects(entry, last, arguments)
        if entry.object and not any(self.belongs(o, entry.object) for o in objects):
            return None
        if entry.object_not and any(self.belongs(o, entry.object_not) for o in objects):
            return None
        if entry.subject_not and any(
            a.slot == "subject" and self.belongs(a.token, entry.subject_not) for a in arguments
        ):
            return None
        if entry.needs and not any(a.slot in entry.needs for a in arguments):
            return None
        return Hit(entry, self._lexicon.frame_of(entry), token, last, arguments, features)

    def _merely_described(self, token: Token, features: frozenset[Feature], arguments: tuple[Argument, ...]) -> bool:
        """ "lourdement armé", "les groupes armés": a participle on a noun without an agent tells of no act."""
        if "past_participle" not in features or not self.grammar.bare_participle(token):
            return False
        adnominal = token.dep_ in self.grammar.labels["participle_clause"] | self.grammar.labels["adjective"]
        return adnominal and not any(a.path == "agent" for a in arguments)

    def _objects(self, entry: Trigger, last: Token, arguments: tuple[Argument, ...]) -> list[Token]:
        """What an entry's object condition looks at: the object; what the last fixed preposition governs; for a verb
        that takes no object, its other complements.
        """
        if entry.with_:
            governed = self._governed_by(last, entry.with_, arguments)
            if governed:
                return governed
        objects = [a.token for a in arguments if a.slot == OBJECT and a.token.i not in range(last.i, last.i + 1)]
        if entry.object and not any(self.belongs(o, entry.object) for o in objects):
            return objects + self.nouns_behind(last)
        if objects or entry.object:
            return objects
        return [a.token for a in arguments if a.slot not in {SUBJECT, CONTENT}]

    def _governed_by(self, last: Token, words: str, arguments: tuple[Argument, ...]) -> list[Token]:
        base = next((b for b in self.grammar.syntax.prepositions if words == b or words.endswith(" " + b)), None)
        if base is None:
            return []
        after = [a.token for a in arguments if a.token.i > last.i and a.slot in {base, CONTENT}]
        following = last.doc[last.i + 1 : last.i + 4]
        nouns = [t for t in following if self.grammar.is_noun(t) or "infinitive" in self._features_of(t)]
        return after or nouns[:1]

    def _features_of(self, token: Token) -> frozenset[Feature]:
        return self._features.get(token.lower_, frozenset())

    def _other(self, token: Token, entry: Trigger, forms: tuple[frozenset[str], ...]) -> Hit | None:
        last = token if len(forms) == 1 else token.doc[token.i + len(forms) - 1]
        head = self._head(token, last)
        if entry.kind == "noun" and not self._nominal(head):
            return None
        if not self._neighbours_allow(token, last, entry):
            return None
        arguments = tuple(self.grammar.noun_arguments(head, last) if entry.kind == "noun" else self._predicate(head))
        governing = {SUBJECT} if entry.kind == "adjective" else self.grammar.words["of_prepositions"]
        below = [a.token for a in arguments if a.slot in governing]
        if entry.with_:
            end = self.fixed_words(last, entry.with_)
            if end is None:
                return None
            last = end
            below = self._objects(entry, last, arguments)
        if entry.object and not any(self.belongs(b, entry.object) for b in below):
            return None
        if entry.object_not and any(self.belongs(b, entry.object_not) for b in below):
            return None
        labels = self.grammar.labels
        carried = (
            SUPPORT in entry.needs
            and head.head.lower_ in self._support
            and head.dep_ in labels["object"] | labels["passive_subject"]
        )
        if entry.needs and not carried and not any(a.slot in entry.needs for a in arguments):
            return None
        return Hit(entry, self._lexicon.frame_of(entry), head, last, arguments, frozenset())

    def _predicate(self, head: Token) -> list[Argument]:
        """Arguments of a predicative adjective; what the parser took for a passive subject is its subject."""
        found = [
            a._replace(slot=self.grammar.preposition(a.token) or a.slot) if a.path == "agent" else a
            for a in self.grammar.arguments(head)
        ]
        if not any(a.slot == SUBJECT for a in found):
            found += [a._replace(slot=SUBJECT) for a in found if a.slot == OBJECT]
        return found

    def _head(self, first: Token, last: Token) -> Token:
        inside = range(first.i, last.i + 1)
        return next((t for t in first.doc[first.i : last.i + 1] if t.head.i not in inside or t.head == t), first)

    def _nominal(self, token: Token) -> bool:
        """Whether a word is a noun here; a determiner before it outweighs the parser."""
        if self.grammar.is_noun(token):
            return True
        before = token.doc[token.i - 1] if token.i else None
        if before is not None and (
            before.lower_ in self.grammar.words["determiners"] | self.grammar.words["contracted"]
        ):
            return True
        return token.pos_ in {"ADJ", "X"} or before is None

    def _neighbours_allow(self, token: Token, last: Token, entry: Trigger) -> bool:
        lowered = lowered_words(token.doc)
        if entry.not_after and not set(entry.not_after).isdisjoint(lowered[max(0, token.i - 2) : token.i]):
            return False
        vetoes = ([v.lower for v in split_words(w)] for w in entry.not_before)
        return not any(lowered[last.i + 1 : last.i + 1 + len(veto)] == veto for veto in vetoes)
