"""Merging finds what it looks for by keys: a question that goes through a whole table costs more with each dispatch."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlalchemy import event

from legation.ledger import Question, open_ledger, opening, updating
from legation.ledger import tables as t

from .pool import pool

FEW = {"programs", "state", "judgements", "judged_dispatches", "forwards"}
"""Tables that do not grow with the dispatches, or hardly: ids that went away, and what persons judged."""
GROWING = t.metadata.tables.keys() - FEW
ONCE = re.compile(r"DELETE FROM \w+\s*$|SELECT (count|max)\(")
"""When the rules have changed, and to say how much there is: not for each portion."""


@pytest.fixture
def plans(monkeypatch):
    """How SQLite goes about each statement. It has no statistics, so a small ledger is asked as a large one is."""
    found: dict[str, list[str]] = {}

    def note(connection, _, statement, parameters, __, many):
        if statement.startswith(("SELECT", "UPDATE", "DELETE")) and statement not in found:
            driver = connection.connection.driver_connection
            rows = driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters[0] if many else parameters)
            found[statement] = [row[3] for row in rows.fetchall()]

    connect = opening.connect

    def watched(*arguments, **named):
        engine = connect(*arguments, **named)
        event.listen(engine, "after_cursor_execute", note)
        return engine

    monkeypatch.setattr(opening, "connect", watched)
    return found


def through_all(plan):
    """The growing tables that are read from end to end, and tables that get an index for this one question."""
    return [step for step in plan if "AUTOMATIC" in step or set(re.findall(r"SCAN (\w+)", step)) & GROWING]


def test_no_portion_goes_through_a_growing_table(tmp_path, monkeypatch, plans):
    monkeypatch.setattr(updating, "PORTION", 7)
    with open_ledger(tmp_path / "l.db") as ledger:
        items = pool(3)
        ledger.keep(items, program="1")
        ledger.update_events()
        ledger.keep(items[:10], program="2")
        ledger.update_events()
        asked = {statement: plan for statement, plan in plans.items() if not ONCE.match(statement)}
        assert ledger.reprints()
    assert any(statement.startswith("UPDATE forwards") for statement in asked), "events that went away"
    assert len(asked) > 40
    assert {statement: found for statement, plan in asked.items() if (found := through_all(plan))} == {}


def test_a_part_of_a_list_goes_through_no_growing_table(tmp_path, plans):
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.keep(pool(3))
        ledger.update_events()
        plans.clear()
        for question in (Question(), Question(("RUS",)), Question(("RUS", "VEN"), types=("AID",))):
            ledger.dispatches_after(None, 3, question)
        ledger.relations(Question(("RUS", "VEN"), person="Lavrov"))
        ledger.people(("RUS",), newest=1)
    newest = next(plan for statement, plan in plans.items() if "participants.report DESC" in statement)
    assert "report_participants_names (code=? AND person=?)" in newest[0]
    assert "USE TEMP B-TREE FOR ORDER BY" not in newest, "the index has the newest at its end"
    steps = [step for plan in plans.values() for step in plan]
    assert "SEARCH readings USING INDEX" in "".join(steps), "their records were asked for"
    walked = [step for step in steps if step.startswith("SCAN") and "USING" not in step]
    assert {step for step in walked if set(re.findall(r"SCAN (\w+)", step)) & GROWING} == set()


def test_pages_are_answered_by_indices(tmp_path, plans):
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.keep(pool(3))
        ledger.update_events()
        plans.clear()
        since = date(2020, 2, 8)
        ledger.relations(Question(("RUS", "VEN")))
        ledger.events(Question(since=since, limit=5, newest_first=True))
        ledger.dispatches_after(None, 5, Question(since=since))
        ledger.events(Question(person="Lavrov", limit=5))
        ledger.promises_in_part((), None, "open", 5, latest=False)
    steps = [step for plan in plans.values() for step in plan]
    for wanted in (
        r"event_namings USING PRIMARY KEY \(event=\? AND code=\?\)",  # not all namings of a party
        r"events USING (COVERING )?INDEX events_long",
        r"dispatches USING COVERING INDEX dispatches_long",
        r"dispatches USING COVERING INDEX dispatches_days_ids \(first_day>\?\)",
        r"event_namings USING (COVERING )?INDEX event_namings_person",
        r"listed USING COVERING INDEX listed_due",
    ):
        assert any(re.search(wanted, step) for step in steps), (wanted, steps)
