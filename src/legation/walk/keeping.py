"""Keeping what was read, in batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from types import TracebackType
from typing import TYPE_CHECKING

from legation import __version__
from legation.dispatch import Dispatch
from legation.intake import Refusal
from legation.report import Report
from legation.walk.steps import Known, Reading, Wanted

if TYPE_CHECKING:
    from legation.ledger import Ledger

BATCH = 32
"""Dispatches that are read together and kept in one transaction."""


def program_name(scope: Wanted, version: str = __version__) -> str:
    """The name under which the ledger keeps readings: those of all events are another program's than the rest."""
    return version if scope == "international" else f"{version}+{scope}"


class Keeping:
    """Keeps readings in batches; when it ends, whatever the reason, what is left, and merges. Without one: nothing."""

    def __init__(self, ledger: Ledger | None, program: str) -> None:
        self._ledger = ledger
        self._program = program
        self._waiting: list[tuple[Dispatch, tuple[Report, ...]]] = []

    def __enter__(self) -> Keeping:
        return self

    def known(self, batch: Iterable[Dispatch | Refusal]) -> set[tuple[str, str]]:
        """Which dispatches the ledger has: (id, source). Read for all events means read for international ones too."""
        ledger = self._ledger
        if ledger is None:
            return set()
        programs = dict.fromkeys((self._program, program_name("all")))
        return {
            (item.id, item.source)
            for item in batch
            if isinstance(item, Dispatch) and any(ledger.knows(item, program=name) for name in programs)
        }

    def add(self, step: Reading | Known | Refusal, known: Collection[tuple[str, str]]) -> None:
        """Takes a step of a batch of which this is known; keeps what has come together once it fills a batch."""
        if self._ledger is None or not isinstance(step, Reading):
            return
        if (step.dispatch.id, step.dispatch.source) in known:
            return
        self._waiting.append((step.dispatch, step.reports))
        if len(self._waiting) >= BATCH:
            self._keep()

    def _keep(self) -> None:
        assert self._ledger is not None
        waiting, self._waiting = self._waiting, []
        self._ledger.keep(waiting, program=self._program)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ledger is None:
            return
        from legation.ledger import LedgerError  # noqa: PLC0415  loaded by now, where there is a ledger

        if isinstance(error, LedgerError):
            return
        if self._waiting:
            self._keep()
        if kind is None or self._ledger.counts().stale:
            self._ledger.update_events()
