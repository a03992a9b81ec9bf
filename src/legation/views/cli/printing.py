"""Standard output: JSON lines, tables, marked text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from legation.views.escaping import escaped_json, one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from legation.dispatch import Span
    from legation.report import Participant

WIDE = 140
"""Columns of a table that goes to a file or a pipe."""
_QUOTED = 110
_ID = 8
"""Digits of an id that tables show; commands take any beginning of an id."""


class JsonLines:
    """Writes records as JSON lines, UTF-8, `\\n`.

    To a terminal unseen characters go as JSON escapes, so that no record can steer it; elsewhere the bytes are
    msgspec's, the same for the same records.
    """

    def __init__(self) -> None:
        self._terminal = sys.stdout.isatty()

    def write(self, record: object) -> None:
        """One record."""
        import msgspec  # noqa: PLC0415

        self.write_encoded(msgspec.json.encode(record))

    def write_encoded(self, line: bytes) -> None:
        """One record, encoded."""
        if self._terminal:
            line = escaped_json(line.decode()).encode()
        sys.stdout.buffer.write(line + b"\n")


def console() -> Console:
    """Where tables go. Nothing printed there is read as markup, emoji codes or numbers to colour."""
    from rich.console import Console  # noqa: PLC0415

    width = None if sys.stdout.isatty() else WIDE
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False, width=width, soft_wrap=False)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str | Text]], *, narrow: Sequence[int] = ()) -> None:
    """A table; strings are escaped, `narrow` columns (by position) are not wrapped."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for position, heading in enumerate(headings):
        table.add_column(heading, no_wrap=position in narrow, overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(one_line(cell)) for cell in row))
    console().print(table)


def print_line(line: str) -> None:
    """One line of text, escaped, with the spaces at its beginning."""
    from rich.text import Text  # noqa: PLC0415

    indent = len(line) - len(line.lstrip(" "))
    console().print(Text(" " * indent + one_line(line)), soft_wrap=True)


def sides(actors: Iterable[Participant], recipients: Iterable[Participant]) -> str:
    """Who and to whom, by code: "RUS, CUB → VEN"; without a recipient those who act together: "RUS, VEN"."""
    acting = ", ".join(dict.fromkeys(one.code for one in actors))
    receiving = ", ".join(dict.fromkeys(one.code for one in recipients))
    return f"{acting or '?'} → {receiving}" if receiving else acting or "?"


def quoted(sentence: Span, trigger: Span, longest: int = _QUOTED) -> Text:
    """The sentence, shortened, the trigger between ⟦ ⟧ and in bold."""
    from rich.text import Text  # noqa: PLC0415

    from legation.views.wording.quotations import quotation  # noqa: PLC0415

    found = quotation(sentence, trigger, longest)
    text = Text(kept_spaces(found.before))
    if found.trigger:
        text.append(f"⟦{one_line(found.trigger)}⟧", style="bold")
        text.append(kept_spaces(found.after))
    return text


def short(identifier: str) -> str:
    """The beginning of an id."""
    return identifier[:_ID]


def kind(type_name: str, mode: str | None) -> str:
    """Type and mode: "CONSULT visit"."""
    return f"{type_name} {mode}" if mode else type_name


def counted(count: int, one: str, many: str) -> str:
    """A number and what it counts: "1 dispatch", "2 dispatches"."""
    return f"{count} {one if count == 1 else many}"


def kept_spaces(text: str) -> str:
    """The text on one line, with a space at either end if there was one."""
    inner = one_line(text)
    return (" " if text[:1].isspace() and inner else "") + inner + (" " if text[-1:].isspace() else "")
