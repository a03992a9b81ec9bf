"""What all tests share: the French pack, its parser and a reader, built once a session (a worker)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from legation.language.pack import LanguagePack, load_pack
from legation.reading.attribution import Agency
from legation.reading.parse import load_parser
from legation.reading.reader import Reader

sys.path.insert(0, str(Path(__file__).parent))  # databases.py, however pytest imports the tests

from databases import KINDS, Place, Server, places, running_server

_QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What lands must not hang on the draw: the parser is a statistical one, and a pair of states in ten thousand is read
# otherwise than the next. The tests draw the same examples each time; `make hunt` draws new ones.
settings.register_profile("quiet", _QUIET, derandomize=True)
settings.register_profile("hunt", _QUIET, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quiet"))


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are named by their length: what was packed bears the second it was packed in, and the worker processes of
    a run must name their tests alike."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def pack() -> LanguagePack:
    return load_pack("fr")


@pytest.fixture(scope="session")
def parser(pack):
    return load_parser(pack.syntax)


@pytest.fixture(scope="session")
def reader(pack, parser) -> Reader:
    return Reader(pack, parser=parser, agencies={"reuters": Agency("Reuters", "GBR")})


@pytest.fixture(scope="session")
def _servers():
    """The server of this session (a worker), started by the first test that needs it."""
    with ExitStack() as stack:
        started: list[Server] = []

        def server() -> Server:
            if not started:
                started.append(stack.enter_context(running_server()))
            return started[0]

        yield server


@pytest.fixture
def server(_servers) -> Server:
    """A PostgreSQL server."""
    return _servers()


@pytest.fixture(params=KINDS)
def place(request, tmp_path, _servers) -> Iterator[Place]:
    """Gives places for ledgers; each test that asks for it runs on SQLite and on PostgreSQL."""
    with places(request.param, tmp_path, _servers) as found:
        yield found


@pytest.fixture(params=KINDS, scope="module")
def new_place(request, tmp_path_factory, _servers) -> Iterator[Callable[[], str]]:
    """Gives a new place at each call, for tests that draw many examples."""
    numbers = count()
    with places(request.param, tmp_path_factory.mktemp("ledgers"), _servers) as found:
        yield lambda: found(str(next(numbers)))
