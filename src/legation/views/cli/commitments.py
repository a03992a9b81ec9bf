"""`legation commitments`: what was announced or promised, and what came of it."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import (
    DEFAULT_LEDGER,
    FormatOption,
    LedgerOption,
    StatesArgument,
    TableFormat,
    last_day,
    party_codes,
)


@guarded
def commitments(
    states: StatesArgument = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Judge as of this day, knowing only what was published by then."),
    ] = None,
    output_format: FormatOption = TableFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what was announced, and what came of it."""
    codes = party_codes(states)
    day = last_day(as_of, "--as-of")
    with opened(ledger) as book:
        from legation.views.cli.promises import (  # noqa: PLC0415  loads SQLAlchemy
            in_all,
            print_promises,
        )
        from legation.views.deeds import deeds_elsewhere  # noqa: PLC0415

        found = book.commitments(day, codes)
        deeds = deeds_elsewhere(book, found)

    if output_format is TableFormat.jsonl:
        from legation.views.cli.printing import JsonLines  # noqa: PLC0415
        from legation.views.records import commitment_record  # noqa: PLC0415

        lines = JsonLines()
        for event in found:
            if event.commitment:
                lines.write(commitment_record(event, event.commitment, deeds))
        return
    if found:
        print_promises(found, deeds)
    say(in_all(found))
