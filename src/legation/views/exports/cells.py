"""Tables as text: cells that no spreadsheet takes for a formula and that break no row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from legation.views.escaping import visible

Cell = str | int | float | None
SEPARATOR = "; "
"""Between several values in one cell."""


class TableWriter:
    """Rows of text to a stream, UTF-8, `\\n`."""

    def __init__(self, stream: BinaryIO, delimiter: str = ",") -> None:
        self._stream = stream
        self._line = io.StringIO()
        self._rows = csv.writer(self._line, delimiter=delimiter, lineterminator="\n")

    def write(self, row: Iterable[Cell]) -> None:
        """One row; None is an empty cell."""
        self._rows.writerow([safe_cell(cell) for cell in row])
        self._stream.write(self._line.getvalue().encode())
        self._line.seek(0)
        self._line.truncate()


def safe_cell(value: Cell) -> str:
    """The text of a cell, unseen characters written out; what a spreadsheet would take for a formula gets an apostrophe
    before it.
    """
    text = "" if value is None else visible(str(value))
    first = text.lstrip()[:1]
    if first and first in "=+-@\t\r" and not _is_number(text):
        return "'" + text
    return text


def joined(values: Iterable[str | None]) -> str:
    """Values in one cell, each once, in order."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
