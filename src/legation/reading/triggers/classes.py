"""Which class a noun is of: what decides that an object makes one type and not another.

No list is ever whole. A noun that stands in none of the lists is of the classes whose nouns its word vector is likest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legation.language.pack import LanguagePack
from legation.language.words import split_words

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token
    from spacy.vocab import Vocab

_LIKE = 0.70
"""Likeness (mean cosine with the three likest nouns of a class) from which an unlisted noun is taken for one of it."""
_MARGIN = 0.06
"""How far below the likest class another may lie and still count."""
_LIKEST = 3
_FEWEST = 4
"""Nouns with a vector that a class needs to be compared with."""


class Classes:
    """Which object classes a noun belongs to, by its words, else by its likeness to theirs."""

    def __init__(self, pack: LanguagePack, vocab: Vocab | None = None) -> None:
        self._vocab = vocab
        self._guessed: dict[str, frozenset[str]] = {}
        self._nouns = {name: sorted(nouns) for name, nouns in pack.lexicon.classes.items()}
        self._vectors: dict[str, NDArray[np.float32]] | None = None
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
        """The classes of the noun group that begins at a token."""
        found = set()
        for forms, name in self._patterns.get(token.lower_, ()):
            if all(
                token.i + k < len(token.doc) and token.doc[token.i + k].lower_ in forms[k] for k in range(1, len(forms))
            ):
                found.add(name)
        return frozenset(found) if found else self._alike(token)

    def _alike(self, token: Token) -> frozenset[str]:
        """The classes of a noun that no list holds."""
        if self._vocab is None or token.pos_ != "NOUN":
            return frozenset()
        word = token.lower_
        if word not in self._guessed:
            self._guessed[word] = self._guess(word)
        return self._guessed[word]

    def _guess(self, word: str) -> frozenset[str]:
        vector = self._vector(word)
        if vector is None:
            return frozenset()
        if self._vectors is None:
            self._vectors = {name: m for name, nouns in self._nouns.items() if (m := self._matrix(nouns)) is not None}
        likeness = {
            name: float(np.sort(matrix @ vector)[-_LIKEST:].mean()) for name, matrix in self._vectors.items()
        }
        least = max(_LIKE, max(likeness.values(), default=0.0) - _MARGIN)
        return frozenset(name for name, value in likeness.items() if value >= least)

    def _matrix(self, nouns: list[str]) -> NDArray[np.float32] | None:
        vectors = [v for noun in nouns if " " not in noun and (v := self._vector(noun)) is not None]
        return np.array(vectors) if len(vectors) >= _FEWEST else None

    def _vector(self, word: str) -> NDArray[np.float32] | None:
        assert self._vocab is not None
        vector = self._vocab.get_vector(word)
        length = float(np.linalg.norm(vector))
        return np.asarray(vector / length, dtype=np.float32) if length else None
