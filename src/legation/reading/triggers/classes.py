"""Which class a noun is of: what decides that an object makes one type and not another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.language.words import split_words
from legation.reading.sentence_words import lowered_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE: frozenset[str] = frozenset()


class Classes:
    """Which object classes a noun belongs to, by its words."""

    def __init__(self, pack: LanguagePack) -> None:
        self._groups: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
        single: dict[str, set[str]] = {}
        named = dict(pack.lexicon.classes)
        bare: dict[str, set[str]] = {}
        conditions = [(*e.object, *e.object_not, *e.subject_not) for e in pack.lexicon.triggers]
        conditions += [s.nouns for s in pack.lexicon.support]
        for words in conditions:
            for word in words:
                if not word.startswith("@"):
                    bare.setdefault(word, set()).add(word)
        for name, nouns in (*named.items(), *bare.items()):
            for noun in nouns:
                forms = pack.inflection.noun_forms(" ".join(w.lower for w in split_words(noun)))
                for first in forms[0]:
                    if len(forms) == 1:
                        single.setdefault(first, set()).add(name)
                    else:
                        self._groups.setdefault(first, []).append((forms, name))
        self._single = {word: frozenset(classes) for word, classes in single.items()}

    def of(self, token: Token) -> frozenset[str]:
        """The classes of the noun group that begins at a token; looked up once a token."""
        known: dict[int, frozenset[str]] = token.doc.user_data.setdefault("classes", {})
        if token.i not in known:
            known[token.i] = self._looked_up(lowered_words(token.doc), token.i)
        return known[token.i]

    def _looked_up(self, words: Sequence[str], at: int) -> frozenset[str]:
        alone = self._single.get(words[at], _NONE)
        groups = self._groups.get(words[at])
        if groups is None:
            return alone
        fitting = (
            name
            for forms, name in groups
            if at + len(forms) <= len(words) and all(words[at + k] in forms[k] for k in range(1, len(forms)))
        )
        return alone.union(fitting)
