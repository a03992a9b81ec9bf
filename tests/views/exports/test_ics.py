from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest

from legation.report import Promise
from record_builders import make_dispatch, make_report


@pytest.fixture
def entries(exported):
    def run(path, **more):
        return icalendar.Calendar.from_ical(exported(path, "ics", **more)[0]).events

    return run


def test_a_plan_in_a_calendar(entries, ledger_file):
    (entry,) = entries(ledger_file)
    assert (entry.start, entry.end) == (date(2020, 5, 1), date(2020, 6, 1)), "whole days, the end not included"
    assert entry["summary"] == "Multilateral talks: Russia, Venezuela (announced)"
    assert entry["status"] == "TENTATIVE"
    assert entry["dtstamp"].dt == datetime(2021, 3, 2, tzinfo=UTC), "the newest dispatch, no clock"
    assert "(overdue)" in entry["description"]
    assert entry["description"].count("La commission se réunira en mai à Moscou.") == 1, "a reprint says it again"
    assert entry["url"] == "https://journal.example/1"


def test_in_french(entries, ledger_file):
    (entry,) = entries(ledger_file, language="fr", states=("RUS",))
    assert "Russie, Venezuela" in entry["summary"]


def test_ids_outlast_the_ledger(entries, ledger_file, ledger_of):
    from views.cases import world  # noqa: PLC0415

    again = ledger_of([*world(), (make_dispatch("Rien.", published="2022-01-01"), [])])
    (before,), (after,) = entries(ledger_file), entries(again)
    assert before["uid"] == after["uid"]
    assert before["dtstamp"].dt < after["dtstamp"].dt


def plan(date_, status="planned", **more):
    dispatch = make_dispatch("La commission se réunira à Moscou.", published="2020-02-08")
    return [(dispatch, [make_report(dispatch, actors="RUS + VEN", recipients="", date=date_, status=status, **more)])]


@pytest.mark.parametrize(
    ("date_", "span"),
    [
        ("2020-05-04", (date(2020, 5, 4), date(2020, 5, 5))),
        ("2020-05-04/2020-05-06", (date(2020, 5, 4), date(2020, 5, 7))),
        ("../2020-05-31", (date(2020, 5, 31), date(2020, 6, 1))),
        ("2020-05-04/..", (date(2020, 5, 4), date(2020, 5, 5))),
        ("XXXX-05", None),
        (None, None),
    ],
)
def test_spans(entries, ledger_of, date_, span):
    assert [(entry.start, entry.end) for entry in entries(ledger_of(plan(date_)))] == ([span] if span else [])


def test_a_promise_stands_on_the_day_it_is_due(entries, ledger_of):
    promised = plan("2020-02-07", "occurred", type_="AGREE", promised=Promise("AID", "2020-03"))
    (entry,) = entries(ledger_of(promised))
    assert (entry.start, entry.end) == (date(2020, 3, 1), date(2020, 4, 1))


def test_what_is_over_has_no_place(entries, ledger_of, exported):
    path = ledger_of(plan("2020-02-07", "occurred"))
    assert entries(path) == []
    assert exported(path, "ics")[1].left_out == 1


def test_hostile_text_adds_no_entry_and_lines_are_folded(exported, entries, nasty_file):
    (entry,) = entries(nasty_file)
    assert "BEGIN:VEVENT UID:x" in entry["description"]
    assert "url" not in entry
    data, _ = exported(nasty_file, "ics")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
