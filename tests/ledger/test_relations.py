"""What stands behind a list of events: order, promises, marks, people, sources, and when it must be counted anew."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from legation.ledger import Question, open_ledger, relations
from record_builders import make_dispatch, make_report

PAIR = ("RUS", "VEN")
PLANS = {"en 2019": "2019", "en juin 2020": "2020-06", "en 2022": "2022", "en 2024": "2024", "un jour": None}


@pytest.fixture
def ledger(place):
    """Plans of different types, so that none is told twice, judged at the end of 2021."""
    with open_ledger(place("relations")) as found:
        types = ("CONSULT", "AID", "SANCTION", "AGREE", "SUPPORT")
        for (words, due), kind in zip(PLANS.items(), types, strict=True):
            one = make_dispatch(f"Lavrov fera {kind} {words}.", f"{kind}.txt", "2018-05-01")
            found.keep([(one, [make_report(one, kind, "RUS:Lavrov:ministre", date=due, status="planned",
                                           trigger="fera")])])  # fmt: skip
        last = make_dispatch("Moscou a reçu Caracas.", "fin.txt", "2021-12-31", outlet="Radio")
        found.keep([(last, [make_report(last, "ACCUSE", "RUS:Lavrov", date="2021-12-30", trigger="a reçu")])])
        found.update_events()
        yield found


def test_the_newest_first_and_the_undated_last(ledger):
    dates = [event.date for event in ledger.events(Question(newest_first=True))]
    assert dates == ["2024", "2022", "2021-12-30", "2020-06", "2019", None]
    assert [event.date for event in ledger.events(Question(newest_first=True, limit=2, offset=1))] == dates[1:3]
    assert [event.date for event in ledger.events(Question(limit=3))] == ["2019", "2020-06", "2021-12-30"]


def test_overdue_promises_the_latest_first_then_what_comes_next(ledger):
    found = ledger.promises(10)
    assert found.numbers == {"overdue": 2, "open": 2, "kept": 0, "cancelled": 0}
    assert [event.commitment.due for event in found.first] == ["2020-06", "2019", "2022", "2024"]
    assert [event.commitment.outcome for event in found.first][:3] == ["overdue", "overdue", "open"]
    assert len(ledger.promises(1).first) == 1 and ledger.promises(1).numbers == found.numbers
    assert ledger.promises(10, Question(types=("AID",))).numbers["overdue"] == 1


def test_relations_are_those_of_the_question(ledger):
    found = ledger.relations(Question(PAIR), marks=3)
    assert (found.events, found.drawable, len(found.marks)) == (6, 5, 3)
    assert [(one.code, one.person, one.office, one.events) for one in found.people] == [
        ("RUS", "Lavrov", "ministre", 5), ("RUS", "Lavrov", None, 1),
    ]  # fmt: skip
    assert ("Radio", 1) in [(source.name, source.events) for source in found.sources]
    narrow = ledger.relations(Question(PAIR, since=date(2021, 1, 1), types=("ACCUSE",)))
    assert (narrow.events, [mark.type for mark in narrow.marks], narrow.promises.first) == (1, ["ACCUSE"], ())
    nobody = ledger.relations(Question(("FJI", "TUV")))
    assert (nobody.events, nobody.marks, nobody.people, nobody.sources) == (0, (), (), ())


def test_sources_of_a_long_narrowed_list_are_those_of_its_newest_events(ledger, monkeypatch):
    narrowed = Question(PAIR, since=date(2019, 1, 1))
    everything = ledger.relations(narrowed)
    assert everything.sources_of is None and len(everything.sources) > 2
    monkeypatch.setattr(relations, "SOURCES_OF", 3)
    found = ledger.relations(narrowed)
    assert found.sources_of == 3
    newest = ledger.events(Question(PAIR, since=date(2019, 1, 1), newest_first=True, limit=3))
    assert {one.name for one in found.sources} == {source.name for event in newest for source in event.sources}
    assert {one.name for one in found.sources} < {one.name for one in everything.sources}
    whole = ledger.relations(Question(PAIR))
    assert whole.sources_of is None, "those of a whole list are kept"
    assert len(whole.sources) > len(found.sources)


def test_people_of_a_long_list_are_those_of_its_newest_events(ledger, monkeypatch):
    assert ledger.relations(Question(PAIR)).people_of is None
    monkeypatch.setattr(relations, "PEOPLE_OF", 3)
    for question in (Question(PAIR), Question(PAIR[:1]), Question(PAIR, until=date(2022, 12, 31))):
        found = ledger.relations(question)
        named = [(one.person, one.office, one.events) for one in found.people if one.code == "RUS"]
        assert (found.people_of, named) == (3, [("Lavrov", "ministre", 2), ("Lavrov", None, 1)]), question
    assert ledger.relations(Question(PAIR, types=("ACCUSE",))).people_of is None, "so few that all are looked at"
    assert ledger.relations(Question()).people_of is None, "nobody's people were asked for"


def test_whom_somebody_takes_part_with_is_looked_for_once(ledger):
    asked = []
    note = lambda *arguments: asked.append(arguments[2])  # noqa: E731
    event.listen(ledger._engine, "before_cursor_execute", note)
    found = ledger.relations(Question(PAIR, person="lavrov", statuses=("planned",)))
    event.remove(ledger._engine, "before_cursor_execute", note)
    assert sum("event_namings.person IN" in statement for statement in asked) == 1 < len(asked)
    assert (found.events, len(found.marks), found.promises.numbers["overdue"]) == (5, 4, 2)
    assert [one.events for one in found.people if one.code == "RUS"] == [5]
    nobody = ledger.relations(Question(PAIR, person="Maduro"))
    assert (nobody.events, nobody.marks, nobody.promises.first, nobody.people) == (0, (), (), ())


def test_the_version_changes_with_what_is_read_and_merged(ledger):
    before = ledger.mark()
    assert ledger.mark() == before
    new = make_dispatch("Moscou accuse Caracas.", "neuf.txt", "2022-01-02")
    ledger.keep([(new, [make_report(new, "ACCUSE", date="2022-01-01", trigger="accuse")])])
    kept = ledger.mark()
    ledger.update_events()
    assert len({before, kept, ledger.mark()}) == 3


def test_states_are_counted(ledger):
    assert [(one.code, one.events) for one in ledger.busiest_states()] == [("RUS", 6), ("VEN", 6)]
