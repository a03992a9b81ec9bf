"""`legation why`: what made reports one event, pair by pair, and what would have kept them apart."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.views.cli.failures import Failure, guarded, opened
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption


@guarded
def why(
    identifier: Annotated[
        str,
        typer.Argument(metavar="EVENT", help="The id of an event, or its beginning.", show_default=False),
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say why the reports of an event are one event, and what stayed apart from it."""
    with opened(ledger) as book:
        event = book.event(identifier)
        if event is None:
            told = book.report(identifier)
            hint = f"; {told.id} is a report: `legation explain` says how it was read" if told else ""
            raise Failure(f"no event {identifier!r} in {ledger}{hint}")
        from legation.views.cli.joining import print_joining  # noqa: PLC0415
        from legation.views.joins import gather_joins  # noqa: PLC0415

        print_joining(gather_joins(book, event))
