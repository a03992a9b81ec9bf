from __future__ import annotations

import pytest

from legation.ledger import open_ledger
from views import cases


@pytest.fixture
def doubtful(tmp_path, undecided):
    path = tmp_path / "d.db"
    with open_ledger(path) as ledger:
        ledger.keep(cases.doubtful())
        ledger.update_events()
    return path


def judgements(path):
    with open_ledger(path) as ledger:
        return [(one.kind, one.by) for one in ledger.judgements()], len(ledger.events())


def test_each_pair_is_put_with_its_words_and_reasons(run, doubtful):
    done = run("judge", "RUS", "--ledger", doubtful, input="q\n")
    assert done.exit_code == 0
    for word in (
        "⟦Les⟧ ministres",
        "⟦Rencontre⟧",
        "x.txt, published 2020-02-09",
        "type +",
        "RUS → VEN",
        "one event",
    ):
        assert word in done.stdout, word
    assert "\x1b" not in done.stdout
    assert "\\x1b[31m[red]" in done.stdout
    assert done.stderr == "0 judged; 1 doubtful pair left\n"
    assert judgements(doubtful) == ([], 4)


def test_keys(run, doubtful):
    done = run("judge", "--ledger", doubtful, "--by", "Ana", input="?\nx\ns\nD\n")
    assert done.stderr == "2 judged; 0 doubtful pairs left\n"
    assert "different events: they never stand" in done.stdout
    assert done.stdout.count("s one event, d different") == 3, "once for each pair, once for the key without meaning"
    assert judgements(doubtful) == ([("same", "Ana"), ("different", "Ana")], 3)


def test_what_is_put_off_comes_again_the_next_time(run, doubtful):
    done = run("judge", "--ledger", doubtful, input="l\nl\n")
    assert done.stderr == "0 judged; 2 doubtful pairs left\n"
    assert [kind for kind, _ in judgements(doubtful)[0]] == ["later", "later"]
    assert run("judge", "--ledger", doubtful, input="s\ns\n").stderr == "2 judged; 0 doubtful pairs left\n"


def test_the_end_of_the_input_quits_and_keeps_what_was_judged(run, doubtful):
    assert run("judge", "--ledger", doubtful, input="d\n").stderr == "1 judged; 1 doubtful pair left\n"
    assert judgements(doubtful)[1] == 4


def test_states_narrow_it_down(run, doubtful):
    done = run("judge", "Cuba", "FRA", "--ledger", doubtful, input="s\ns\n")
    assert done.stderr == "1 judged; 0 doubtful pairs left\n"
    assert "RUS" not in done.stdout


def test_keys_of_a_terminal_need_no_line_end(run, doubtful, monkeypatch):
    from legation.views.cli import judge  # noqa: PLC0415

    keys = iter("ds")
    monkeypatch.setattr("click.getchar", lambda: next(keys))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    found = judge._keys()
    assert [next(found), next(found)] == ["d", "s"]


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["Qqqqqqqqq"], 2, "unknown state 'Qqqqqqqqq'"),
        (["--by", " "], 2, "--by: say who judges"),
        ([], 1, "legation.db: no such ledger; `legation read` makes one"),
    ],
)
def test_wrong_usage_is_one_line(run, arguments, status, line):
    done = run("judge", *arguments, input="s\n")
    assert (done.exit_code, done.stdout, done.stderr) == (status, "", line + "\n")
