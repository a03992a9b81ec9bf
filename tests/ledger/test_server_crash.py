"""A server that crashes or is restarted while a ledger is written: a run begun again ends in the undisturbed record."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest
from sqlalchemy import event

from databases import running_server
from legation.ledger import LedgerError, open_ledger, updating

from .cases import export
from .pool import pool


@pytest.fixture
def own_server():
    """A server that no other test uses."""
    with running_server() as server:
        yield server


def whole_run(place, at_statement=None, strike=None):
    """Keeps and merges the pool in small batches; strikes before a statement, if one is named. Counts them."""
    seen = 0

    def before(connection, *_):
        nonlocal seen
        seen += 1
        if seen == at_statement:
            strike(connection)

    items = pool(11, 45)
    with open_ledger(place) as ledger:
        event.listen(ledger._engine, "before_cursor_execute", before)
        event.listen(ledger._engine, "commit", before)
        for at in range(0, len(items), 15):
            ledger.keep(items[at : at + 15])
            ledger.update_events()
    return seen


def opened_again(place):
    """A ledger whose server is getting up; how many dispatches it holds."""
    until = time.monotonic() + 60
    while True:
        try:
            with open_ledger(place, create=False) as ledger:
                return ledger.counts().dispatches
        except LedgerError as error:
            assert "\n" not in str(error)
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_a_server_that_crashes_or_is_restarted_in_the_middle_loses_nothing(own_server, tmp_path, monkeypatch):
    monkeypatch.setattr(updating, "PORTION", 7)
    statements = whole_run(tmp_path / "undisturbed.db")
    place = own_server.uri(own_server.make())

    def crash(connection):
        # The server takes the death of one of its processes for damage: it ends all others and recovers from its log.
        os.kill(connection.connection.driver_connection.info.backend_pid, signal.SIGKILL)

    rng, before = random.Random(9), 0
    for strike in (crash, crash, lambda _: own_server.restart(), crash):
        with pytest.raises(LedgerError, match="cannot be reached or went away") as error:
            whole_run(place, rng.randint(5, statements // 5), strike)
        assert "\n" not in str(error.value)
        kept = opened_again(place)
        assert kept % 15 == 0
        assert kept >= before
        before = kept
    assert 0 < before < 45
    whole_run(place)
    with open_ledger(place) as ledger, open_ledger(tmp_path / "undisturbed.db") as undisturbed:
        assert export(ledger) == export(undisturbed)
        assert ledger.counts() == undisturbed.counts()
        assert list(ledger.check()) == []
