from __future__ import annotations

import msgspec


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
