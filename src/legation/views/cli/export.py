"""`legation export`: the events for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import USAGE, Failure, guarded, opened, say
from legation.views.cli.options import (
    DEFAULT_LEDGER,
    LedgerOption,
    SinceOption,
    StatesArgument,
    StatusesOption,
    TypesOption,
    UntilOption,
    first_day,
    known_language,
    last_day,
    party_codes,
    wanted_statuses,
    wanted_types,
)
from legation.views.cli.writing import STANDARD_OUTPUT, standard_output, whole_file
from legation.views.exports.registry import FORMATS, Written

if TYPE_CHECKING:
    from legation.ledger import Ledger, Question


class ExportFormat(StrEnum):
    """The formats of `views.exports`."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    polecat = "polecat"
    cameo = "cameo"
    graphml = "graphml"
    ics = "ics"
    atom = "atom"
    ftm = "ftm"


@guarded
def export(
    output_format: Annotated[ExportFormat, typer.Option("--format", help="The form; docs/exports.md tells of each.")],
    states: StatesArgument = None,
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="The file; - is standard output.")] = (
        STANDARD_OUTPUT
    ),
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypesOption = None,
    statuses: StatusesOption = None,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="en or fr: of names and headings, where there are any.")
    ] = "en",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the events in the form that another program opens."""
    codes, days = party_codes(states), (first_day(since, "--since"), last_day(until, "--until"))
    narrowed = wanted_types(types), wanted_statuses(statuses)
    language = known_language(language)
    if out == STANDARD_OUTPUT and not FORMATS[output_format].text and sys.stdout.isatty():
        raise Failure(f"--format {output_format}: not for a terminal; give --out FILE", USAGE)
    with opened(ledger) as book:
        from legation.ledger import Question  # noqa: PLC0415  loads SQLAlchemy

        written = _written(output_format, book, Question(codes, *days, *narrowed), out, language)
    _tell(out, written)


def _written(name: ExportFormat, book: Ledger, question: Question, out: str, language: str) -> Written:
    from legation.views.exports import write  # noqa: PLC0415

    to_output = out == STANDARD_OUTPUT
    with standard_output(json_lines=FORMATS[name].json_lines) if to_output else whole_file(Path(out)) as stream:
        return write(name, book, question, stream, language=language)


def _tell(out: str, written: Written) -> None:
    """What was written, and how many events the format has no place for."""
    line = f"{written.number} {written.what}"
    line = line if out == STANDARD_OUTPUT else f"wrote {out}: {line}"
    if written.left_out:
        line += f"; events left out: {written.left_out} (docs/exports.md says which)"
    say(line)
