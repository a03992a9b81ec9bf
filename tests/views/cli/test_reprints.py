from __future__ import annotations

import msgspec

from legation.ledger import open_ledger
from record_builders import make_dispatch, make_report


def test_json_lines(run, ledger_file):
    done = run("reprints", "--ledger", ledger_file, "--format", "jsonl")
    (found,) = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert list(found) == ["original", "copy", "likeness", "kind"]
    assert (found["original"], found["copy"]) == ("https://journal.example/1", "copie.txt")


def test_table(run, ledger_file):
    done = run("reprints", "--ledger", ledger_file)
    assert "copie.txt" in done.stdout
    assert done.stderr == "1 reprint\n"


def test_no_ledger(run):
    assert run("reprints").exit_code == 1


def test_none(run, kept_file):
    done = run("reprints", "--ledger", kept_file)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 reprints\n")


def test_hostile_sources_cannot_act(run, tmp_path):
    text = "Lavrov a rencontré Maduro à Caracas vendredi pour parler de pétrole, de blé et de coopération."
    dispatch = make_dispatch(text, "a\x1b[31m[bold]x")
    path = tmp_path / "two.db"
    with open_ledger(path) as ledger:
        again = msgspec.structs.replace(dispatch, source="<b>\u202ecopie")
        ledger.keep([(one, [make_report(one, date="2020-02-07")]) for one in (dispatch, again)])
        ledger.update_events()
    done = run("reprints", "--ledger", path)
    assert done.exit_code == 0
    assert "a\\x1b[31m[bold]x" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
