"""The progress bar of `read`: on standard error, only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from legation.views.cli.failures import say

if TYPE_CHECKING:
    from rich.progress import Progress, Task
    from rich.text import Text

    from legation.intake import Limits

_CHUNK = 1 << 20


class ReadingProgress:
    """Counts dispatches, shows their rate and the time left; says lines above the bar."""

    def __init__(self, paths: Sequence[str], limits: Limits, *, total: int | None = None) -> None:
        """`total` inputs are expected; without it they are counted."""
        self._paths = paths
        self._limits = limits
        self._total = total
        self._bar: Progress | None = None

    def __enter__(self) -> ReadingProgress:
        if sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total or expected(self._paths, self._limits))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, count: int = 1) -> None:
        """So many inputs more are done."""
        if self._bar is not None:
            self._bar.advance(self._task, count)

    def note(self, line: str) -> None:
        """How far it is, in a line on standard error, where there is no bar to show it."""
        if self._bar is None:
            say(line)

    def say(self, line: str) -> None:
        """A line on standard error, above the bar."""
        if self._bar is None:
            say(line)
        else:
            from legation.views.escaping import one_line  # noqa: PLC0415

            self._bar.console.print(one_line(line), markup=False, highlight=False, emoji=False, soft_wrap=True)


def expected(paths: Sequence[str], limits: Limits) -> int | None:
    """How many inputs there are, about: a file each, of files of records their lines. None where nobody can tell."""
    from legation.intake import Refusal  # noqa: PLC0415
    from legation.intake.sources import STANDARD_INPUT, gather  # noqa: PLC0415

    if STANDARD_INPUT in paths:
        return None
    count = 0
    for source in gather(paths, limits):
        if isinstance(source, Refusal) or source.form not in ("records", "table"):
            count += 1
        elif source.size is None:
            return None
        else:
            count += _lines(source.location)
    return count


def _lines(location: str) -> int:
    """Line ends in a file, one at least; quoted ones in CSV are counted too, so that the end may come early."""
    count = 0
    try:
        with open(location, "rb") as file:  # noqa: PTH123  names may be no valid text
            while chunk := file.read(_CHUNK):
                count += chunk.count(b"\n")
    except OSError:
        return 1
    return max(count, 1)


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text  # noqa: PLC0415

    class Rate(ProgressColumn):
        """Dispatches a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f} dispatches/s" if task.speed else "– dispatches/s")

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
