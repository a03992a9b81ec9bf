"""Which class a noun is of: what decides that an object makes one type and not another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.language.words import split_words

if TYPE_CHECKING:
    from spacy.tokens import Token


class Classes:
    """Which object classes a noun belongs to, by its words."""

    def __init__(self, pack: LanguagePack) -> None:
        self._patterns: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
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
                    self._patterns.setdefault(first, []).append((forms, name))

    def of(self, token: Token) -> frozenset[str]:
        """The classes of the noun group that begins at a token; looked up once a token."""
        known: dict[int, frozenset[str]] = token.doc.user_data.setdefault("classes", {})
        if token.i not in known:
            known[token.i] = frozenset(self._looked_up(token))
        return known[token.i]

    def _looked_up(self, token: Token) -> Iterator[str]:
        doc = token.doc
        for forms, name in self._patterns.get(token.lower_, ()):
            if token.i + len(forms) <= len(doc) and all(
                doc[token.i + k].lower_ in forms[k] for k in range(1, len(forms))
            ):
                yield name
