"""`legation correct`: a field of an event corrected, with a reason."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import USAGE, Failure, guarded, opened, say
from legation.views.cli.judging import ByOption, name_of, now
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption, party_codes

if TYPE_CHECKING:
    from legation.event import Event
    from legation.ledger import Ledger
    from legation.report import Report

_NOTHING = "none"


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
    from legation.judgement import correction  # noqa: PLC0415
    from legation.merging.corrections import fault, value_of  # noqa: PLC0415

    name = name_of(by)
    right = _in_form(field, value.strip())
    with opened(ledger) as book:
        found = book.event(event)
        if found is None:
            raise Failure(f"no event {event!r} in {ledger}")
        if wrong := fault(field.value, right, found.type):
            raise Failure(wrong, USAGE)
        try:
            made = correction(_founding(book, found), field.value, right, reason.strip(), by=name, at=now())
        except ValueError as error:
            raise Failure(str(error), USAGE) from None
        book.judge(made)
        book.update_events()
        after = book.event(found.id) or found
    was, becomes = (value_of(one, field.value) or "unknown" for one in (found, after))
    say(f"event {after.id}: {field.value} {becomes} (was {was}); judgement {made.id}")


def _founding(book: Ledger, event: Event) -> Report:
    """The report that founds the event, by which it is known for good."""
    from legation.merging import founded_by  # noqa: PLC0415

    ids = sorted(event.reports, key=lambda report: founded_by(report.id) != event.id)
    found = book.report(ids[0].id)
    if found is None:
        raise Failure(f"event {event.id}: its report {ids[0].id} is not there")
    return found


def _in_form(field: FieldChoice, value: str) -> str | None:
    """The value as a judgement holds it: codes for names, types in capitals."""
    if value.casefold() == _NOTHING:
        return None
    if field in (FieldChoice.actors, FieldChoice.recipients):
        return ", ".join(party_codes([part.strip() for part in value.split(",") if part.strip()]))
    if field is FieldChoice.place:
        named = re.fullmatch(r"([^()]*\S)\s*\(([^()]+)\)", value)
        return f"{named[1]} ({party_codes([named[2]])[0]})" if named else party_codes([value])[0]
    if field is FieldChoice.type:
        return value.upper()
    return value.lower() if field in (FieldChoice.status, FieldChoice.mode) else value
