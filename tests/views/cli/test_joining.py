"""Readings that are not joined to events yet: whoever opens a ledger joins them, and says so where it takes long."""

from __future__ import annotations

from legation.ledger import ledger as ledger_module
from legation.ledger import open_ledger, updating
from legation.views.cli import failures
from views.cases import world


def unjoined(path):
    """A ledger after an update of the program whose rules are others; how many events it had."""
    with open_ledger(path) as ledger:
        ledger.keep(world())
        number = ledger.update_events()
        with ledger._write() as connection:
            updating.forget(connection)
        assert ledger.counts().stale
    return number


def test_a_command_says_that_it_takes_long(run, tmp_path, monkeypatch):
    number = unjoined(tmp_path / "legation.db")
    monkeypatch.setattr(failures, "_MANY", 1)
    result = run("events", "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, number)
    assert "joining" in result.stderr and "readings to events, once after an update" in result.stderr
    assert run("events", "--format", "jsonl").stderr == ""


def test_few_readings_are_joined_without_a_word(run, tmp_path):
    number = unjoined(tmp_path / "legation.db")
    result = run("events", "--format", "jsonl")
    assert (len(result.stdout.splitlines()), result.stderr) == (number, "")


def test_a_thread_leaves_it_to_another_that_is_at_it(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger_module, "PATIENCE", 0.01)
    unjoined(tmp_path / "legation.db")
    with open_ledger(tmp_path / "legation.db") as ledger:
        with ledger._merging:
            ledger.update_events()
            assert ledger.counts().stale
        told = []
        ledger.update_events(lambda done, of: told.append((done, of)))
        assert not ledger.counts().stale
        assert told and told[0][0] == 0 < told[0][1]
