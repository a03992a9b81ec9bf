"""How memory grows: reads made-up dispatches in one run, keeps and merges them, and samples what the process holds.

python benchmarks/memory.py [--dispatches 100000] [--chart memory.svg]

Of three dispatches one has a sentence or two of examples/, with other states, names and days, so that they tell of
many events; two tell of none, as most of the news does. The rest of each is made-up words: too much alike, all would
be reprints of each other. They are read by one process, as `legation read --workers 1` does, into a ledger of their
own. Printed are the megabytes resident after each so many dispatches and while they are merged, and by how much they
grew after the first thousand. Needs /proc.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from table import Table, add_option, show

from legation.ledger import open_ledger
from legation.walk import ReaderSet, walk

EXAMPLES = Path(__file__).parents[1] / "examples"
STATES = (
    "la Russie", "la France", "le Maroc", "le Pakistan", "la Chine", "le Brésil", "la Turquie", "le Vietnam",
    "le Pérou", "la Serbie", "le Kenya", "la Norvège", "le Chili", "la Jordanie", "le Sénégal", "la Pologne",
    "la Suède", "la Finlande", "la Grèce", "la Hongrie", "la Roumanie", "la Bulgarie", "la Belgique", "la Suisse",
    "la Mongolie", "la Malaisie", "la Thaïlande", "la Colombie", "la Bolivie", "la Tunisie", "la Mauritanie",
    "le Mexique", "le Paraguay", "le Guatemala", "le Panama", "le Japon", "le Cambodge", "le Laos", "le Népal",
    "le Bangladesh", "le Tchad", "le Niger", "le Cameroun", "le Gabon", "le Mozambique", "le Rwanda", "le Qatar",
)  # fmt: skip
_STATE = re.compile(r"\b[Ll]e Venezuela|\b[Ll]a Russie|\b[Ll]a France|\b[Ll]e Maroc|\b[Ll]e Pakistan|\b[Ll]e Mali\b")
_NAME = re.compile(r"\b(?:Lavrov|Arreaza|Maduro|Poutine|Borissov|Macron|Rodríguez|Moro|Bourita)\b")
_SYLLABLES = ("ba", "do", "ki", "lu", "mar", "ne", "po", "ra", "si", "tel", "vo", "zan")
_FILLING = 160
"""Made-up words of a dispatch, half of them before what it tells: else it would begin like all that tell the like."""
_FIRST_DAY, _DAYS = date(2010, 1, 1), 5000
SETTLED = 1000
"""Dispatches after which everything that is loaded once is there."""


class Sample(NamedTuple):
    """What the process held at some moment: dispatches done, whether they were being merged, megabytes."""

    done: int
    merging: bool
    megabytes: float


class Sampler:
    """Looks at the memory of this process again and again, in a thread of its own."""

    def __init__(self, seconds: float = 0.5) -> None:
        self.samples: list[Sample] = []
        self.done, self.merging = 0, False
        self._seconds = seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(self._seconds):
            self.samples.append(Sample(self.done, self.merging, resident()))


def resident() -> float:
    """The megabytes of this process that are in memory."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s*(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def sentences() -> list[str]:
    """Sentences of the examples with a verb's length to them and a state that can be another one."""
    found = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        for sentence in re.split(r"(?<=[.!?])\s+", path.read_text(encoding="utf-8")):
            if 60 < len(sentence) < 300 and _STATE.search(sentence):
                found.append(" ".join(sentence.split()))
    return found


def dispatches(number: int) -> Iterator[dict[str, str]]:
    """So many records; the same each time."""
    rng = random.Random(20)
    known, vocabulary = sentences(), [_name(rng).lower() for _ in range(4000)]
    for i in range(number):
        day = _FIRST_DAY + timedelta(days=i * _DAYS // number)
        told = " ".join(varied(rng, rng.sample(known, rng.randint(1, 2)))) if i % 3 == 0 else ""
        before, behind = (" ".join(rng.choices(vocabulary, k=_FILLING // 2)).capitalize() for _ in range(2))
        yield {
            "id": f"d{i}",
            "text": f"{_name(rng)}, numéro {i}. {before}. {told} {behind}.",
            "published": day.isoformat(),
            "language": "fr",
        }


def varied(rng: random.Random, told: list[str]) -> Iterator[str]:
    """The sentences with two other states, and other names."""
    states = rng.sample(STATES, 2)
    names: dict[str, str] = {}
    for sentence in told:
        swapped = _STATE.sub(lambda _: rng.choice(states), sentence)
        yield _NAME.sub(lambda found: names.setdefault(found[0], _name(rng)), swapped)


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=3)).title()


def measure(number: int) -> list[Sample]:
    """Reads, keeps and merges so many dispatches; what was sampled meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "dispatches.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for record in dispatches(number):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        with open_ledger(Path(folder) / "memory.db") as ledger, Sampler() as sampler:
            for _ in walk([str(source)], ReaderSet(), ledger=ledger):
                sampler.done += 1
                sampler.merging = sampler.done == number
            counts = ledger.counts()
    held = f"{counts.dispatches:,} dispatches, {counts.reports:,} reports, {counts.events:,} events"
    print(held, file=sys.stderr)
    return sampler.samples


def growth(samples: list[Sample]) -> float:
    """By how many megabytes the highest of the last tenth of reading lies over the highest of the first settled."""
    reading = [sample for sample in samples if not sample.merging]
    first = [s.megabytes for s in reading if SETTLED <= s.done < 2 * SETTLED]
    last = [s.megabytes for s in reading if s.done >= 0.9 * reading[-1].done]
    return max(last) - max(first)


def draw(samples: list[Sample], path: Path) -> None:
    """A chart of the samples as SVG."""
    import altair as alt  # noqa: PLC0415

    reading = [{"MB": round(s.megabytes), "done": s.done} for s in samples if not s.merging]
    chart = alt.Chart(alt.Data(values=reading)).mark_line(color="#1a5276")  # type: ignore[no-untyped-call]
    ceiling = max(s.megabytes for s in samples) * 1.25
    encoded = chart.encode(
        x=alt.X("done:Q", title="dispatches read"),
        y=alt.Y("MB:Q", title="megabytes resident", scale=alt.Scale(domain=[0, ceiling])),
    )
    encoded.properties(width=560, height=220).save(str(path), format="svg")


def table(number: int, samples: list[Sample]) -> Table:
    """The most that was resident in each twentieth of the run, and while merging went on to the end."""
    step = max(number // 20, 1)
    rows = []
    for bound in range(step, number + 1, step):
        within = [s.megabytes for s in samples if not s.merging and bound - step <= s.done < bound]
        if within:
            rows.append((f"{bound:,}", f"{max(within):.0f}"))
    merging = [s.megabytes for s in samples if s.merging]
    if merging:
        rows.append(("the last are merged", f"{max(merging):.0f}"))
    notes = []
    if number > 2 * SETTLED:
        notes.append(f"After the first {SETTLED:,} dispatches it grew by {growth(samples):.0f} MB.")
    return Table(("dispatches read", "MB resident"), rows, notes)


def main() -> None:
    """Prints a table, and draws the chart if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--dispatches", type=int, default=100_000)
    parser.add_argument("--chart", type=Path, help="an SVG file to write")
    add_option(parser)
    asked = parser.parse_args()
    samples = measure(asked.dispatches)
    if asked.chart:
        draw(samples, asked.chart)
    show(table(asked.dispatches, samples), as_json=asked.json)


if __name__ == "__main__":
    main()
