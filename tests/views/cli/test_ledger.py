from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from legation.ledger import open_ledger


@pytest.fixture
def read_file(run, languages, tmp_path):
    """A ledger of dispatches that were really read: what its reports quote stands there."""
    for number, (who, whom) in enumerate((("Moscou", "Caracas"), ("Caracas", "Moscou"), ("Moscou", "Caracas"))):
        (tmp_path / f"{number}.txt").write_text(
            f"{who} a rencontré {whom} vendredi pour parler du pétrole et de la coopération, numéro {number}.", "utf-8"
        )
    assert run("read", "0.txt", "1.txt", "2.txt", "--ledger", "l.db").exit_code == 0
    return tmp_path / "l.db"


def spoil(path, statement):
    with sqlite3.connect(path) as connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()


def test_a_sound_ledger(run, read_file):
    done = run("ledger", "check", "--ledger", read_file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{read_file}: 3 dispatches, 3 reports, 1 event: no faults\n"


def test_faults_are_a_line_for_each_sort_and_can_be_repaired(run, read_file):
    spoil(read_file, "UPDATE reports SET type = 'AID'")
    spoil(read_file, "UPDATE events SET status = 'denied'")
    done = run("ledger", "check", "--ledger", read_file)
    assert done.exit_code == 4
    column, event = done.stdout.splitlines()
    assert column.startswith("column (3, can be repaired): a column says something else than the record: report ")
    assert event.startswith("event (1, can be repaired): ")
    assert event.endswith("(status)")
    assert done.stderr.endswith("4 faults\n")
    mended = run("ledger", "check", "--ledger", read_file, "--repair")
    assert mended.exit_code == 0
    assert mended.stdout == done.stdout
    assert mended.stderr.splitlines()[0] == "repairing"
    assert mended.stderr.endswith("no faults\n")
    assert run("ledger", "check", "--ledger", read_file).exit_code == 0


def test_of_many_faults_a_few_are_named(run, read_file):
    spoil(read_file, "UPDATE report_participants SET code = 'FRA'")
    spoil(read_file, "UPDATE dispatches SET title = 'x\x1b[31m'")
    spoil(read_file, "UPDATE readings SET first_day = '1999-01-01'")
    column, _ = run("ledger", "check", "--ledger", read_file).stdout.splitlines()
    assert column.startswith("column (6, ")
    assert column.endswith("; and 3 more")
    assert "\x1b" not in column


def test_what_cannot_be_repaired_stays_told(run, read_file):
    spoil(read_file, "UPDATE reports SET record = 'x' WHERE seq = 1")
    spoil(read_file, "UPDATE reports SET type = 'AID' WHERE seq = 2")
    done = run("ledger", "check", "--ledger", read_file, "--repair")
    assert done.exit_code == 4
    assert f"{read_file}: events are left as they are: a report is damaged" in done.stderr
    assert done.stdout.count("report (1, cannot be repaired)") == 2
    assert done.stdout.count("column (1, can be repaired)") == 1, "that one is mended"
    assert "Traceback" not in done.output


def test_a_ledger_that_is_none(run, tmp_path):
    done = run("ledger", "check", "--ledger", "nowhere.db")
    assert (done.exit_code, done.stderr) == (1, "nowhere.db: no such ledger\n")
    assert not (tmp_path / "nowhere.db").exists()
    assert run("ledger", "backup", "copy.db", "--ledger", "nowhere.db").exit_code == 1
    (tmp_path / "notes.db").write_text("Notes, and nothing else")
    assert run("ledger", "check", "--ledger", "notes.db").stderr == "notes.db: not a ledger (no SQLite database)\n"


def test_backup(run, read_file, tmp_path):
    done = run("ledger", "backup", "copy.db", "--ledger", read_file)
    assert done.exit_code == 0
    assert done.stderr.startswith("wrote copy.db: ")
    again = run("ledger", "backup", "copy.db", "--ledger", read_file)
    assert (again.exit_code, again.stderr) == (1, "copy.db: is there already\n")
    assert run("ledger", "backup", "copy.db", "--ledger", read_file, "--replace").exit_code == 0
    assert run("ledger", "check", "--ledger", "copy.db").exit_code == 0
    with open_ledger(read_file) as one, open_ledger(tmp_path / "copy.db") as other:
        assert one.events() == other.events()


def test_a_damaged_file_is_one_fault_and_no_traceback(run, read_file, tmp_path):
    run("ledger", "backup", "copy.db", "--ledger", read_file)
    broken = Path(shutil.copy(tmp_path / "copy.db", tmp_path / "broken.db"))
    with broken.open("rb+") as file:
        file.seek(4096 * 5)
        file.write(b"\xff" * 4096 * 6)
    done = run("ledger", "check", "--ledger", broken, "--repair")
    assert done.exit_code in {1, 4}
    assert "Traceback" not in done.output
    assert done.stdout.startswith("file (") or "damaged" in done.stderr
