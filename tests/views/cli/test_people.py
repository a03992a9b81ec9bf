from __future__ import annotations

import msgspec
import pytest

from legation.ledger import open_ledger
from legation.ledger.people import sentence_with
from record_builders import make_dispatch, make_report

FOREIGN, DEFENCE, HEALTH = "ministre des Affaires étrangères", "ministre de la Défense", "ministre de la Santé"


@pytest.fixture
def people(run, tmp_path):
    """The people that dispatches of (text, published, actor) tell."""

    def read(*told):
        path = tmp_path / "people.db"
        with open_ledger(path) as ledger:
            for number, (text, published, actor) in enumerate(told):
                dispatch = make_dispatch(text, f"{number}.txt", published)
                ledger.keep([(dispatch, [make_report(dispatch, "ACCUSE", actors=actor)])])
            ledger.update_events()
        done = run("people", "--ledger", path, "--format", "jsonl")
        return [msgspec.json.decode(line) for line in done.stdout.splitlines()]

    return read


def offices(person):
    return [(held["office"], held["first"], held["last"]) for held in person["offices"]]


def test_json_lines(run, ledger_file):
    done = run("people", "Russie", "--ledger", ledger_file, "--format", "jsonl")
    (found,) = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert list(found) == ["state", "person", "spellings", "dispatches", "offices"]
    assert (found["state"], found["person"], found["spellings"]) == (
        "RUS", "Sergueï Lavrov", ["Lavrov", "Sergueï Lavrov"]
    )  # fmt: skip
    assert found["offices"] == [{
        "office": FOREIGN, "first": "2020-02-08", "last": "2020-02-09",
        "dispatches": ["copie.txt", "https://journal.example/1"],
        "quote": {"text": "Sergueï Lavrov a rencontré Jorge Arreaza à Caracas vendredi.",
                  "source": "https://journal.example/1"},
    }]  # fmt: skip


def test_table(run, ledger_file):
    done = run("people", "--ledger", ledger_file)
    rows = " ".join(done.stdout.split())
    assert "Sergueï Lavrov (also" in rows
    assert "2020-02-08 to 2020-02-09" in rows
    assert done.stderr == "2 people\n"


def test_one_office_in_several_words_and_the_sentence_that_has_it(people):
    (found,) = people(
        (f"Le {FOREIGN}, Ivan Petrov, est arrivé. Petrov accuse Caracas.", "2020-03", f"RUS:Ivan Petrov:{FOREIGN}"),
        ("Le chef de la diplomatie russe, Petrov, accuse Caracas.", "2021-05-02",
         "RUS:Petrov:chef de la diplomatie russe"),
        ("Le ministre Petrov accuse Caracas.", None, "RUS:Petrov:ministre"),
        ("Son homologue Petrov accuse Caracas.", None, "RUS:Petrov:homologue"),
    )  # fmt: skip
    assert offices(found) == [(FOREIGN, "2020-03-01", "2021-05-02")]
    assert len(found["offices"][0]["dispatches"]) == 3
    assert found["offices"][0]["quote"]["text"].startswith(f"Le {FOREIGN}, Ivan Petrov")


def test_the_sentence_that_gives_the_office_is_quoted():
    text = f"Le {FOREIGN} a parlé. Le {FOREIGN}, Ivan Petrov, est arrivé. Ivan Petrov accuse Caracas."
    assert sentence_with(text, FOREIGN, "Ivan Petrov") == f"Le {FOREIGN}, Ivan Petrov, est arrivé."
    assert sentence_with(text, "chancelier", "Ivan Petrov") is None


def test_two_ministers_of_one_name_stay_two(people):
    found = people(
        (f"Le {DEFENCE}, Ivan Petrov, accuse Caracas.", "2020-03-01", f"RUS:Ivan Petrov:{DEFENCE}"),
        (f"Le {HEALTH}, Ivan Petrov, accuse Caracas.", "2020-03-09", f"RUS:Ivan Petrov:{HEALTH}"),
    )
    assert [(one["person"], offices(one)[0][0]) for one in found] == [
        ("Ivan Petrov", DEFENCE), ("Ivan Petrov", HEALTH)
    ]  # fmt: skip


def test_a_minister_who_changes_office_stays_one(people):
    (found,) = people(
        (f"Le {DEFENCE}, Ivan Petrov, accuse Caracas.", "2018-03-01", f"RUS:Ivan Petrov:{DEFENCE}"),
        (f"Le {HEALTH}, Ivan Petrov, accuse Caracas.", "2020-03-09", f"RUS:Ivan Petrov:{HEALTH}"),
    )
    assert sorted(offices(found)) == [
        (DEFENCE, "2018-03-01", "2018-03-01"), (HEALTH, "2020-03-09", "2020-03-09")
    ]  # fmt: skip


def test_namesakes_of_two_states_stay_two(people):
    found = people(
        (f"Le {FOREIGN}, Ivan Petrov, accuse Caracas.", "2020-03-01", f"RUS:Ivan Petrov:{FOREIGN}"),
        (f"Le {FOREIGN}, Ivan Petrov, accuse Caracas à son tour.", "2020-03-02", f"BGR:Ivan Petrov:{FOREIGN}"),
    )
    assert [(one["state"], one["person"]) for one in found] == [("BGR", "Ivan Petrov"), ("RUS", "Ivan Petrov")]


def test_none_no_ledger_no_such_state(run, ledger_file):
    done = run("people", "FRA", "--ledger", ledger_file)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 people\n")
    assert run("people").exit_code == 1
    assert run("people", "Syldavie", "--ledger", ledger_file).exit_code == 2


def test_hostile_words_cannot_act(run, hostile_file):
    done = run("people", "--ledger", hostile_file)
    assert done.exit_code == 0
    assert "<script>" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
