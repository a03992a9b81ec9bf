"""`legation disagreements`: on what the dispatches of one event differ, and who says what."""

from __future__ import annotations

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import (
    DEFAULT_LEDGER,
    FormatOption,
    LedgerOption,
    StatesArgument,
    TableFormat,
    party_codes,
)


@guarded
def disagreements(
    states: StatesArgument = None,
    output_format: FormatOption = TableFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what dispatches tell differently of one event, and who says what."""
    codes = party_codes(states)
    with opened(ledger) as book:
        from legation.ledger import Question  # noqa: PLC0415  loads SQLAlchemy

        found = tuple(event for event in book.events(Question(codes)) if event.disagreements)

    if output_format is TableFormat.jsonl:
        from legation.views.cli.printing import JsonLines  # noqa: PLC0415
        from legation.views.records import dissent_records  # noqa: PLC0415

        lines = JsonLines()
        for event in found:
            for record in dissent_records(event):
                lines.write(record)
        return
    from legation.views.cli.dissent import print_dissent  # noqa: PLC0415
    from legation.views.cli.printing import counted  # noqa: PLC0415

    if found:
        print_dissent(found)
    many = sum(len(event.disagreements) for event in found)
    say(f"{counted(many, 'disagreement', 'disagreements')} in {counted(len(found), 'event', 'events')}")
