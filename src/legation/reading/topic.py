"""The veto of other topics: sport and markets speak of attacks, meetings and retreats too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.language.topics import Topic
from legation.language.words import split_words
from legation.reading.view import View

_WINDOW = 1
"""Sentences before and after that count with a sentence."""
_ENOUGH = 3
"""Distinct words of one topic in that window that make a sentence its own."""

_WHOLE, _SHARE = 5, 0.3
"""Distinct words of one topic, and the share of its sentences that hold any, by which a whole dispatch is its own."""


class TopicVeto:
    """Knows the words of other topics."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self._single: dict[str, str] = {}
        self._phrases: list[tuple[tuple[str, ...], str]] = []
        for name, topic in topics.items():
            for phrase in topic.words:
                words = tuple(w.lower for w in split_words(phrase))
                if len(words) == 1:
                    self._single[words[0]] = name
                else:
                    self._phrases.append((words, name))

    def vetoed(self, views: Sequence[View]) -> set[int]:
        """Positions of the sentences that belong to another topic."""
        found = [self._words_of(view) for view in views]
        if self._of_one_topic(found):
            return {view.index for view in views}
        out = set()
        for i in range(len(views)):
            near: dict[str, set[str]] = {}
            for words in found[max(0, i - _WINDOW) : i + _WINDOW + 1]:
                for topic, word in words:
                    near.setdefault(topic, set()).add(word)
            if found[i] and any(len(words) >= _ENOUGH for words in near.values()):
                out.add(i)
        return out

    def _of_one_topic(self, found: Sequence[set[tuple[str, str]]]) -> bool:
        """Whether a dispatch as a whole is about another topic."""
        words: dict[str, set[str]] = {}
        sentences: dict[str, int] = {}
        for here in found:
            for topic, word in here:
                words.setdefault(topic, set()).add(word)
            for topic in {topic for topic, _ in here}:
                sentences[topic] = sentences.get(topic, 0) + 1
        return any(len(words[t]) >= _WHOLE and sentences[t] >= _SHARE * len(found) for t in words)

    def _words_of(self, view: View) -> set[tuple[str, str]]:
        lowered = tuple(w.lower for w in view.words)
        found = {(self._single[w], w) for w in lowered if w in self._single}
        for words, name in self._phrases:
            if words[0] in lowered and any(
                lowered[k : k + len(words)] == words for k in range(len(lowered) - len(words) + 1)
            ):
                found.add((name, " ".join(words)))
        return found
