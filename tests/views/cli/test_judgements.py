from __future__ import annotations

import pytest

from legation.judgement import decode
from legation.ledger import open_ledger
from views.cases import world


@pytest.fixture
def judged(run, ledger_file):
    """The small world with a date corrected twice."""
    with open_ledger(ledger_file) as ledger:
        event = next(event for event in ledger.events() if event.status == "planned").id
    for value in ("2020-06", "2020-07"):
        done = run("correct", event, "date", value, "--reason", "lu\x1b[31m", "--by", "Ana", "--ledger", ledger_file)
        assert done.exit_code == 0
    return ledger_file


def test_the_list_tells_which_count(run, judged):
    done = run("judgements", "--ledger", judged)
    assert done.stderr == "2 judgements\n"
    rows = [line for line in done.stdout.splitlines() if "Ana" in line]
    assert ["2020-06" in row and "judged again" in row for row in rows] == [True, False]
    assert "yes" in rows[1]
    assert "\x1b" not in done.stdout


def test_none(run, ledger_file):
    done = run("judgements", "--ledger", ledger_file)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 judgements\n")


def test_export_and_import(run, judged, tmp_path):
    lines = run("judgements", "--format", "jsonl", "--ledger", judged).stdout_bytes
    assert [decode(line).value for line in lines.splitlines()] == ["2020-06", "2020-07"]
    (tmp_path / "made.jsonl").write_bytes(lines)
    with open_ledger(tmp_path / "other.db") as other:
        other.keep(world())
    done = run("judgements", "--import", "made.jsonl", "--ledger", "other.db")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "2 judgements taken in, 0 known already\n"
    again = run("judgements", "--import", "-", "--ledger", "other.db", input=lines)
    assert again.stderr == "0 judgements taken in, 2 known already\n"
    of = [run("events", "--format", "jsonl", "--ledger", path).stdout_bytes for path in (judged, "other.db")]
    assert of[0] == of[1]
    assert run("judgements", "--format", "jsonl", "--ledger", "other.db").stdout_bytes == lines


def test_judgements_on_what_is_not_there_are_kept_for_later(run, judged, tmp_path):
    (tmp_path / "made.jsonl").write_bytes(run("judgements", "--format", "jsonl", "--ledger", judged).stdout_bytes)
    open_ledger(tmp_path / "empty.db").close()
    done = run("judgements", "--import", "made.jsonl", "--ledger", "empty.db")
    assert done.stderr == "2 judgements taken in, 0 known already; 2 on reports that are not here\n"
    assert "report not here" in " ".join(run("judgements", "--ledger", "empty.db").stdout.split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("oops", "made.jsonl:1: "),
        ("[" * 5000, "made.jsonl:1: "),
        ("{GOOD}\n{}", "made.jsonl:2: "),
        ("{CHANGED}", "made.jsonl:1: its id is not that of its content: a judgement is never changed"),
        (None, "made.jsonl: no such file or directory"),
    ],
)
def test_a_line_that_is_no_judgement_takes_none_in(run, judged, tmp_path, content, said):
    good = run("judgements", "--format", "jsonl", "--ledger", judged).stdout.splitlines()[0]
    if content is not None:
        text = content.replace("{GOOD}", good).replace("{CHANGED}", good.replace("2020-06", "2020-08"))
        (tmp_path / "made.jsonl").write_text(text, "utf-8")
    open_ledger(tmp_path / "empty.db").close()
    done = run("judgements", "--import", "made.jsonl", "--ledger", "empty.db")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert run("judgements", "--ledger", "empty.db").stderr == "0 judgements\n"


def test_an_event_is_explained_with_what_was_judged(run, judged):
    with open_ledger(judged) as ledger:
        event = next(event for event in ledger.events() if event.judgements)
    done = run("explain", event.id, "--ledger", judged)
    assert "judged date 2020-07, by Ana on 20" in done.stdout
    assert "2020-06" not in done.stdout, "only what counts"
    assert "\x1b" not in done.stdout
