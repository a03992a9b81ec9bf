"""How fast French is read: words per second and peak memory of spaCy's pipeline, of our gate and of our reading.

    python benchmarks/reading_speed.py [--words N]

Everything runs on the same text, one after the other: ordinary French of the shared corpora, ten sentences a dispatch,
and the annotated dispatches of evaluation/written. But for the last two rows of each it runs in one process and thread;
these take in, read and hand on, as `legation read --workers` does, and are timed once all processes have a reader.
Words are those of `legation.language.words`. Peak memory is the highest so far of the process, or of one of its
children, so a row tells what was needed up to it.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from table import Table, add_option, show

from legation.dispatch import Dispatch, text_id
from legation.language.pack import LanguagePack, load_pack
from legation.language.words import split_words
from legation.reading.parse import parse
from legation.reading.reader import Reader
from legation.reading.sentences import find_sentences
from legation.reading.view import View
from legation.walk import BATCH, ReaderSet, Reading, Workers, walk

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
WRITTEN = ROOT / "evaluation" / "written"
_PER_DISPATCH = 10
"""Sentences of ordinary French that make one dispatch."""


class Row(NamedTuple):
    """One measurement; `seconds` by the clock, `peak` in megabytes."""

    name: str
    words_per_second: float
    seconds: float
    peak: float


class Measured(NamedTuple):
    """The rows of one text, how many words it has, and what share of them passes the gate."""

    title: str
    rows: list[Row]
    words: int
    passing: float


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
    return Row(name, words / seconds, seconds, peak_megabytes(resource.RUSAGE_SELF))


def peak_megabytes(whose: int) -> float:
    """The highest resident memory so far of this process, or of one of its children."""
    peak = resource.getrusage(whose).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(title: str, texts: list[str], pack: LanguagePack, reader: Reader, full: Language) -> Measured:
    """All rows for one text."""
    dispatches = [Dispatch(id=text_id(t), text=t, source=str(i), language=pack.code) for i, t in enumerate(texts)]
    sentences = [t[s.start : s.end] for t in texts for s in find_sentences(t, pack.syntax)]
    words = sum(map(count, texts))

    def worth() -> list[View]:
        return [view for one in dispatches for view in reader._worth_parsing(reader._prepare(one)[-1])]

    def whole(disabled: list[str]) -> None:
        with full.select_pipes(disable=disabled):
            for _ in full.pipe(sentences, batch_size=64):
                pass

    def parsed() -> None:
        parse(worth(), reader._parser, reader._rehanger, pack.syntax)

    whole([])  # the first texts fill the vocabulary
    next(reader.read_many(dispatches[:1]))
    passing = sum(len(view.words) for view in worth()) / words
    model = pack.syntax.models[0]
    rows = [
        timed(f"{model}, full", words, lambda: whole([])),
        timed(f"{model} without ner", words, lambda: whole(["ner"])),
        timed("our gate alone", words, worth),
        timed("our gate, and the parser on what passes", words, parsed),
        timed("our reading", words, lambda: list(reader.read_many(dispatches))),
        walked("taken in and read by one process", texts, 1),
        walked("taken in and read by two processes", texts, 2),
    ]
    return Measured(title, rows, words, passing)


def walked(name: str, texts: list[str], processes: int) -> Row:
    """The way of `legation read`, from its third batch on: by then each process has loaded its reader."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.jsonl"
        lines = (json.dumps({"text": f"{i}. {text}"}) + "\n" for i, text in enumerate(texts * 3))
        source.write_text("".join(lines), encoding="utf-8")
        steps = walk([str(source)], ReaderSet(), workers=Workers(processes, ReaderSet, few=1))
        for _ in islice(steps, 2 * BATCH):
            pass
        start, words = time.perf_counter(), 0
        for step in steps:
            words += count(step.dispatch.text) if isinstance(step, Reading) else 0
        seconds = time.perf_counter() - start
    whose = resource.RUSAGE_SELF if processes == 1 else resource.RUSAGE_CHILDREN
    return Row(name, words / seconds, seconds, peak_megabytes(whose))


def table(found: list[Measured]) -> Table:
    """The rows of all texts, each held against the first of its text."""
    rows, notes = [], []
    for title, own, words, passing in found:
        for row in own:
            times = row.words_per_second / own[0].words_per_second
            figures = (f"{row.words_per_second:,.0f}", f"{times:.2f}", f"{row.seconds:.1f}", f"{row.peak:,.0f}")
            rows.append((f"{title}: {row.name}", *figures))
        notes.append(f"{title.capitalize()}: {words:,} words, of which {passing:.0%} pass the gate and are parsed.")
    return Table(("what", "words a second", "times the full pipeline", "seconds", "MB at most"), rows, notes)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=30_000, help="about how many words of each text")
    add_option(parser)
    asked = parser.parse_args()
    import spacy  # noqa: PLC0415

    pack = load_pack("fr")
    reader = Reader(pack)
    full = spacy.load(pack.syntax.models[0])
    texts = {"ordinary French": ordinary_french(asked.words), "dispatches": written_dispatches(asked.words)}
    if not texts["ordinary French"]:
        where = f"{CORPORA.parent.name}/{CORPORA.name}"
        print(f"ordinary French: skipped, {where} is not beside the project", file=sys.stderr)
    show(table([measure(name, some, pack, reader, full) for name, some in texts.items() if some]), as_json=asked.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
