from __future__ import annotations

import pytest

from legation.ledger import open_ledger


@pytest.fixture
def event(ledger_file):
    """The commission that is to meet in May."""
    with open_ledger(ledger_file) as ledger:
        return next(event for event in ledger.events() if event.status == "planned").id


@pytest.fixture
def corrected(run, ledger_file, event):
    def correct(field, value):
        done = run("correct", event, field, value, "--reason", "lu", "--by", "Ana", "--ledger", ledger_file)
        with open_ledger(ledger_file) as ledger:
            return done, ledger.event(event)

    return correct


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("date", "2020-06-02", "date 2020-06-02 (was 2020-05)"),
        ("date", "none", "date unknown (was 2020-05)"),
        ("status", "Denied", "status denied (was planned)"),
        ("type", "agree", "type AGREE (was CONSULT)"),
        ("mode", "visit", "mode visit (was multilateral)"),
        ("place", "Biélorussie", "place BLR (BLR) (was unknown)"),
        ("place", "Minsk (Belarus)", "place Minsk (BLR) (was unknown)"),
        ("actors", "Russie, Cuba", "actors RUS, CUB (was RUS, VEN)"),
        ("recipients", "ONU", "recipients UNO (was unknown)"),
    ],
)
def test_each_field(corrected, event, field, value, said):
    done, after = corrected(field, value)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"event {event}: {said}; judgement {after.judgements[0]}\n"


def test_it_stands_in_lists_and_keeps_who_and_why(run, corrected, ledger_file):
    _, after = corrected("date", "2020-06-02")
    assert "2020-06-02" in run("events", "--ledger", ledger_file).stdout
    with open_ledger(ledger_file) as ledger:
        (made,) = ledger.judgements()
    assert (made.by, made.reason, made.id) == ("Ana", "lu", after.judgements[0])


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("date", "mardi", "not a date in EDTF: 'mardi' (2020-02-07, 2020-02, XXXX-07-04)"),
        ("status", "done", "unknown status 'done' (there are: occurred, ongoing, planned, hypothetical, denied)"),
        ("status", "none", "status cannot be unknown"),
        ("place", "Zzzzzzzz", "unknown state 'Zzzzzzzz'"),
        ("place", "UNO", "not a place: 'UNO' (BLR, or Minsk (BLR))"),
        ("actors", "RUS, Zzzzzzzz", "unknown state 'Zzzzzzzz'"),
        ("actors", ",", "unknown code ''"),
    ],
)
def test_values_that_make_no_sense_are_one_line(corrected, field, value, line):
    done, after = corrected(field, value)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", line + "\n")
    assert after.judgements == ()


def test_a_mode_must_be_one_of_the_type(corrected):
    done, _ = corrected("mode", "expel")
    assert done.exit_code == 2
    assert done.stderr.startswith("unknown mode 'expel' (there are: ")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["zz", "date", "2020", "--reason", "lu"], 1, "no event 'zz' in"),
        (["zz", "date", "2020"], 2, "--reason"),
        (["zz", "salience", "main", "--reason", "lu"], 2, "salience"),
    ],
)
def test_wrong_usage(run, ledger_file, arguments, status, said):
    done = run("correct", *arguments, "--ledger", ledger_file)
    assert done.exit_code == status
    assert said in done.stderr


def test_an_empty_reason_is_none(run, ledger_file, event):
    done = run("correct", event, "date", "2020", "--reason", " ", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (2, "who judged, and for a correction why, may not be empty\n")
