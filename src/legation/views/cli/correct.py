"""`legation correct`: a field of an event corrected, with a reason."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from legation.views.cli.failures import Failure, guarded, opened, say, usage
from legation.views.cli.judging import ByOption, name_of
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption


class FieldChoice(StrEnum):
    """The fields that can be corrected."""

    date = "date"
    status = "status"
    type = "type"
    mode = "mode"
    place = "place"
    actors = "actors"
    recipients = "recipients"


@guarded
def correct(
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="The id of an event, or its beginning.", show_default=False)
    ],
    field: Annotated[FieldChoice, typer.Argument(metavar="FIELD", help="What is wrong.", show_default=False)],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="What is right; `none` where nothing is known. Several parties are separated by commas.",
            show_default=False,
        ),
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.", show_default=False)],
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Correct a field of an event."""
    from legation.merging.corrections import value_of  # noqa: PLC0415

    name = name_of(by)
    with opened(ledger) as book:
        from legation.views.judging import correct_event  # noqa: PLC0415  loads SQLAlchemy

        found = book.event(event)
        if found is None:
            raise Failure(f"no event {event!r} in {ledger}")
        with usage():
            made = correct_event(book, found, field.value, value, reason, by=name)
    was, becomes = (value_of(one, field.value) or "unknown" for one in (made.before, made.after))
    say(f"event {made.after.id}: {field.value} {becomes} (was {was}); judgement {made.judgement.id}")
