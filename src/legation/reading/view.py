"""One sentence with all that is known of it: its parse, its mentions, where each stands in the clean text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legation.language.words import Word
from legation.reading.mentions import Mention
from legation.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_OPEN, _CLOSE, _EITHER = "«“", "»”", '"'


@dataclass(slots=True)
class View:
    """A sentence under the eyes of the readers. `doc` is None when the gate kept it from the parser."""

    index: int
    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    mentions: list[Mention]
    doc: Doc | None = None
    joiners: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    _by_token: dict[int, Mention] = field(default_factory=dict)
    _tokens: dict[int, list[Token]] = field(default_factory=dict)
    _begins: list[int] = field(default_factory=list)

    def start_of(self, token: Token) -> int:
        """Where a token begins in the clean text."""
        return self.sentence.start + token.idx

    def end_of(self, token: Token) -> int:
        """Where a token ends in the clean text (exclusive)."""
        return self.sentence.start + token.idx + len(token)

    def words_from(self, start: int, end: int) -> range:
        """The indexes of the tokens that begin within a stretch of the clean text (end exclusive)."""
        if self.doc is None:
            return range(0)
        self._begins = self._begins or [token.idx for token in self.doc]
        first, last = (bisect_left(self._begins, at - self.sentence.start) for at in (start, end))
        return range(first, last)

    def words_at(self, start: int, end: int) -> range:
        """The indexes of the tokens that a stretch of the clean text (end exclusive) touches."""
        inside = self.words_from(start, end)
        before = inside.start - 1
        reaches = self.doc is not None and before >= 0 and self.end_of(self.doc[before]) > start
        return range(before, inside.stop) if reaches else inside

    def quoted_at(self, at: int) -> bool:
        """Whether an offset into the clean text stands inside a quotation."""
        before = self.text[: at - self.sentence.start]
        opened, closed = max(map(before.rfind, _OPEN)), max(map(before.rfind, _CLOSE))
        if opened > closed or (self.sentence.quoted and closed < 0):
            return True
        first = self.text.find(_EITHER)
        goes_on = first > 0 and not self.text[first - 1].isspace() and self.text.count(_EITHER) % 2 == 1
        return (before.count(_EITHER) + goes_on) % 2 == 1

    def align(self) -> None:
        """Ties mentions to tokens, once both are there."""
        self._by_token, self._tokens, self._begins = {}, {}, []
        if self.doc is None:
            return
        mentions = list(self.mentions)
        for token in self.doc if mentions else ():
            start = self.start_of(token)
            end = start + len(token)
            for mention in mentions:
                if mention.start < end and start < mention.end:
                    self._by_token[token.i] = mention
                    self._tokens.setdefault(id(mention), []).append(token)
                    break

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that covers a token, if any."""
        return self._by_token.get(token.i)

    def coordinated(self, mention: Mention) -> list[Mention]:
        """The mentions in one enumeration with a mention ("le Brésil, la Colombie et Cuba"), itself included.

        An enumeration ends in "et"; between its members stand only commas, articles and prepositions.
        """
        position = next((i for i, m in enumerate(self.mentions) if m is mention), None)
        if position is None:
            return [mention]
        first = last = position
        joins: list[str] = []
        while first > 0 and (join := self._join(self.mentions[first - 1], self.mentions[first])):
            if join == "and" and joins:
                break  # "sur le dialogue entre X et Y, Z a…": what stands behind the last member is none
            joins.append(join)
            first -= 1
        while "and" not in joins and last + 1 < len(self.mentions):
            join = self._join(self.mentions[last], self.mentions[last + 1])
            if not join:
                break
            joins.append(join)
            last += 1
        return self.mentions[first : last + 1] if "and" in joins else [mention]

    def _join(self, one: Mention, other: Mention) -> str:
        if not one.codes or not other.codes or "adjective" in {one.kind, other.kind} or one.placed != other.placed:
            return ""
        between = [w.lower for w in self.words if one.end <= w.start and w.end <= other.start]
        rest = [w for w in between if w not in self.fillers]
        if rest == [","]:
            return "comma"
        return "and" if rest and all(w in self.joiners or w == "," for w in rest) else ""

    def tokens_of(self, mention: Mention) -> Sequence[Token]:
        """The tokens that a mention covers."""
        return self._tokens.get(id(mention), ())

    def head_of(self, mention: Mention) -> Token | None:
        """The token by which a mention hangs in the tree."""
        inside = self.tokens_of(mention)
        indexes = {t.i for t in inside}
        return next((t for t in inside if t.head.i not in indexes or t.head == t), None)
