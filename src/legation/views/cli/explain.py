"""`legation explain`: why a report says what it says, and why reports are one event."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.views.cli.failures import Failure, guarded, opened
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption


@guarded
def explain(
    identifier: Annotated[
        str,
        typer.Argument(
            metavar="REPORT_OR_EVENT", help="The id of a report or an event, or its beginning.", show_default=False
        ),
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Explain a report or an event by what it rests on."""
    from legation.views.cli.judgements import print_shaping  # noqa: PLC0415
    from legation.views.cli.marking import print_event, print_report  # noqa: PLC0415

    with opened(ledger) as book:
        report, event = book.report(identifier), book.event(identifier)
        if report is not None and event is not None:
            raise Failure(f"{identifier!r} fits report {report.id} and event {event.id}")
        if report is not None:
            print_report(report, book.dispatch(report.dispatch.id))
        elif event is not None:
            told = [found for one in event.reports if (found := book.report(one.id))]
            dispatches = {one.dispatch.id: book.dispatch(one.dispatch.id) for one in told}
            print_event(event, told, dispatches, book.joins(event.id))
            if event.judgements:
                print_shaping([one for one in book.judgements() if one.id in event.judgements])
        else:
            raise Failure(f"no report or event {identifier!r} in {ledger}")
