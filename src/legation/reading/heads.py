"""Trees turned the way the readers want them: nouns above their prepositions, predicates above their copulas.

The readers follow Universal Dependencies: a preposition hangs on its noun, "be" on what is said with it. Parsers of
another school (ClearNLP's labels) hang the noun on the preposition and the predicate on the verb. A language whose
parser does so tells its labels in syntax.toml, [heads]; for the others nothing is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from legation.language.syntax import Heads

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.types import Ints2d


class Rehanger:
    """Turns the trees of one language's parser."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads

    def turn(self, doc: Doc) -> Doc:
        """The same sentence with its tree turned, in place."""
        import numpy  # noqa: PLC0415  loaded with spaCy

        if not len(doc):
            return doc
        tree = _Tree([t.head.i for t in doc], [t.dep_ for t in doc], [t.lower_ for t in doc])
        self._mark_infinitives(tree)
        self._lower_prepositions(tree)
        self._lower_copulas(tree)
        rows = [
            (head - i, doc.vocab.strings.add(dep))
            for i, (head, dep) in enumerate(zip(tree.heads, tree.deps, strict=True))
        ]
        values = numpy.array([[offset % 2**64, dep] for offset, dep in rows], dtype=numpy.uint64)
        return doc.from_array(["HEAD", "DEP"], cast("Ints2d", values))

    def _mark_infinitives(self, tree: _Tree) -> None:
        for i, word in enumerate(tree.words):
            if word in self._heads.infinitive_marks and tree.deps[i] in self._heads.auxiliaries:
                tree.deps[i] = self._heads.infinitive_mark

    def _lower_prepositions(self, tree: _Tree) -> None:
        """ "talks with Kenya": Kenya hangs on talks as the preposition did, "with" on Kenya. Prepositions in a row
        ("according to") all hang on the noun.
        """
        objects, clauses = self._heads.preposition_objects, self._heads.preposition_clauses
        given = _Tree(list(tree.heads), list(tree.deps), tree.words)
        governing = {given.heads[i] for i, dep in enumerate(given.deps) if dep in objects | clauses}
        for i, dep in enumerate(given.deps):
            if dep not in objects | clauses:
                continue
            row = self._row(given, given.heads[i], governing)
            top = row[-1]
            tree.swap(i, top, given.deps[top] if dep in objects or tree.heads[top] == top else dep)
            for preposition in row:
                tree.move_children(preposition, i)
                tree.heads[preposition] = i
                tree.deps[preposition] = self._heads.preposition if dep in objects else self._heads.clause_mark

    def _row(self, given: _Tree, first: int, governing: set[int]) -> list[int]:
        """A preposition and those above it that govern nothing but it, the uppermost last."""
        row, known = [first], self._heads.prepositions
        while given.deps[row[-1]] in known:
            above = given.heads[row[-1]]
            if above in row or above in governing or given.deps[above] not in known:
                break
            row.append(above)
        return row

    def _lower_copulas(self, tree: _Tree) -> None:
        """ "is ready to help": ready is the head, "is" hangs on it. "There was a meeting": the meeting is subject."""
        for i, dep in enumerate(list(tree.deps)):
            verb = tree.heads[i]
            if dep not in self._heads.predicates or verb == i or tree.words[verb] not in self._heads.copulas:
                continue
            below = [k for k, head in enumerate(tree.heads) if head == verb and k != verb]
            if any(tree.deps[k] in self._heads.existential for k in below):
                tree.deps[i] = self._heads.existential_subject
                continue
            tree.swap(i, verb, tree.deps[verb])
            tree.move_children(verb, i)
            tree.heads[verb], tree.deps[verb] = i, self._heads.copula


class _Tree:
    """Heads (a root is its own), labels and words of a sentence, by position."""

    def __init__(self, heads: list[int], deps: list[str], words: list[str]) -> None:
        self.heads, self.deps, self.words = heads, deps, words

    def swap(self, lower: int, upper: int, label: str) -> None:
        """Hangs `lower` where `upper` hangs."""
        self.heads[lower] = lower if self.heads[upper] == upper else self.heads[upper]
        self.deps[lower] = label

    def move_children(self, old: int, new: int) -> None:
        """Hangs what hangs on `old` on `new`."""
        for k, head in enumerate(self.heads):
            if head == old and k not in {old, new}:
                self.heads[k] = new
