"""Fixtures: a desk over a small ledger, asked as a browser on this machine asks."""

from __future__ import annotations

import warnings

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


@pytest.fixture
def ledger(place):
    with open_ledger(place("desk")) as found:
        yield found


@pytest.fixture
def filled(ledger):
    ledger.keep([*world(), hostile()])
    ledger.update_events()
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
