from __future__ import annotations

from legation.ledger import open_ledger
from views.cases import world


def test_a_report(run, ledger_file):
    (_, reports), *_ = world()
    done = run("explain", reports[0].id[:10], "--ledger", ledger_file)
    assert done.exit_code == 0
    assert "⟦rencontré⟧" in done.stdout
    assert "ministre des Affaires étrangères" in done.stdout
    assert "2020-02-07 (7 February 2020)" in done.stdout
    assert "Le Journal ← AFP" in done.stdout
    assert "lexicon     test" in done.stdout


def test_an_event_says_why_its_reports_are_one(run, ledger_file):
    with open_ledger(ledger_file) as ledger:
        event = next(event for event in ledger.events() if event.dispatches == 3)
    done = run("explain", event.id, "--ledger", ledger_file)
    assert done.stdout.count("chain ") == 3
    assert ": same event (" in done.stdout
    assert "parties +" in done.stdout
    assert "differ      date: 2020-02-06" in done.stdout


def test_an_event_of_one_report(run, ledger_file):
    with open_ledger(ledger_file) as ledger:
        event = next(event for event in ledger.events() if event.type == "ACCUSE")
    assert "nothing: one report tells it" in run("explain", event.id, "--ledger", ledger_file).stdout


def test_nothing_of_that_id(run, ledger_file):
    done = run("explain", "zzz", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (1, f"no report or event 'zzz' in {ledger_file}\n")


def test_hostile_words_cannot_act(run, hostile_file):
    with open_ledger(hostile_file) as ledger:
        (event,) = ledger.events()
    for identifier in (event.id, event.reports[0].id):
        done = run("explain", identifier, "--ledger", hostile_file)
        assert done.exit_code == 0
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout
        assert "[bold red]" in done.stdout
