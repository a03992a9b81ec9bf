"""`legation import`: what `legation archive read` made, into a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, FilledLedgerOption
from legation.views.cli.printing import counted


@guarded
def import_archive(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder that `legation archive read` wrote.", show_default=False)
    ],
    ledger: FilledLedgerOption = DEFAULT_LEDGER,
) -> None:
    """Bring what was read from archives into a ledger, and merge it there."""
    from legation.archive.engine import load_daft  # noqa: PLC0415
    from legation.archive.loading import load  # noqa: PLC0415
    from legation.archive.stored import whole  # noqa: PLC0415
    from legation.intake import Limits  # noqa: PLC0415
    from legation.views.cli.archive import failing  # noqa: PLC0415
    from legation.views.cli.progress import ReadingProgress  # noqa: PLC0415

    with failing():
        load_daft()
        parts = sorted(whole(folder).parts.values(), key=lambda part: part.number)
        dispatches = new = 0
        with opened(ledger, create=True) as book:
            with ReadingProgress([], Limits(), total=sum(part.rows("dispatches") for part in parts)) as progress:
                for step in load(folder, book):
                    progress.advance(step.dispatches - dispatches)
                    dispatches, new = step.dispatches, step.new
            book.update_events()
            counts = book.counts()
    say(f"imported {counted(dispatches, 'dispatch', 'dispatches')}, {new} of them new")
    held = counted(counts.dispatches, "dispatch", "dispatches"), counted(counts.events, "event", "events")
    say(f"{ledger} holds {held[0]}, {held[1]}")
