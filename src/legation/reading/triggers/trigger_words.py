"""The words around a trigger: fixed words, classes of objects, nouns that the parser hung elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.language.words import split_words
from legation.reading.arguments import Grammar
from legation.reading.sentence_words import lowered_words, words_of
from legation.reading.triggers.classes import Classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHIND = 16
"""Words behind a verb among which its object is looked for when the parser hung it elsewhere."""
_ENDS = {";", ":", "»", "”"}
_OPENING, _CLOSING = {"«", "“"}, {"»", "”"}
_PARTY, _PERSON = "@party", "@person"
"""Classes that every capitalised name belongs to."""
_NAME = "@name"
"""Stands among the classes of a word for its being such a name; no class is called so."""
_DEEPEST = 2
"""Steps from a noun to what it measures and to its coordinates."""


class TriggerWords:
    """Reads the words of entries; holds the classes and inflection of one language."""

    def __init__(self, pack: LanguagePack, grammar: Grammar) -> None:
        self.grammar = grammar
        self.classes = Classes(pack)
        self.transparent = {
            form for noun in pack.syntax.words["transparent_nouns"] for form in (noun, pack.inflection.plural_of(noun))
        }
        self._inflection = pack.inflection
        self._fixed: dict[str, tuple[frozenset[str], ...]] = {}
        self._meant: dict[tuple[str, ...], frozenset[str]] = {}

    def belongs(self, token: Token, wanted: Sequence[str]) -> bool:
        """Whether a noun, or what it measures ("une centaine de soldats"), or a coordinate is of a wanted class."""
        return not self._classes_meant(tuple(wanted)).isdisjoint(self._reached(token))

    def may_belong(self, doc: Doc, wanted: tuple[str, ...]) -> bool:
        """Whether any word of a sentence is of a wanted class: where none is, `belongs` is true of none."""
        here: frozenset[str] | None = doc.user_data.get("all classes")
        if here is None:
            here = doc.user_data["all classes"] = frozenset().union(*map(self._own_classes, doc))
        return not self._classes_meant(wanted).isdisjoint(here)

    def _classes_meant(self, wanted: tuple[str, ...]) -> frozenset[str]:
        """The classes that an entry's words name."""
        if wanted not in self._meant:
            named = {_NAME} if _PARTY in wanted or _PERSON in wanted else set()
            self._meant[wanted] = frozenset({word.removeprefix("@") for word in wanted} | named)
        return self._meant[wanted]

    def _own_classes(self, token: Token) -> frozenset[str]:
        classes = self.classes.of(token)
        named = token.pos_ == "PROPN" or (token.text[:1].isupper() and token.i > 0)
        return classes | {_NAME} if named else classes

    def _reached(self, token: Token) -> frozenset[str]:
        """The classes of a noun, of what it measures and of its coordinates; looked up once a token."""
        known: dict[int, frozenset[str]] = token.doc.user_data.setdefault("classes reached", {})
        if token.i not in known:
            known[token.i] = frozenset().union(*self._reach(token, 0))
        return known[token.i]

    def _reach(self, token: Token, depth: int) -> Iterator[frozenset[str]]:
        yield self._own_classes(token)
        for child in token.children if depth < _DEEPEST else ():
            coordinate = child.dep_ in self.grammar.labels["conjunct"]
            measured = (
                token.lower_ in self.transparent
                and child.dep_ in self.grammar.labels["oblique"]
                and self.grammar.preposition(child) in self.grammar.words["of_prepositions"] | {None}
            )
            if coordinate or measured:
                yield from self._reach(child, depth + 1)

    def fixed_words(self, token: Token, words: str) -> Token | None:
        """The last of an entry's fixed words, when they follow its head word closely; else None."""
        doc = token.doc
        if not self.all_present(doc, words):
            return None
        wanted = self._split(words)
        lowered = lowered_words(doc)
        for start in range(token.i + 1, min(token.i + 8, len(doc) - len(wanted) + 1)):
            if all(lowered[start + k] in wanted[k] for k in range(len(wanted))):
                return doc[start + len(wanted) - 1]
            if lowered[start] in {".", ";", "»"}:
                break
        return None

    def all_present(self, doc: Doc, words: str) -> bool:
        """Whether fixed words stand in a sentence at all, wherever: those of most entries do not."""
        here = words_of(doc)
        return all(not here.isdisjoint(forms) for forms in self._split(words))

    def _split(self, words: str) -> tuple[frozenset[str], ...]:
        """The forms that each of an entry's fixed words may take."""
        if words not in self._fixed:
            self._fixed[words] = tuple(self._forms_of(w.lower) for w in split_words(words))
        return self._fixed[words]

    def _forms_of(self, wanted: str) -> frozenset[str]:
        """Fixed words may agree ("se dit inquiète"), a preposition stand in any of its forms."""
        forms = {*self._inflection.agreeing(wanted), *self.grammar.syntax.prepositions.get(wanted, ())}
        if wanted in self.grammar.words["possessives"]:
            forms |= self.grammar.words["possessives"]
        return frozenset(forms)

    def nouns_behind(self, verb: Token) -> list[Token]:
        """What may be a verb's object though the parser hung it elsewhere: "a présenté mardi aux Indonésiens, au nom de
        la couronne, des excuses". Nouns without preposition, up to the next finite verb.
        """
        known: dict[int, list[int]] = verb.doc.user_data.setdefault("nouns behind", {})
        if verb.i not in known:
            known[verb.i] = [noun.i for noun in self._look_behind(verb)]
        return [verb.doc[i] for i in known[verb.i]]

    def _look_behind(self, verb: Token) -> list[Token]:
        helping = self.grammar.labels["auxiliary"] | self.grammar.labels["passive_auxiliary"]
        if self.grammar.is_noun(verb) or verb.dep_ in helping or self.grammar.passive(verb):
            return []
        found: list[Token] = []
        opened = False
        for token in verb.doc[verb.i + 1 : verb.i + 1 + _BEHIND]:
            if opened and token.text in _CLOSING:
                opened = False  # "a jugé « sans fondement » la décision"
                continue
            opened = opened or token.text in _OPENING
            if token.text in _ENDS or self.grammar.is_verb(token):
                break
            if token.pos_ == "NOUN" and self.grammar.preposition(token) is None:
                found.append(token)
        return found
