"""What a benchmark has measured: a table for people, and the same as JSON for the page of all benchmarks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import rich.table
from rich.console import Console
from rich.text import Text


@dataclass(frozen=True)
class Table:
    """Rows of text under their columns, and what is to be said below them."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default=())

    def markdown(self) -> str:
        """As a table of Markdown; the notes are paragraphs below it."""
        rule = ["---", *("---:" for _ in self.columns[1:])]
        lines = [f"| {' | '.join(map(_cell, line))} |" for line in (self.columns, rule, *self.rows)]
        return "\n\n".join(("\n".join(lines), *self.notes))


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def add_option(parser: argparse.ArgumentParser) -> None:
    """Adds `--json` to the options of a benchmark."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def show(table: Table, *, as_json: bool) -> None:
    """Prints it."""
    if as_json:
        print(json.dumps(asdict(table), ensure_ascii=False))
        return
    drawn = rich.table.Table(box=None, pad_edge=False, header_style="")
    for number, column in enumerate(table.columns):
        drawn.add_column(column, justify="right" if number else "left", no_wrap=True)
    for row in table.rows:
        drawn.add_row(*map(Text, row))
    console = Console(width=None if sys.stdout.isatty() else 200, highlight=False)
    console.print(drawn)
    for note in table.notes:
        console.print(Text(note))
