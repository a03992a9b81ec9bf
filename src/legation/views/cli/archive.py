"""`legation archive`: millions of dispatches, read on an engine into a folder of Parquet."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import SKIPPED, Failure, guarded, say
from legation.views.cli.options import MaxSizeOption, ScopeChoice, ScopeOption, reading_limits
from legation.views.cli.printing import counted
from legation.views.cli.progress import ReadingProgress

if TYPE_CHECKING:
    from legation.archive.run import Begun, Done
    from legation.intake import Refusal

_SAID_EVERY = 30.0
"""Seconds between lines on how far a run is, where there is no terminal for a bar."""
_SHOWN = 20
"""Refusals that are said one by one; all stand in the folder."""

archive = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Read millions of dispatches on an engine.")

EngineOption = Annotated[
    str, typer.Option("--engine", metavar="PLACE", help="local, or ray://HOST:PORT, the head of a Ray cluster.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", help="Processes that work at once. [default: all cores]", min=1),
]


@archive.command()
@guarded
def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Files, folders, patterns or addresses (s3://…) of Parquet, JSON lines, WARC.",
            show_default=False,
        ),
    ],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder for what is read.", show_default=False)],
    engine: EngineOption = "local",
    workers: WorkersOption = None,
    scope: ScopeOption = ScopeChoice.international,
    max_size: MaxSizeOption = 2.0,
    part_size: Annotated[
        int, typer.Option("--part-size", metavar="N", help="Records of a part: what is lost at most by a stop.", min=1)
    ] = 500,
) -> None:  # fmt: skip
    """Read archives into a folder; a run that was stopped goes on where it was."""
    from legation.archive.run import read_archive  # noqa: PLC0415

    limits = reading_limits(max_size)
    with failing():
        steps = read_archive(
            sources, to, engine=engine, workers=workers, scope=scope.value, limits=limits, at_once=part_size
        )
        tally = _Tally()
        try:
            for step in steps:
                tally.add(step)
        finally:
            steps.close()
            tally.close()
    tally.finish(to)


@archive.command()
@guarded
def merge(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder that `legation archive read` wrote.", show_default=False)
    ],
    engine: EngineOption = "local",
    workers: WorkersOption = None,
) -> None:
    """Fold what was read from archives into events, on the engine."""
    from legation.archive.engine import Engine  # noqa: PLC0415
    from legation.archive.folded_files import write_events, write_reprints  # noqa: PLC0415
    from legation.archive.folding import Folding  # noqa: PLC0415
    from legation.archive.stored import whole  # noqa: PLC0415

    with failing():
        manifest = whole(folder)
        folding = Folding(manifest, Engine(engine, workers))
        say("looking for reprints")
        reprints = folding.reprints()
        say(f"{counted(len(reprints), 'reprint', 'reprints')}; comparing reports")
        write_reprints(folder, reprints)
        number = write_events(folder, folding.events(reprints))
    say(f"wrote {folder / 'events.jsonl'}: {counted(number, 'event', 'events')}")


@contextmanager
def failing() -> Iterator[None]:
    """Whatever is wrong with an archive is a `Failure`."""
    from legation.archive import ArchiveError  # noqa: PLC0415

    try:
        yield
    except ArchiveError as error:
        raise Failure(str(error)) from None


class _Tally:
    """Shows how far a run is and counts."""

    def __init__(self) -> None:
        self._parts = self._of_parts = self._refused = 0
        self._rows = {"dispatches": 0, "reports": 0, "rejects": 0}
        self._bar: ReadingProgress | None = None
        self._begun = self._said = time.monotonic()

    def add(self, step: Refusal | Begun | Done) -> None:
        """Takes a step of the run."""
        from legation.archive.run import Begun, Done  # noqa: PLC0415
        from legation.intake import Limits  # noqa: PLC0415

        if isinstance(step, Begun):
            self._parts, self._of_parts = step.parts_done, step.parts
            if step.parts_done:
                say(f"{step.parts_done} of {counted(step.parts, 'part', 'parts')} were read before")
            self._bar = ReadingProgress([], Limits(), total=step.records).__enter__()
            self._bar.advance(step.records_done)
        elif isinstance(step, Done):
            self._parts += 1
            for kind in self._rows:
                self._rows[kind] += step.part.rows(kind)
            if self._bar is not None:
                self._bar.advance(step.records)
            self._say_how_far()
        else:
            self._refused += 1
            if self._refused <= _SHOWN:
                say(str(step))

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)

    def _say_how_far(self) -> None:
        now = time.monotonic()
        if now - self._said < _SAID_EVERY:
            return
        self._said = now
        rate = self._rows["dispatches"] / max(now - self._begun, 0.001)
        line = f"{self._parts} of {self._of_parts} parts, {self._rows['dispatches']} dispatches, {rate:.1f} a second"
        if self._bar is not None:
            self._bar.note(line)

    def finish(self, folder: Path) -> None:
        """The closing line; the status of a run that left something out."""
        dispatches = counted(self._rows["dispatches"], "dispatch", "dispatches")
        line = f"read {dispatches}, {counted(self._rows['reports'], 'report', 'reports')} into {folder}"
        rejects = self._rows["rejects"]
        say(line + (f"; skipped {rejects} ({folder / 'rejects'} names them)" if rejects else ""))
        if self._refused > _SHOWN:
            say(f"{self._refused - _SHOWN} more sources were not read whole; the manifest names them")
        if rejects or self._refused:
            raise typer.Exit(SKIPPED)
