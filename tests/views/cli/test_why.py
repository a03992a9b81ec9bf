from __future__ import annotations

import re

import pytest

from legation.ledger import open_ledger
from record_builders import make_dispatch, make_report


@pytest.fixture
def event_id(ledger_file):
    """The id of the event of a type, with so many dispatches."""

    def find(type_name, dispatches=1, path=ledger_file):
        with open_ledger(path) as ledger:
            return next(e.id for e in ledger.events() if (e.type, e.dispatches) == (type_name, dispatches))

    return find


def test_pairs_with_their_sentences_and_what_would_have_split_them(run, ledger_file, event_id):
    done = run("why", event_id("CONSULT", 3)[:9], "--ledger", ledger_file)
    assert done.exit_code == 0
    assert "told by 3 dispatches, 2 independent sources: AFP; Arreaza" in done.stdout
    first, second = done.stdout.index("\n1. "), done.stdout.index("\n2. ")
    assert "reprint: one dispatch reprints the other" in done.stdout[first:second], "the strongest pair first"
    assert done.stdout.count("⟦rencontré⟧") >= 3
    assert "— Radio ← Arreaza, 2020-02-10 (occurred, 2020-02-06) [radio.txt]" in done.stdout
    assert re.search(r"^   for +\+\d+\.\d  parties: same parties: RUS, VEN$", done.stdout, re.MULTILINE)
    assert "date: neighbouring days" in done.stdout[second:]
    assert done.stdout.count("They would be apart ") == 2


def test_one_report_and_nothing_near(run, ledger_file, event_id):
    done = run("why", event_id("ACCUSE"), "--ledger", ledger_file)
    assert "One report tells it; nothing was joined." in done.stdout
    assert "⟦accuse⟧" in done.stdout
    assert "Nothing else in the ledger is like it" in done.stdout


def test_one_report_and_what_came_nearest(run, tmp_path, event_id):
    told = [
        (make_dispatch("Lavrov a reçu Arreaza.", "a.txt", "2020-02-08"), "2020-02-07", None),
        (make_dispatch("Lavrov a parlé avec Arreaza.", "b.txt", "2020-02-28"), "2020-02-27", None),
    ]
    path = tmp_path / "two.db"
    with open_ledger(path) as ledger:
        ledger.keep([(d, [make_report(d, date=date, mode=mode)]) for d, date, mode in told])
        ledger.update_events()
    done = run("why", event_id("CONSULT", path=path), "--ledger", path)
    assert "Nearest that stayed apart: event " in done.stdout
    assert "against -10.0  date: dates contradict: 2020-02-07 against 2020-02-27" in done.stdout
    assert "what speaks against is never outweighed: dates contradict" in done.stdout


def test_no_such_event(run, ledger_file, event_id):
    done = run("why", "zzz", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (1, f"no event 'zzz' in {ledger_file}\n")
    with open_ledger(ledger_file) as ledger:
        report = ledger.reports()[0].id
    done = run("why", report, "--ledger", ledger_file)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "`legation explain` says how it was read" in done.stderr


def test_an_ambiguous_beginning_and_no_ledger(run, tmp_path):
    path = tmp_path / "many.db"
    with open_ledger(path) as ledger:
        dispatches = [make_dispatch(f"Moscou accuse Caracas {i}.", f"{i}.txt") for i in range(17)]
        ledger.keep([(d, [make_report(d, "ACCUSE", date=f"19{i + 10}")]) for i, d in enumerate(dispatches)])
        ledger.update_events()
        ids = [event.id for event in ledger.events()]
    common = next(i[0] for i in ids if sum(other[0] == i[0] for other in ids) > 1)
    done = run("why", common, "--ledger", path)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert run("why", "ab").exit_code == 1


def test_hostile_words_cannot_act(run, hostile_file, event_id):
    done = run("why", event_id("CONSULT", path=hostile_file), "--ledger", hostile_file)
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "[bold red]" in done.stdout
