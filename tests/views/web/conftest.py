"""Fixtures: a desk over a small ledger, asked as a browser on this machine asks."""

from __future__ import annotations

import warnings

import pytest

from legation.ledger import open_ledger
from legation.views.web import Settings, make_app
from views.cases import hostile, world

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

HERE = "http://127.0.0.1"
TOKEN = "a-long-random-word"


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "desk.db") as found:
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
