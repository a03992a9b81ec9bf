"""Copies of a ledger: of one moment, whole or not there, and ledgers themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from legation.ledger import LedgerError, backing_up, open_ledger

from .cases import export, world

WRITER = """
import sys
sys.path[:0] = [{tests!r}]
from ledger.test_killed import batches
from legation.ledger import open_ledger
with open_ledger({path!r}) as ledger:
    for batch in batches(size=2, number=2000):
        ledger.keep(batch)
        ledger.update_events()
        print("kept", flush=True)
"""


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db") as opened:
        opened.keep(world())
        opened.update_events()
        yield opened


def refused(ledger, target, **options):
    with pytest.raises(LedgerError) as error:
        ledger.backup(target, **options)
    message = str(error.value)
    assert "\n" not in message
    assert str(target) in message
    return message


def test_the_copy_is_a_ledger_like_the_other(ledger, tmp_path):
    target = tmp_path / "copy.db"
    assert ledger.backup(target) == target.stat().st_size
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith((".", "copy"))) == ["copy.db"]
    with open_ledger(target, create=False) as copy:
        assert export(copy) == export(ledger)
        assert list(copy.check()) == []
        assert copy.search("Arreaza") == ledger.search("Arreaza")


def test_copies_are_of_one_moment_while_somebody_writes(tmp_path):
    path, code = tmp_path / "l.db", WRITER.format(tests=str(Path(__file__).parents[1]), path=str(tmp_path / "l.db"))
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as writer:
        try:
            assert writer.stdout
            held = []
            for number in range(5):
                for _ in range(3):
                    assert writer.stdout.readline() == "kept\n"
                with open_ledger(path) as ledger:
                    ledger.backup(tmp_path / f"copy-{number}.db")
            assert writer.poll() is None, "it went on writing meanwhile"
        finally:
            writer.kill()
    for number in range(5):
        with open_ledger(tmp_path / f"copy-{number}.db", create=False) as copy:
            counts = copy.counts()
            assert counts.dispatches % 2 == 0, "a batch is there whole or not at all"
            assert [fault for fault in copy.check() if not fault.note] == []
            copy.update_events()
            held.append(counts.dispatches)
    assert held == sorted(held)
    assert held[0] >= 6


def test_nothing_is_written_over_unless_wanted(ledger, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("Notes")
    assert "is there already" in refused(ledger, target)
    assert target.read_text() == "Notes"
    ledger.backup(target, replace=True)
    with open_ledger(target, create=False) as copy:
        assert export(copy) == export(ledger)


def test_what_would_spoil_a_ledger_is_refused(ledger, tmp_path):
    assert "is the ledger itself" in refused(ledger, ledger.path, replace=True)
    (tmp_path / "link.db").symlink_to(ledger.path)
    assert "is the ledger itself" in refused(ledger, tmp_path / "link.db", replace=True)
    assert "is a folder" in refused(ledger, tmp_path, replace=True)
    assert "its folder does not exist" in refused(ledger, tmp_path / "nowhere" / "copy.db")
    # What a killed program leaves beside a database would be taken for part of the new one.
    (tmp_path / "other.db-wal").write_bytes(b"x")
    assert "other.db-wal" in refused(ledger, tmp_path / "other.db")
    with open_ledger(tmp_path / "busy.db") as busy:
        busy.keep(world())
        assert "in use" in refused(ledger, tmp_path / "busy.db", replace=True)
    assert export(ledger)[0]


def test_a_copy_that_fails_leaves_nothing(ledger, tmp_path, monkeypatch):
    target = tmp_path / "sub" / "copy.db"
    target.parent.mkdir()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backing_up, "_copy", full)
    assert "no space left" in refused(ledger, target)
    assert list(target.parent.iterdir()) == []


def test_how_far_it_is(ledger, tmp_path):
    said = []
    ledger.backup(tmp_path / "copy.db", progress=lambda *step: said.append(step))
    assert said
    assert said[-1][1] == said[-1][2] > 0
