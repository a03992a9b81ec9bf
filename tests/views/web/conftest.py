"""Fixtures: a desk over a small ledger, asked as a browser on this machine asks."""

from __future__ import annotations

import shutil
import warnings
from urllib.parse import urlsplit

import pytest

from databases import KINDS, places
from legation.ledger import open_ledger
from legation.views.web import Settings, make_app
from views.cases import hostile, world

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

BOTH = {"records", "commitments", "dispatch", "event", "judging", "overview", "people", "relations", "search"}
"""What of the desk is tested on PostgreSQL too: what asks the ledger, page by page. The rest is the same on both."""
HERE = "http://127.0.0.1"
TOKEN = "a-long-random-word"


def pytest_generate_tests(metafunc):
    if "place" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".test_")[2] in BOTH:
        metafunc.parametrize("place", KINDS, indirect=True)


@pytest.fixture
def place(request, tmp_path, _servers):
    """Gives places for ledgers: files, on PostgreSQL only where that is asked for."""
    with places(getattr(request, "param", "sqlite"), tmp_path, _servers) as found:
        yield found


@pytest.fixture(scope="session")
def world_file(tmp_path_factory):
    """The small world in a file, merged once a session (a worker)."""
    return _with_the_world(tmp_path_factory.mktemp("world") / "desk.db")


@pytest.fixture(scope="session")
def world_database(_servers):
    """The same on the server: the name of a database to make others like it."""
    made: list[str] = []

    def name() -> str:
        if not made:
            made.append(_servers().make())
            _with_the_world(_servers().uri(made[0]))
        return made[0]

    return name


def _with_the_world(where):
    with open_ledger(where) as ledger:
        ledger.keep([*world(), hostile()])
        ledger.update_events()
    return where


@pytest.fixture
def ledger(request, place, world_file, world_database, _servers):
    """An empty ledger; for tests that ask for `filled`, one with the small world."""
    where = place("desk")
    if "filled" in request.fixturenames:
        if where.startswith("postgresql"):
            name = urlsplit(where).path.strip("/")
            _servers().drop(name)
            _servers().run(f"CREATE DATABASE {name} TEMPLATE {world_database()}")
        else:
            shutil.copyfile(world_file, where)
    with open_ledger(where) as found:
        yield found


@pytest.fixture
def filled(ledger):
    return ledger


@pytest.fixture
def desk_of():
    """Makes a client of a desk over a ledger; settings by name."""

    def make(ledger, **settings):
        app = make_app(ledger, Settings(**settings))
        return TestClient(app, base_url=HERE, raise_server_exceptions=False, follow_redirects=False)

    return make


@pytest.fixture
def desk(filled, desk_of):
    return desk_of(filled)
