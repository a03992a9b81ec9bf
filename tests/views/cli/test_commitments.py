from __future__ import annotations

import msgspec


def test_json_lines(run, ledger_file):
    done = run("commitments", "RUS", "VEN", "--ledger", ledger_file, "--format", "jsonl")
    (found,) = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert list(found) == ["event", "due", "outcome", "as_of", "announced", "evidence"]
    assert (found["due"], found["outcome"], found["as_of"]) == ("2020-05", "overdue", "2021-03-02")
    assert len(found["announced"]) == 2


def test_as_of_a_day_knows_only_what_was_out(run, ledger_file):
    at = run("commitments", "--as-of", "2020-02-08", "--ledger", ledger_file, "--format", "jsonl")
    found = msgspec.json.decode(at.stdout)
    assert (found["outcome"], found["as_of"], len(found["announced"])) == ("open", "2020-02-08", 1)
    assert run("commitments", "--as-of", "2019", "--ledger", ledger_file, "--format", "jsonl").stdout == ""


def test_table(run, ledger_file):
    done = run("commitments", "--ledger", ledger_file)
    assert "overdue" in done.stdout
    assert "⟦se réunira⟧" in done.stdout
    assert done.stderr == "1 commitment\n"


def test_a_day_that_is_none(run, ledger_file):
    assert run("commitments", "--as-of", "demain", "--ledger", ledger_file).exit_code == 2
