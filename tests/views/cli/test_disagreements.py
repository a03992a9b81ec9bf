from __future__ import annotations

import msgspec

from legation.ledger import open_ledger
from record_builders import make_dispatch, make_report


def hostile_pair(path):
    """Two dispatches that differ on a number, one of them with words that try to act."""
    one = make_dispatch("Moscou et Caracas ont signé 17 accords [bold red]vendredi[/].", "a.txt", "2020-02-08",
                        outlet="<b>A\x1b[31m")  # fmt: skip
    other = make_dispatch("Caracas et Moscou ont signé seize accords vendredi.", "b.txt", "2020-02-08", outlet="B")
    with open_ledger(path) as ledger:
        ledger.keep([(d, [make_report(d, "AGREE", date="2020-02-07", trigger="signé")]) for d in (one, other)])
        ledger.update_events()
    return path


def test_json_lines(run, ledger_file):
    done = run("disagreements", "RUS", "VEN", "--ledger", ledger_file, "--format", "jsonl")
    (found,) = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert list(found) == ["event", "date", "type", "mode", "actors", "recipients", "field", "values"]
    assert (found["field"], found["actors"], found["recipients"]) == ("date", ["RUS"], ["VEN"])
    assert [(value["value"], [source["name"] for source in value["sources"]]) for value in found["values"]] == [
        ("2020-02-06", ["Arreaza"]), ("2020-02-07", ["AFP"])
    ]  # fmt: skip
    assert found["values"][1]["sources"][0]["dispatches"] == ["copie.txt", "https://journal.example/1"]
    assert found["values"][1]["outlets"] == ["La Copie", "Le Journal"]
    assert found["values"][0]["quote"] == {"text": "Arreaza a reçu Lavrov le 6 février.", "source": "radio.txt"}


def test_table_names_sources_not_articles(run, ledger_file):
    done = run("disagreements", "--ledger", ledger_file)
    rows = " ".join(done.stdout.split())
    assert "Date 2020-02-06 Arreaza (Radio)" in rows
    assert "2020-02-07 AFP (La Copie, Le Journal)" in rows
    assert done.stderr == "1 disagreement in 1 event\n"


def test_numbers_of_hostile_dispatches(run, tmp_path):
    done = run("disagreements", "--ledger", hostile_pair(tmp_path / "two.db"))
    rows = " ".join(done.stdout.split())
    assert "17 accords" in rows
    assert "seize accords" in rows
    assert "<b>A\\x1b[31m" in rows
    assert "\x1b" not in done.stdout


def test_none(run, kept_file):
    done = run("disagreements", "--ledger", kept_file)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 disagreements in 0 events\n")
    assert run("disagreements", "--ledger", kept_file, "--format", "jsonl").stdout == ""


def test_no_ledger_and_no_such_state(run, ledger_file):
    assert run("disagreements").exit_code == 1
    assert run("disagreements", "Syldavie", "--ledger", ledger_file).exit_code == 2
