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
    UntilOption,
    chosen,
    first_day,
    last_day,
    party_codes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legation.event import Event


@guarded
def events(
    states: StatesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type; may be repeated.")
    ] = None,
    statuses: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="occurred, ongoing, planned, hypothetical or denied; may be repeated.",
        ),
    ] = None,
    output_format: Annotated[
        EventsFormat, typer.Option("--format", help="A table for people, JSON lines, or CSV.")
    ] = EventsFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List the events of the ledger, by date."""
    from typing import get_args  # noqa: PLC0415

    from legation import ontology  # noqa: PLC0415
    from legation.report import Status  # noqa: PLC0415

    codes = party_codes(states)
    days = first_day(since, "--since"), last_day(until, "--until")
    wanted_types = chosen(types, tuple(ontology.load().types), "--type")
    wanted_statuses = chosen(statuses, get_args(Status), "--status")
    with opened(ledger) as book:
        from legation.ledger import Question  # noqa: PLC0415  loads SQLAlchemy

        found = book.events(Question(codes, *days, wanted_types, wanted_statuses))
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
    import csv  # noqa: PLC0415
    import io  # noqa: PLC0415
    import sys  # noqa: PLC0415

    from legation.views.cli.printing import row_values  # noqa: PLC0415
    from legation.views.escaping import visible  # noqa: PLC0415

    terminal = sys.stdout.isatty()
    rows: list[dict[str, str | int | float | None]] = [dict.fromkeys(CSV_COLUMNS), *map(_csv_row, events)]
    for number, row in enumerate(rows):
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerow(CSV_COLUMNS if number == 0 else row_values(row))
        line = visible(buffer.getvalue()) if terminal else buffer.getvalue()
        sys.stdout.buffer.write(line.encode())


CSV_COLUMNS = (
    "id", "date", "first_day", "last_day", "type", "mode", "status", "quad", "intensity", "actors", "recipients",
    "people", "place", "dispatches", "independent_sources", "due", "outcome", "trigger", "sentence", "sources",
)  # fmt: skip
"""Columns of `--format csv`; several values in one cell are separated by `; `."""


def _csv_row(event: Event) -> dict[str, str | int | float | None]:
    told = next((report for report in event.reports if report.status == event.status), event.reports[0])
    commitment = event.commitment
    values: tuple[str | int | float | None, ...] = (
        event.id,
        event.date,
        *event.date_bounds,
        event.type,
        event.mode,
        event.status,
        event.quad,
        event.intensity,
        "; ".join(dict.fromkeys(one.code for one in event.actors)),
        "; ".join(dict.fromkeys(one.code for one in event.recipients)),
        "; ".join(event.people),
        event.place.code if event.place else None,
        event.dispatches,
        event.independent_sources,
        commitment.due if commitment else None,
        commitment.outcome if commitment else None,
        told.trigger.text,
        told.sentence.text,
        "; ".join(dict.fromkeys(report.dispatch.source for report in event.reports)),
    )
    return dict(zip(CSV_COLUMNS, values, strict=True))
