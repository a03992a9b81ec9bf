"""What scripts/fit.py learns from: annotated dispatches, single sentences, ordinary French; parsed once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from score import SETS, SHARED
from spacy.language import Language
from spacy.tokens import Doc

from legation.dispatch import Dispatch, text_id
from legation.reading.reader import Reader

DEVELOP = ("develop", "develop-news", "develop-pages", "develop-plain", "develop-web", "real-develop")
"""The sets that weights are fitted on."""
TOGETHER = 20
"""Sentences of ordinary French that make one dispatch."""
NEAR = 60
"""Characters within which a trigger is that of an annotated event, as for the scorer."""


class Gold:
    """The annotated events of one set, by document."""

    def __init__(self, name: str) -> None:
        self.events: dict[str, list[dict[str, Any]]] = {}
        for line in SETS[name][0].read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            self.events.setdefault(event["document"], [])
            if event.get("type"):
                self.events[event["document"]].append(event)

    def at(self, document: str, kind: str, start: int, sentence: tuple[int, int]) -> dict[str, Any] | None:
        """The event of a type told at an offset."""
        best: tuple[int, dict[str, Any]] | None = None
        for event in self.events.get(document, ()):
            if kind not in {event["type"], *event.get("also", [])}:
                continue
            for place in (event["trigger_start"], *event.get("other_mentions", [])):
                away = abs(place - start)
                if (away <= NEAR or sentence[0] <= place < sentence[1]) and (best is None or away < best[0]):
                    best = (away, event)
        return best[1] if best else None


class Remembering:
    """A parser that parses each sentence once, however often the sets are read."""

    def __init__(self, parser: Language) -> None:
        self._parser = parser
        self.vocab = parser.vocab
        self._known: dict[tuple[str, ...], Doc] = {}

    def make_doc(self, text: str) -> Doc:
        return self._parser.make_doc(text)

    def pipe(self, docs: Iterable[Doc], batch_size: int) -> Iterable[Doc]:
        waiting = list(docs)
        new = [d for d in waiting if _words(d) not in self._known]
        for doc in self._parser.pipe(new, batch_size=batch_size):
            self._known[_words(doc)] = doc
        return [self._known[_words(d)] for d in waiting]


def _words(doc: Doc) -> tuple[str, ...]:
    return (doc.text, *(t.text for t in doc))


def offsets(dispatch: Dispatch, reader: Reader) -> Callable[[int], int]:
    """From offsets into the clean text to offsets into the dispatch's."""
    from legation.reading.clean import clean  # noqa: PLC0415

    text = clean(dispatch)
    return lambda at: text.span(min(at, max(len(text.text) - 1, 0)), min(at + 1, len(text.text))).start


def single_sentences() -> Iterable[tuple[str, Dispatch, str]]:
    """The single sentences to develop on: a group of ten for cross-validation, the sentence, the type wanted."""
    path = Path(__file__).parent.parent / "evaluation/single_develop.tsv"
    for i, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:]):
        kind, *_, sentence = line.split("\t")
        yield f"single{i // 10}", Dispatch(id=text_id(sentence), text=sentence, source=str(i), language="fr"), kind


def ordinary() -> Iterable[tuple[str, Dispatch]]:
    """Ordinary French as dispatches, each with a name of its own."""
    for path in sorted((SHARED / "corpora").glob("ordinary_french_*.txt")):
        for dispatch in ordinary_dispatches(path):
            yield dispatch.source, dispatch


def ordinary_dispatches(path: Path) -> Iterable[Dispatch]:
    """The sentences of a file, a line each, read as dispatches of so many."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for i in range(0, len(lines), TOGETHER):
        text = "\n".join(lines[i : i + TOGETHER])
        yield Dispatch(id=text_id(text), text=text, source=f"{path.stem}{i}", language="fr")
