"""`legation read`: dispatches in, reports out and into the ledger."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from legation.address import Address
from legation.views.cli.failures import SKIPPED, STOPPED, USAGE, Failure, guarded, opened, say
from legation.views.cli.options import (
    DEFAULT_LEDGER,
    MaxSizeOption,
    MaxTimeOption,
    ScopeChoice,
    ScopeOption,
    TableFormat,
    ledger_address,
    reading_limits,
)
from legation.views.cli.printing import JsonLines, counted

if TYPE_CHECKING:
    from legation.intake import Refusal
    from legation.ledger import Ledger
    from legation.report import Report
    from legation.walk import Known, Reading, Workers

ROWS = 100
"""Reports beyond which the table gives way to a summary."""
MOST_WORKERS = 512


@guarded
def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
    ],
    ledger: Annotated[
        Address | None,
        typer.Option(
            "--ledger",
            metavar="LEDGER",
            parser=ledger_address,
            help="The ledger that keeps what is read: a file, or postgresql://USER@HOST/DATABASE; made if it is not "
            f"there. [default: {DEFAULT_LEDGER}; with --format jsonl: none]",
        ),
    ] = None,
    output_format: Annotated[
        TableFormat, typer.Option("--format", help="A table for people, or one JSON line per report.")
    ] = TableFormat.table,
    scope: ScopeOption = ScopeChoice.international,
    max_size: MaxSizeOption = 2.0,
    max_time: MaxTimeOption = 60.0,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            metavar="N",
            help="How many processes read. [default: one for each core; one where there is little to read]",
        ),
    ] = None,
) -> None:
    """Read dispatches: texts, pages of HTML, JSON lines, CSV."""
    from legation.views.cli.progress import ReadingProgress  # noqa: PLC0415
    from legation.walk import ReaderSet, walk  # noqa: PLC0415

    crew = _crew(workers)
    limits = reading_limits(max_size, max_time)
    as_lines = output_format is TableFormat.jsonl
    where = ledger or (None if as_lines else DEFAULT_LEDGER)
    tally = Tally(as_lines=as_lines)
    stopped = False
    with opened(where, create=True) if where else nullcontext() as kept:
        with ReadingProgress(paths, limits) as progress:
            steps = walk(
                paths, ReaderSet(), ledger=kept, limits=limits, scope=scope.value, again=as_lines, workers=crew
            )
            try:
                for step in steps:
                    if refused := tally.add(step):
                        progress.say(refused)
                    progress.advance()
            except KeyboardInterrupt:
                stopped = True
            finally:
                steps.close()  # keeps and merges what was read, also after Ctrl-C
        tally.finish(kept)
    if stopped:
        raise KeyboardInterrupt
    if tally.skipped:
        raise typer.Exit(SKIPPED)


def _crew(asked: int | None) -> Workers:
    """By how many processes to read: as many as were asked for, else one for each core where it is worth the while."""
    from legation.walk import ReaderSet, Workers, cores  # noqa: PLC0415

    if asked is None:
        return Workers(cores(), ReaderSet)
    if not 1 <= asked <= MOST_WORKERS:
        raise Failure(f"--workers: 1 to {MOST_WORKERS} are possible, not {asked}", USAGE)
    return Workers(asked, ReaderSet, few=0)


class Tally:
    """Prints reports as they come (JSON lines) or at the end (table, or a summary of many), and counts."""

    def __init__(self, *, as_lines: bool) -> None:
        self.read = self.reports = self.known = self.skipped = 0
        self._lines = JsonLines() if as_lines else None
        self._rows: list[Report] = []
        self._types: Counter[tuple[str, str]] = Counter()
        self._pairs: Counter[str] = Counter()

    def add(self, step: Reading | Known | Refusal) -> str | None:
        """Takes a step; returns the line to say when it is a refusal."""
        from legation.intake import Refusal  # noqa: PLC0415
        from legation.report import encode  # noqa: PLC0415
        from legation.walk import Known  # noqa: PLC0415

        if isinstance(step, Refusal):
            self.skipped += 1
            return str(step)
        if isinstance(step, Known):
            self.known += 1
            return None
        self.read += 1
        self.reports += len(step.reports)
        for report in step.reports:
            if self._lines is not None:
                self._lines.write_encoded(encode(report))
                continue
            if len(self._rows) <= ROWS:
                self._rows.append(report)
            self._types[report.type, report.status] += 1
            codes = sorted({one.code for one in (*report.actors, *report.recipients)})
            self._pairs.update(f"{a} – {b}" for i, a in enumerate(codes) for b in codes[i + 1 :])
        return None

    def finish(self, ledger: Ledger | None) -> None:
        """Prints the table or the summary, and the closing lines on standard error."""
        if self._rows:
            from legation.views.cli.tables import print_reports, print_summary  # noqa: PLC0415

            if self.reports > ROWS:
                print_summary(self._types, self._pairs)
            else:
                print_reports(self._rows)
        closing = f"read {counted(self.read, 'dispatch', 'dispatches')}, {counted(self.reports, 'report', 'reports')}"
        if self.known:
            closing += f"; {self.known} known already"
        say(closing + (f"; skipped {self.skipped}" if self.skipped else ""))
        if ledger is not None:
            counts = ledger.counts()
            held = counted(counts.dispatches, "dispatch", "dispatches"), counted(counts.events, "event", "events")
            say(f"{ledger.address} holds {held[0]}, {held[1]}")


__all__ = ["ROWS", "STOPPED", "Tally", "read"]
