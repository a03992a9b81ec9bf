"""The formats by name, and the one function that writes them all."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from legation.ledger import Ledger, Question
    from legation.views.exports.material import Material


class Format(NamedTuple):
    """A format: `ending` of its files, its media type, whether it is text and whether every line of it is JSON."""

    name: str
    module: str
    ending: str
    media_type: str
    text: bool = True
    json_lines: bool = False


class Written(NamedTuple):
    """How many things were written (`what`: events, rows…), and how many events the format has no place for."""

    number: int
    what: str
    left_out: int = 0


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("jsonl", "jsonl", ".jsonl", "application/x-ndjson", json_lines=True),
            Format("csv", "rows", ".csv", "text/csv; charset=utf-8"),
            Format("parquet", "parquet", ".parquet", "application/vnd.apache.parquet", text=False),
            Format("polecat", "polecat", ".txt", "text/tab-separated-values; charset=utf-8"),
            Format("cameo", "cameo", ".tsv", "text/tab-separated-values; charset=utf-8"),
            Format("graphml", "graphml", ".graphml", "application/graphml+xml"),
            Format("ics", "ics", ".ics", "text/calendar; charset=utf-8"),
            Format("atom", "atom", ".atom", "application/atom+xml; charset=utf-8"),
            Format("ftm", "ftm", ".ftm.json", "application/x-ndjson", json_lines=True),
        )
    }
)
"""All formats, in the order in which they are listed."""


def write(name: str, ledger: Ledger, question: Question, stream: BinaryIO, *, language: str = "en") -> Written:
    """Writes the events that a question asks for; the same ledger and question give the same bytes.

    `language` is that of headings in formats that people read (a code of `interface_languages`).

    Raises:
        KeyError: no such format.
        LedgerError: the ledger failed.
        OSError: the stream failed.
    """
    from legation.views.exports.material import gather  # noqa: PLC0415  loads SQLAlchemy

    return write_material(name, gather(ledger, question, language), stream)


def write_material(name: str, material: Material, stream: BinaryIO) -> Written:
    """Writes what was gathered.

    Raises:
        KeyError: no such format.
        OSError: the stream failed.
    """
    writer: Callable[[Material, BinaryIO], Written]
    writer = import_module(f"legation.views.exports.{FORMATS[name].module}").write
    return writer(material, stream)
