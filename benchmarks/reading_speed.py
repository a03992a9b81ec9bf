"""How fast French is read: words per second and peak memory of spaCy's pipeline, of our gate and of our reading.

    python benchmarks/reading_speed.py [--words N]

Everything runs on the same text, in one process and thread, one after the other: (a) ordinary French of the shared
corpora, ten sentences a dispatch; (b) the annotated dispatches of evaluation/written. Words are those of
`legation.language.words`. Peak memory is the process's highest so far, so a row tells what was needed up to it.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from legation.dispatch import Dispatch, text_id
from legation.language.pack import LanguagePack, load_pack
from legation.language.words import split_words
from legation.reading.gate import passing
from legation.reading.reader import Reader
from legation.reading.sentences import find_sentences

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
WRITTEN = ROOT / "evaluation" / "written"
_PER_DISPATCH = 10
"""Sentences of ordinary French that make one dispatch."""


class Row(NamedTuple):
    """One measurement."""

    name: str
    words_per_second: float
    seconds: float
    peak: float


def ordinary_french(words: int) -> list[str]:
    """Dispatches made of ordinary sentences, up to so many words; none when the corpora are not there."""
    paths = sorted(CORPORA.glob("ordinary_french_*.txt"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = ["\n".join(lines[i : i + _PER_DISPATCH]) for i in range(0, len(lines), _PER_DISPATCH)]
    return list(_up_to(texts, words))


def written_dispatches(words: int) -> list[str]:
    """The annotated dispatches, over and over up to so many words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(WRITTEN.glob("*/*.txt"))]
    total = sum(map(count, texts))
    return list(_up_to(texts * (words // total + 1), words)) if total else []


def _up_to(texts: list[str], words: int) -> Iterator[str]:
    for text in texts:
        if words <= 0:
            return
        words -= count(text)
        yield text


def count(text: str) -> int:
    """Words of a text."""
    return len(split_words(text))


def timed(name: str, words: int, work: Callable[[], object]) -> Row:
    """Runs once and measures."""
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    return Row(name, words / seconds, seconds, peak_megabytes())


def peak_megabytes() -> float:
    """The highest resident memory of this process so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(texts: list[str], pack: LanguagePack, reader: Reader, full: Language) -> tuple[list[Row], float]:
    """The rows for one text, and the share of its words that pass the gate."""
    dispatches = [Dispatch(id=text_id(t), text=t, source=str(i), language=pack.code) for i, t in enumerate(texts)]
    sentences = [t[s.start : s.end] for t in texts for s in find_sentences(t, pack.syntax)]
    words = sum(map(count, texts))
    passed = [0]

    def gate() -> None:
        passed[0] = 0
        for dispatch in dispatches:
            views = reader._prepare(dispatch)[-1]
            passed[0] += sum(len(view.words) for view in passing(views, reader._telling))

    def parse(disabled: list[str]) -> None:
        with full.select_pipes(disable=disabled):
            for _ in full.pipe(sentences, batch_size=64):
                pass

    parse([])  # the first texts fill the vocabulary
    next(reader.read_many(dispatches[:1]))
    rows = [
        timed(f"{pack.syntax.models[0]}, full", words, lambda: parse([])),
        timed(f"{pack.syntax.models[0]} without ner", words, lambda: parse(["ner"])),
        timed("our gate alone", words, gate),
        timed("our reading", words, lambda: list(reader.read_many(dispatches))),
    ]
    return rows, passed[0] / words


def print_table(title: str, texts: list[str], rows: list[Row], through: float) -> None:
    """One table: words per second, the ratio to the full pipeline, seconds, peak memory."""
    words = sum(map(count, texts))
    print(f"\n{title}: {words:,} words in {len(texts)} dispatches; {through:.0%} of the words pass the gate")
    print(f"{'':34}{'words/s':>10}{'ratio':>8}{'seconds':>10}{'peak MB':>10}")
    for row in rows:
        ratio = row.words_per_second / rows[0].words_per_second
        print(f"{row.name:34}{row.words_per_second:>10,.0f}{ratio:>8.2f}{row.seconds:>10.1f}{row.peak:>10,.0f}")


def main() -> int:
    """Measures and prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=30_000, help="about how many words of each text")
    words = parser.parse_args().words
    import spacy  # noqa: PLC0415

    pack = load_pack("fr")
    reader = Reader(pack)
    full = spacy.load(pack.syntax.models[0])
    if texts := ordinary_french(words):
        print_table("(a) ordinary French", texts, *measure(texts, pack, reader, full))
    else:
        print(f"(a) ordinary French: skipped, {CORPORA.parent.name}/{CORPORA.name} is not beside the project")
    texts = written_dispatches(words)
    print_table("(b) written dispatches", texts, *measure(texts, pack, reader, full))
    return 0


if __name__ == "__main__":
    sys.exit(main())
