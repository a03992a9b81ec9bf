from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from contextlib import suppress

import polars
import pytest

from legation.views.exports import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_to_a_file(run, ledger_file, tmp_path, name):
    done = run("export", "--format", name, "--out", "x.out", "--ledger", ledger_file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("wrote x.out: ")
    assert (tmp_path / "x.out").stat().st_size > 0
    assert not list(tmp_path.glob(".x*")), "no litter"


def test_standard_output_is_the_default(run, ledger_file):
    done = run("export", "RUS", "VEN", "--format", "cameo", "--ledger", ledger_file, "--type", "aid")
    assert done.exit_code == 0
    assert done.stdout.count("\n") == 3
    assert done.stderr == "2 rows\n"


def test_what_has_no_place_is_counted(run, ledger_file):
    done = run("export", "--format", "ics", "--ledger", ledger_file, "--out", "-")
    assert done.stderr == "1 entries; events left out: 4 (docs/exports.md says which)\n"


def test_parquet_goes_into_a_pipe(run, ledger_file):
    done = run("export", "--format", "parquet", "--ledger", ledger_file)
    assert polars.read_parquet(io.BytesIO(done.stdout_bytes)).height == 5


def on_a_terminal(*arguments):
    """Exit status and standard output of the program on a terminal."""
    ours, its = pty.openpty()
    command = [sys.executable, "-m", "legation", *map(str, arguments)]
    with subprocess.Popen(command, stdout=its, stderr=subprocess.DEVNULL) as process:
        os.close(its)
        seen = b""
        with suppress(OSError):  # the end of a terminal
            while portion := os.read(ours, 4096):
                seen += portion
    os.close(ours)
    return process.returncode, seen


def test_a_terminal_takes_no_parquet_and_is_not_steered(hostile_file):
    assert on_a_terminal("export", "--format", "parquet", "--ledger", hostile_file) == (2, b"")
    status, seen = on_a_terminal("export", "--format", "jsonl", "--ledger", hostile_file)
    assert status == 0
    assert b"Maduro" in seen
    assert b"\\u202e" in seen
    assert "\u202e".encode() not in seen


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["--format", "csv", "Venezuella"], 2, "unknown state 'Venezuella': did you mean Venezuela (VEN)?"),
        (["--format", "csv", "--since", "hier"], 2, "--since: not a date"),
        (["--format", "csv", "--type", "x"], 2, "--type: unknown 'x'"),
        (["--format", "ics", "--language", "xx"], 2, "--language: unknown 'xx' (there are: en, fr)"),
        (["--format", "csv", "--ledger", "none.db"], 1, "none.db: no such ledger"),
        (["--format", "csv", "--ledger", "LEDGER", "--out", "nowhere/x.csv"], 1, "nowhere/x.csv: no such file"),
    ],
)
def test_wrong_usage_is_one_line(run, ledger_file, arguments, status, line):
    done = run("export", *[ledger_file if one == "LEDGER" else one for one in arguments])
    assert (done.exit_code, done.stdout) == (status, "")
    assert done.stderr.startswith(line)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--format", "xlsx"], []])
def test_a_format_must_be_given(run, ledger_file, arguments):
    assert run("export", *arguments, "--ledger", ledger_file).exit_code == 2


def test_a_device_is_written_into_and_stays_one(run, ledger_file, tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")
    for name in ("csv", "parquet"):
        done = run("export", "--format", name, "--out", "full", "--ledger", ledger_file)
        assert (done.exit_code, done.stderr) == (1, "full: no space left on device\n")
        assert (tmp_path / "full").is_char_device()


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_ledger_that_fails_is_one_line_and_leaves_no_file(run, ledger_file, tmp_path, monkeypatch, name):
    from legation.ledger import Ledger, LedgerError  # noqa: PLC0415

    def broken(*_):
        raise LedgerError("world.db: the file is damaged")
        yield

    monkeypatch.setattr(Ledger, "each_event", broken)
    done = run("export", "--format", name, "--out", "x.out", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (1, "world.db: the file is damaged\n")
    assert not (tmp_path / "x.out").exists()


def test_a_file_stays_when_writing_fails(run, ledger_file, tmp_path, monkeypatch):
    (tmp_path / "x.csv").write_text("old\n")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("legation.views.exports.rows.event_row", full)
    done = run("export", "--format", "csv", "--out", "x.csv", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (1, "x.csv: no space left on device\n")
    assert (tmp_path / "x.csv").read_text() == "old\n"
    assert not list(tmp_path.glob(".x*")), "no litter"
