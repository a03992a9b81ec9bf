"""How merging grows: keeps and merges made-up dispatches of ten years, and prints seconds, the exponent and memory.

python benchmarks/merging_scale.py [NUMBER ...]     (10000 30000 by default; 100000 takes some minutes)

Seconds are those of the processor; waiting for the disk is not among them. Even they depend on what else the machine
does, so smaller sizes are measured several times, of which the middle counts, and a reference by turns with the
merging: another process makes some dispatches, the same each time. Exponents are of seconds, and of units of it.

The dispatches are stories of many pairs of states: told again in other words, with the day, the month or no date at
all, reprinted under another header, announced and then kept or not. They are made without chance that differs from run
to run, come in by the day they were published, and are kept in batches as `legation read` does.
"""

from __future__ import annotations

import argparse
import hashlib
import heapq
import itertools
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from table import Table, add_option, show

from legation.dispatch import Dispatch, OwnDate, Span, text_id
from legation.ledger import copies, grouping, open_ledger
from legation.report import DispatchRef, Participant, Report, Status
from legation.walk import BATCH

FIRST, YEARS, EVEN = date(2011, 1, 1), 10, 10_000
"""The first day, the years that the dispatches cover, and how many cover them with `--even`."""
STATES = [
    "ARG", "AUS", "AUT", "BEL", "BGR", "BLR", "BRA", "CAN", "CHE", "CHL", "CHN", "COL", "CUB", "CZE",
    "DEU", "DNK", "DZA", "EGY", "ESP", "FIN", "FRA", "GBR", "GRC", "HUN", "IDN", "IND", "IRN", "IRQ",
    "ISR", "ITA", "JPN", "KAZ", "KOR", "LBN", "MAR", "MEX", "NGA", "NLD", "NOR", "PAK", "PER", "POL",
    "PRT", "ROU", "RUS", "SAU", "SEN", "SRB", "SWE", "SYR", "TUN", "TUR", "UKR", "USA", "VEN", "VNM",
]  # fmt: skip
TYPES = ("CONSULT", "CONSULT", "CONSULT", "AGREE", "SUPPORT", "ACCUSE", "AID", "REQUEST", "SANCTION")
PHRASES = (
    "le ministre des affaires étrangères", "a déclaré que les deux pays", "dans le cadre de la coopération",
    "selon un communiqué du ministère", "les relations bilatérales et la situation", "ont souligné l'importance de",
    "au cours d'une conférence de presse", "la mise en œuvre des accords", "le renforcement de la paix et",
)  # fmt: skip


def words(rng: random.Random, number: int) -> list[str]:
    """Made-up words of two to four syllables, some of them far more frequent than others."""
    return [
        "".join(rng.choice("bcdfglmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(2, 4)))
        for _ in range(number)
    ]


class Story:
    """One act between two states, from which its dispatches are told."""

    def __init__(self, rng: random.Random, vocabulary: list[str], names: dict[str, list[str]], day: date) -> None:
        self.rng, self.vocabulary, self.day = rng, vocabulary, day
        self.states = rng.sample(STATES, 2)
        self.people = [rng.choice(names[state]) for state in self.states]
        self.type = rng.choice(TYPES)
        self.subject = self.prose(6)

    def prose(self, number: int) -> str:
        """Words, the first of the vocabulary far more often, with set phrases between them."""
        found: list[str] = []
        while len(found) < number:
            if self.rng.random() < 0.015:
                found.append(self.rng.choice(PHRASES))
            found.append(self.vocabulary[int(len(self.vocabulary) * self.rng.random() ** 1.3)])
        return " ".join(found)

    def told(self, number: int, published: date, status: Status = "occurred") -> tuple[Dispatch, list[Report]]:
        """One telling: it knows the day, the month, or no date."""
        sentence = f"{self.people[0]} et {self.people[1]} : {self.subject} {self.prose(5)}."
        text = f"{sentence} {self.prose(self.rng.randint(60, 160))}."
        dispatch = Dispatch(
            text_id(text), text, f"{number}.txt", "fr", own_date=OwnDate(published.isoformat(), "published")
        )
        when = (self.day.isoformat(), self.day.isoformat(), self.day.isoformat()[:7], None)[self.rng.randrange(4)]
        reports = [self._report(dispatch, sentence, when, status)]
        return dispatch, reports

    def _report(self, dispatch: Dispatch, sentence: str, when: str | None, status: Status) -> Report:
        known = self.rng.random() < 0.7
        sides = [
            Participant(state, "GOV", person if known else None, None, person, 0, len(person))
            for state, person in zip(self.states, self.people, strict=True)
        ]
        ref = DispatchRef(dispatch.id, dispatch.source, None, None, "fr", dispatch.published)
        start = dispatch.text.index(sentence)
        said = Span(sentence, start, start + len(sentence))
        return Report(
            version=1, id=hashlib.sha256(f"{dispatch.id} {start}".encode()).hexdigest()[:16], dispatch=ref,
            type=self.type, mode=None, contexts=(), status=status, actors=(sides[0],), recipients=(sides[1],),
            scope="international", salience="main", date=when, date_basis=None, place=None, attribution=(),
            trigger=Span(sentence[:6], start, start + 6), mentions=(), sentence=said, quad="verbal cooperation",
            intensity=2.5, confidence=0.8, why={},
        )  # fmt: skip


Item = tuple[Dispatch, list[Report]]


def reprinted(rng: random.Random, item: Item, number: int, published: date) -> Item:
    """The same text under another header, perhaps without its end."""
    dispatch, reports = item
    own, header = dispatch.text, f"Édition {number}. "
    text = header + own[: rng.choice((len(own), len(own) * 2 // 3))]
    copy = Dispatch(text_id(text), text, f"{number}.txt", "fr", own_date=OwnDate(published.isoformat(), "published"))
    told = []
    for report in reports:
        start = report.sentence.start + len(header)
        if report.sentence.text not in text:
            continue
        fields = {name: getattr(report, name) for name in report.__struct_fields__} | {
            "id": hashlib.sha256(f"{copy.id} {start}".encode()).hexdigest()[:16],
            "dispatch": DispatchRef(copy.id, copy.source, None, None, "fr", copy.published),
            "sentence": Span(report.sentence.text, start, start + len(report.sentence.text)),
            "trigger": Span(report.trigger.text, start, start + len(report.trigger.text)),
        }
        told.append(Report(**fields))
    return copy, told


def dispatches(number: int, years: float = YEARS) -> Iterator[Item]:
    """So many dispatches with their reports, of so many years, by the day they were published."""
    rng = random.Random(20)
    vocabulary = words(rng, 4000)
    names = {state: [" ".join(w.title() for w in words(rng, 2)) for _ in range(4)] for state in STATES}
    numbers, order = itertools.count(), itertools.count()
    waiting: list[tuple[date, int, Callable[[date], Item]]] = []
    # A story gives about three dispatches.
    gap, made, day_of = years * 365.0 / (number / 2.95), 0, 0.0

    def later(day: date, tell: Callable[[date], Item]) -> None:
        heapq.heappush(waiting, (day, next(order), tell))

    def plan(story: Story) -> None:
        def first(day: date) -> Item:
            item = story.told(next(numbers), day)
            for _ in range(rng.choice((0, 0, 0, 1, 1, 2))):
                later(day + timedelta(rng.randint(0, 2)), lambda d: reprinted(rng, item, next(numbers), d))
            return item

        later(story.day, first)
        for _ in range(rng.choice((0, 1, 1, 2))):
            later(story.day + timedelta(rng.randint(0, 3)), lambda day: story.told(next(numbers), day))
        if rng.random() < 0.25:
            later(story.day - timedelta(rng.randint(5, 60)), lambda day: story.told(next(numbers), day, "planned"))

    while made < number:
        today = FIRST + timedelta(int(day_of))
        # Stories are planned two months ahead, so that what announces them comes out in its place.
        while not waiting or waiting[0][0] > today - timedelta(61):
            plan(Story(rng, vocabulary, names, today))
            day_of += gap
            today = FIRST + timedelta(int(day_of))
        day, _, tell = heapq.heappop(waiting)
        made += 1
        yield tell(day)


REFERENCE = 40
"""Dispatches that are made after each portion of merging, to be held against."""


def timed(seconds: dict[str, float], part: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its time added up."""

    def run(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            seconds[part] = seconds.get(part, 0.0) + time.process_time() - start

    return run


def reference() -> float:
    """Seconds of the processor for a dispatch of those that are made to be held against, always the same."""
    start = time.process_time()
    made = sum(1 for _ in itertools.islice(dispatches(EVEN), REFERENCE))
    return (time.process_time() - start) / made


def followed(function: Callable[..., Any], then: Callable[[], object]) -> Callable[..., Any]:
    """The function, and something else done after it."""

    def run(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        found = function(*arguments, **named)
        then()
        return found

    return run


def measure(number: int, years: float) -> dict[str, Any]:
    """Seconds of each part, memory and what came out, for so many dispatches; meant for a process of its own."""
    seconds: dict[str, float] = {}
    for module, name, part in ((copies, "bring_up_to_date", "texts"), (grouping, "regroup", "groups")):
        setattr(module, name, timed(seconds, part, getattr(module, name)))
    units: list[float] = []
    # In a process of its own, which the memory of this one does not slow down.
    with (
        ProcessPoolExecutor(1, get_context("spawn")) as beside,
        tempfile.TemporaryDirectory() as folder,
        open_ledger(Path(folder) / "scale.db") as ledger,
    ):
        beside.submit(reference).result()
        turn = followed(grouping.regroup, lambda: units.append(beside.submit(reference).result()))
        setattr(grouping, "regroup", turn)  # noqa: B010  an assignment is a type error
        incoming = dispatches(number, years)
        batch = timed(seconds, "made", lambda: list(itertools.islice(incoming, BATCH)))
        keep = timed(seconds, "kept", ledger.keep)
        while items := batch():
            keep(items)
        events = timed(seconds, "merged", ledger.update_events)()
        counts = ledger.counts()
        size = (Path(folder) / "scale.db").stat().st_size
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds["unit"] = sum(units) / len(units)
    return seconds | {"memory": memory, "events": events, "reprints": counts.reprints, "file": size / 2**20}


COLUMNS = (
    "dispatches", "runs", "events", "reprints", "kept s", "merged s", "texts s", "groups s", "ms each", "in units",
    "MB of memory", "MB of file",
)  # fmt: skip


def runs_of(sizes: list[int]) -> list[int]:
    """What is measured one after the other: the largest once, each smaller size once more than the next, by turns."""
    return [size for left in range(len(sizes), 0, -1) for size in sizes[:left]]


def growth(sizes: list[int], *, even: bool) -> Table:
    """A row for each size, the middle of its runs, and the exponents between them."""
    found: dict[int, list[dict[str, float]]] = {}
    for number in runs_of(sizes):
        run = [sys.executable, __file__, "--one", str(number), *(["--even"] if even else [])]
        one = json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)
        whole = one["kept"] + one["merged"]
        found.setdefault(number, []).append(
            one | {"each": whole / number * 1000, "units": whole / one["unit"] / number}
        )
        print(f"{number:,} dispatches are merged", file=sys.stderr)
    middle = {size: {name: median(run[name] for run in runs) for name in runs[0]} for size, runs in found.items()}
    rows = [
        (
            f"{size:,}", f"{len(found[size])}", f"{one['events']:,.0f}", f"{one['reprints']:,.0f}",
            f"{one['kept']:.1f}", f"{one['merged']:.1f}", f"{one['texts']:.1f}", f"{one['groups']:.1f}",
            f"{one['each']:.2f}", f"{one['units']:.2f}", f"{one['memory']:.0f}", f"{one['file']:.0f}",
        )
        for size, one in middle.items()
    ]  # fmt: skip
    steps = [*itertools.pairwise(sizes), *([(sizes[0], sizes[-1])] if len(sizes) > 2 else [])]
    return Table(COLUMNS, rows, tuple(_exponents(n, m, middle) for n, m in steps))


def _exponents(n: int, m: int, middle: dict[int, dict[str, float]]) -> str:
    clock, units = (1 + math.log(middle[m][of] / middle[n][of]) / math.log(m / n) for of in ("each", "units"))
    return f"Exponent from {n:,} to {m:,} dispatches: {clock:.2f} by the processor's clock, {units:.2f} in units"


def main() -> None:
    """Prints a line for each size and the exponent of keeping and merging between the sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 30_000])
    parser.add_argument("--even", action="store_true", help="ten years for each 10,000, so that news is no denser")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    add_option(parser)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.one, YEARS * asked.one / EVEN if asked.even else YEARS)))
        return
    show(growth(sorted(asked.sizes), even=asked.even), as_json=asked.json)


if __name__ == "__main__":
    main()
