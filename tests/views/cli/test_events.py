from __future__ import annotations

import csv
import io

import msgspec
import pytest

from legation.event import Event


def lines(done):
    assert done.exit_code == 0, done.output
    return [msgspec.json.decode(line, type=Event) for line in done.stdout_bytes.splitlines()]


def test_all_of_them_by_date(run, ledger_file):
    found = lines(run("events", "--ledger", ledger_file, "--format", "jsonl"))
    assert [event.type for event in found] == ["AID", "CONSULT", "CONSULT", "AID", "ACCUSE"]
    assert found[1].dispatches == 3
    assert found[2].commitment.outcome == "overdue"


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["RUS"], 5),
        (["Russie", "vénézuélien"], 5),
        (["RUS", "CUB"], 0),
        (["--since", "2020"], 3),
        (["--since", "2020", "--until", "2020-03"], 1),
        (["--type", "aid"], 2),
        (["--type", "AID", "--type", "accuse"], 3),
        (["--status", "planned"], 1),
    ],
)
def test_filters(run, ledger_file, arguments, count):
    assert len(lines(run("events", *arguments, "--ledger", ledger_file, "--format", "jsonl"))) == count


def test_table(run, ledger_file):
    done = run("events", "RUS", "VEN", "--ledger", ledger_file)
    assert "planned, overdue" in " ".join(done.stdout.split())
    assert "2 (3)" in done.stdout, "two independent sources in three dispatches"
    assert done.stderr == "5 events\n"


def test_csv(run, ledger_file):
    done = run("events", "--ledger", ledger_file, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 5
    assert rows[1]["people"] == "Sergueï Lavrov; Jorge Arreaza"
    assert float(rows[4]["intensity"]) == -3.0, "a number is no formula"


def test_csv_holds_no_formula(run, tmp_path):
    from legation.ledger import open_ledger  # noqa: PLC0415
    from record_builders import make_dispatch, make_report  # noqa: PLC0415

    dispatch = make_dispatch('=HYPERLINK("http://x") rencontre.', "a.txt", "2020-01-01")
    with open_ledger(tmp_path / "f.db") as ledger:
        ledger.keep([(dispatch, [make_report(dispatch)])])
        ledger.update_events()
    (row,) = csv.DictReader(io.StringIO(run("events", "--ledger", "f.db", "--format", "csv").stdout))
    assert row["sentence"].startswith("'=")


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["Venezuella"], 2, "unknown state 'Venezuella': did you mean Venezuela (VEN)?"),
        (["Qqqqqqqqq"], 2, "unknown state 'Qqqqqqqqq'"),
        (["--since", "hier"], 2, "--since: not a date: 'hier' (give 2019, 2019-05 or 2019-05-31)"),
        (["--until", "XXXX-07"], 2, "--until: not a date: 'XXXX-07' (give 2019, 2019-05 or 2019-05-31)"),
        (
            ["--status", "done"],
            2,
            "--status: unknown 'done' (there are: occurred, ongoing, planned, hypothetical, denied)",
        ),
        ([], 1, "legation.db: no such ledger; `legation read` makes one"),
    ],
)
def test_wrong_usage_is_one_line(run, arguments, status, line):
    done = run("events", *arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (status, "", line + "\n")


def test_readings_of_a_killed_run_are_merged_first(run, tmp_path):
    from legation.ledger import open_ledger  # noqa: PLC0415
    from views.cases import world  # noqa: PLC0415

    with open_ledger(tmp_path / "killed.db") as ledger:
        ledger.keep(world())
    assert len(lines(run("events", "--ledger", "killed.db", "--format", "jsonl"))) == 5


def test_a_hostile_dispatch_is_harmless(run, hostile_file):
    for form in ("table", "jsonl", "csv"):
        done = run("events", "--ledger", hostile_file, "--format", form)
        assert done.exit_code == 0
        if form == "table":
            assert "\x1b" not in done.stdout
            assert "\u202e" not in done.stdout
