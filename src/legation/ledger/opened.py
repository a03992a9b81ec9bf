"""An open ledger: its file and its transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from legation.ledger import (
    opening,
)
from legation.ledger.people import PersonName
from legation.merging.standing import NOTHING, Standing


class Opened:
    """The file of a ledger and its transactions; what is asked and kept stands in the classes built upon it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._standing: tuple[str, Standing] = ("", NOTHING)
        self._names: tuple[int, tuple[PersonName, ...]] = (0, ())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file; the ledger cannot be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with opening.one_line(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with opening.one_line(self.path), opening.writing(self._engine).begin() as connection:
            yield connection
