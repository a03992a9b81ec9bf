"""Personal names among the words of a sentence: where they begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.pack import LanguagePack
from legation.language.words import Word
from legation.reading.names import NameIndex

_LONGEST = 6
"""Words of a name."""
_NAMED_AFTER_PEOPLE = {"organisation", "seat"}
"""Kinds of names that can also be the surname of whoever has a first name before it."""


class PersonNames:
    """Reads personal names; holds the dictionary of one language pack."""

    def __init__(self, pack: LanguagePack, index: NameIndex) -> None:
        self._index = index
        self._words = pack.syntax.words

    def past_honorifics(self, words: Sequence[Word], at: int) -> int:
        """The first word after titles of courtesy ("M.", "Son Excellence")."""
        table = self._words["honorifics"]
        while at < len(words):
            stop = at + 1 < len(words) and words[at + 1].text == "."
            if stop and words[at].lower + "." in table and words[at].capital:
                at += 2
            elif words[at].lower in table:
                at += 1
            elif at + 1 < len(words) and f"{words[at].lower} {words[at + 1].lower}" in table:
                at += 2
            else:
                break
        return at

    def name_end(self, words: Sequence[Word], start: int) -> int:
        """Where a personal name that begins at word `start` ends (exclusive); `start` when there is none."""
        end = start
        while end < len(words) and end - start < _LONGEST:
            word = words[end]
            if self._is_initial(words, end):
                end += 2
            elif elided := self._elided(words, end, first=end == start):
                end += elided
            elif (_is_name_word(word) and not self._is_no_name(words, end, first=end == start)) or (
                end > start
                and word.lower.rstrip("'") in self._words["name_particles"]
                and end + 1 < len(words)
                and _is_name_word(words[end + 1])
                and words[end + 1].start - word.end <= 1
                and self._index.match(words, end + 1) is None
            ):
                end += 1
            else:
                break
        while end > start and not _is_name_word(words[end - 1]):
            end -= 1
        return end

    def _is_initial(self, words: Sequence[Word], at: int) -> bool:
        """ "J. Stoltenberg", "A. G. Lukas"."""
        if len(words[at].text) != 1 or not words[at].capital or at + 2 >= len(words) or words[at + 1].text != ".":
            return False
        after = words[at + 2]
        return words[at + 1].start == words[at].end and after.capital and after.lower not in self._words["not_names"]

    def _elided(self, words: Sequence[Word], at: int, *, first: bool) -> int:
        """How many words "N'Diaye" or "Sassou-N'Guesso" is: a capital before the apostrophe and behind it."""
        opening = words[at].text.rpartition("-")[2].lower()
        end = at + 1
        if "'" not in opening and end < len(words) and words[end].text == "'" and words[end].start == words[at].end:
            opening, end = opening + "'", end + 1
        known = opening in self._words.get("name_elisions", frozenset())
        apart = first and words[at].lower in self._words["contracted"] | self._words["determiners"]
        named = apart or self._index.match(words, at) is not None  # "N'Djamena"
        if not known or named or end >= len(words) or not words[at].capital or not words[end].capital:
            return 0
        return end + 1 - at if words[end].start == words[end - 1].end else 0

    def _is_no_name(self, words: Sequence[Word], at: int, *, first: bool) -> bool:
        word = words[at]
        if word.lower in self._words["determiners"] or word.lower in self._words["person_singular"]:
            return True
        if word.lower in self._words["not_names"]:
            return True
        hit = self._index.match(words, at)
        if hit is None:
            return False
        if hit[0].kind in {"office", "institution", "group"}:
            return word.lower != word.text.lower() or first or hit[1] > 1
        if hit[0].kind in _NAMED_AFTER_PEOPLE and not first and hit[1] == 1 and not word.text.isupper():
            return False  # "Thérèse Kayikwamba Wagner"
        return hit[0].kind not in {"adjective", "city"} or (first and hit[0].kind in {"state", "organisation"})

    def name_start(self, words: Sequence[Word], end: int) -> int | None:
        """Where a full name (two words or more) that ends before word `end` begins."""
        for begin in range(max(0, end - 5), end - 1):
            if words[begin].capital and self.name_end(words[:end], begin) == end:
                return begin
        return None


def _is_name_word(word: Word) -> bool:
    """A capitalised word, or one with a capital behind a joined particle ("al-Soudani")."""
    if not word.text[0].isalpha() or word.lower.endswith("'"):
        return False
    return word.capital or any(part[:1].isupper() for part in word.text.split("-")[1:])


def joined_words(words: Sequence[Word]) -> str:
    """The words as they stood: a space only where one parted them."""
    text = ""
    for i, word in enumerate(words):
        text += (" " if i and words[i - 1].end < word.start else "") + word.text
    return text
