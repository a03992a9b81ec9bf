"""`legation judgements`: what persons judged, listed, exported, taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption, TableFormat
from legation.views.cli.printing import counted, print_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legation.address import Address
    from legation.judgement import Judgement
    from legation.merging.standing import Standing


@guarded
def judgements(
    taken: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="Take in judgements from JSON lines (- for standard input)."),
    ] = None,
    output_format: FormatOption = TableFormat.table,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List the judgements, or take in others."""
    if taken is not None:
        _take_in(taken, ledger)
        return
    with opened(ledger) as book:
        found, held = book.judgements(), book.standing()
    if output_format is TableFormat.jsonl:
        from legation.judgement import encode  # noqa: PLC0415
        from legation.views.cli.printing import JsonLines  # noqa: PLC0415

        lines = JsonLines()
        for one in found:
            lines.write_encoded(encode(one))
        return
    if found:
        _print(found, held)
    say(counted(len(found), "judgement", "judgements"))


def _take_in(path: Path, ledger: Address) -> None:
    from legation.views.cli.judgement_lines import read_judgements  # noqa: PLC0415

    given = read_judgements(path)
    with opened(ledger) as book:
        new = book.take_judgements(given)
        book.update_events()
        lost = len(set(book.standing().lost) & {one.id for one in given})
    known = len({one.id for one in given}) - new
    absent = f"; {lost} on reports that are not here" if lost else ""
    say(f"{counted(new, 'judgement', 'judgements')} taken in, {known} known already{absent}")


def print_shaping(made: Sequence[Judgement]) -> None:
    """The judgements that shaped an event: what was judged, who, when and why."""
    for one in made:
        reports = " and ".join(end.report for end in one.reports)
        what = f"{one.field} {one.value or 'unknown'}" if one.field else f"{one.kind}: {reports}"
        print_line(f"judged      {what}, by {one.by} on {one.at[:10]}{f': {one.reason}' if one.reason else ''}")


def _print(found: Sequence[Judgement], held: Standing) -> None:
    from legation.views.cli.printing import print_table, short  # noqa: PLC0415

    counting = {one.id for one in held.pairs.values()}
    counting |= {one.id for made in held.corrections.values() for one in made.values()}
    print_table(
        ("id", "when", "by", "judged", "reports", "why", "counts"),
        (
            (
                short(one.id),
                one.at[:16],
                one.by,
                f"{one.field}: {one.value or 'unknown'}" if one.field else one.kind,
                ", ".join(short(end.report) for end in one.reports),
                one.reason or "",
                "yes" if one.id in counting else "report not here" if one.id in held.lost else "judged again",
            )
            for one in found
        ),
        narrow=(0, 1),
    )
