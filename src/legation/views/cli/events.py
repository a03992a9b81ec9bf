"""`legation events`: merged events from the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import (
    DEFAULT_LEDGER,
    EventsFormat,
    LedgerOption,
    SinceOption,
    StatesArgument,
    StatusesOption,
    TypesOption,
    UntilOption,
    first_day,
    last_day,
    party_codes,
    wanted_statuses,
    wanted_types,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legation.event import Event


@guarded
def events(
    states: StatesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    types: TypesOption = None,
    statuses: StatusesOption = None,
    output_format: Annotated[
        EventsFormat, typer.Option("--format", help="A table for people, JSON lines, or CSV.")
    ] = EventsFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List the events of the ledger, by date."""
    codes = party_codes(states)
    days = first_day(since, "--since"), last_day(until, "--until")
    narrowed = wanted_types(types), wanted_statuses(statuses)
    with opened(ledger) as book:
        from legation.ledger import Question  # noqa: PLC0415  loads SQLAlchemy

        found = book.events(Question(codes, *days, *narrowed))
    if output_format is EventsFormat.jsonl:
        from legation.views.cli.printing import JsonLines  # noqa: PLC0415

        lines = JsonLines()
        for event in found:
            lines.write(event)
    elif output_format is EventsFormat.csv:
        _write_csv(found)
    else:
        from legation.views.cli.tables import print_events  # noqa: PLC0415

        if found:
            print_events(found)
        say(f"{len(found)} event{'' if len(found) == 1 else 's'}")


def _write_csv(events: Sequence[Event]) -> None:
    from legation.views.cli.writing import standard_output  # noqa: PLC0415
    from legation.views.exports.cells import TableWriter  # noqa: PLC0415
    from legation.views.exports.rows import COLUMNS, event_row  # noqa: PLC0415

    with standard_output() as stream:
        table = TableWriter(stream)
        table.write(COLUMNS)
        for event in events:
            table.write(event_row(event))
