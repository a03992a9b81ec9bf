"""`legation reprints`: which dispatches give another one's text."""

from __future__ import annotations

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption, TableFormat


@guarded
def reprints(
    output_format: FormatOption = TableFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List the dispatches that reprint another one."""
    with opened(ledger) as book:
        found = book.reprints()
    if output_format is TableFormat.jsonl:
        from legation.views.cli.printing import JsonLines  # noqa: PLC0415

        lines = JsonLines()
        for one in found:
            lines.write({"original": one.original, "copy": one.copy, "likeness": one.likeness, "kind": one.kind})
        return
    from legation.views.cli.tables import print_reprints  # noqa: PLC0415

    if found:
        print_reprints(found)
    say(f"{len(found)} reprint{'' if len(found) == 1 else 's'}")
