from __future__ import annotations

import msgspec

from legation.ledger import open_ledger
from legation.views.deeds import deeds_elsewhere
from legation.views.records import DatedQuote, commitment_record


def test_json_lines(run, ledger_file):
    done = run("commitments", "RUS", "VEN", "--ledger", ledger_file, "--format", "jsonl")
    (found,) = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert list(found) == ["event", "due", "outcome", "as_of", "announced", "evidence", "promise", "told"]
    assert (found["due"], found["outcome"], found["as_of"]) == ("2020-05", "overdue", "2021-03-02")
    assert len(found["announced"]) == 2
    assert found["promise"] == {
        "text": "La commission se réunira en mai à Moscou.", "source": "https://journal.example/1",
        "published": "2020-02-08",
    }  # fmt: skip
    assert found["told"] is None


def test_what_was_kept_has_the_words_of_both(run, kept_file):
    done = run("commitments", "--ledger", kept_file)
    shown = " ".join(done.stdout.split())
    assert "⟦se réunira⟧" in shown
    assert "⟦s'est réunie⟧" in shown
    assert "May 2020" in shown
    assert done.stderr == "1 commitment as of 2020-05-12: 1 kept\n"
    line = run("commitments", "--ledger", kept_file, "--format", "jsonl").stdout
    told = msgspec.json.decode(line)["told"]
    assert (told["source"], told["published"]) == ("tenue.txt", "2020-05-12")


def test_as_of_a_day_knows_only_what_was_out(run, ledger_file):
    at = run("commitments", "--as-of", "2020-02-08", "--ledger", ledger_file, "--format", "jsonl")
    found = msgspec.json.decode(at.stdout)
    assert (found["outcome"], found["as_of"], len(found["announced"])) == ("open", "2020-02-08", 1)
    assert run("commitments", "--as-of", "2019", "--ledger", ledger_file, "--format", "jsonl").stdout == ""


def test_table(run, ledger_file):
    done = run("commitments", "--ledger", ledger_file)
    assert "overdue" in done.stdout
    assert "⟦se réunira⟧" in done.stdout
    assert done.stderr == "1 commitment as of 2021-03-02: 1 overdue\n"


def test_a_day_that_is_none(run, ledger_file):
    assert run("commitments", "--as-of", "demain", "--ledger", ledger_file).exit_code == 2


def test_none(run, kept_file):
    done = run("commitments", "FRA", "--ledger", kept_file)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 commitments\n")


def test_no_ledger(run):
    assert run("commitments").exit_code == 1


def test_a_deed_that_another_event_tells_is_quoted(ledger_file):
    with open_ledger(ledger_file) as book:
        (promised,) = book.commitments()
        deed = next(report for report in book.reports() if report.type == "AID" and report.date == "2021-03")
        kept = msgspec.structs.replace(promised.commitment, outcome="kept", evidence=(deed.id,))
        event = msgspec.structs.replace(promised, commitment=kept)
        deeds = deeds_elsewhere(book, [event])
    told = commitment_record(event, kept, deeds).told
    assert told == DatedQuote("Moscou a livré du blé au Venezuela.", "tard.txt", "2021-03-02")
