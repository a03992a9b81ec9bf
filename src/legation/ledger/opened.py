"""An open ledger: where it is and its transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from legation.address import Address
from legation.ledger import opening
from legation.ledger.errors import LedgerError
from legation.ledger.faults import one_line
from legation.ledger.people import PersonName
from legation.merging.standing import NOTHING, Standing


class Opened:
    """The place of a ledger and its transactions; what is asked and kept stands in the classes built upon it."""

    def __init__(self, address: Address, engine: Engine) -> None:
        self.address = address
        self._engine = engine
        self._standing: tuple[str, Standing] = ("", NOTHING)
        self._names: tuple[int, tuple[PersonName, ...]] = (0, ())
        self._merging = Lock()

    @property
    def path(self) -> Path:
        """The file of this ledger.

        Raises:
            LedgerError: it is on a server.
        """
        if self.address.path is None:
            raise LedgerError(f"{self.address}: is no file")
        return self.address.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or the server; the ledger cannot be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with one_line(self.address), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self, *, keeping: bool = False) -> Iterator[Connection]:
        with one_line(self.address), opening.writing(self._engine, keeping=keeping).begin() as connection:
            yield connection
