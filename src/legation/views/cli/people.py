"""`legation people`: who speaks and acts for a state, in which office, and which dispatch says so."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption, TableFormat, party_codes


@guarded
def people(
    states: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[STATE]...",
            help="States or organisations (a code or a name) whose people are wanted; all, if none is given.",
            show_default=False,
        ),
    ] = None,
    output_format: FormatOption = TableFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List people with the offices that dispatches give them."""
    codes = party_codes(states)
    from legation.views.wording.offices import load_office_words  # noqa: PLC0415

    with opened(ledger) as book:
        found = book.people(codes, read_office=load_office_words())
    if output_format is TableFormat.jsonl:
        from legation.views.cli.printing import JsonLines  # noqa: PLC0415
        from legation.views.records import person_record  # noqa: PLC0415

        lines = JsonLines()
        for person in found:
            lines.write(person_record(person))
        return
    from legation.views.cli.holdings import print_people  # noqa: PLC0415

    if found:
        print_people(found)
    say(f"{len(found)} {'person' if len(found) == 1 else 'people'}")
