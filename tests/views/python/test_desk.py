from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import msgspec
import polars as pl
import pytest

import legation
from legation.event import Event
from legation.ledger import open_ledger


def test_events_between_two_by_any_name(desk):
    both = desk.events(between=("Russie", "ve"))
    assert len(both) == 5
    assert both == desk.events(between=("RUS", "VEN")) == desk.events(states=["Moscou", "Venezuela"])
    assert len(desk.events(between=("RUS", "Cuba"))) == 0
    assert len(desk.events(states="France")) == 0


@pytest.mark.parametrize("since", ["2020-05", "2020-05-01", date(2020, 5, 1), datetime(2020, 5, 1, 12)])
def test_since_a_day_in_any_form(desk, since):
    assert [event.type for event in desk.events(since=since)] == ["CONSULT", "AID"]
    assert [event.status for event in desk.events(since=since, until="2020")] == ["planned"]


def test_types_and_statuses(desk):
    assert {event.type for event in desk.events(types="aid")} == {"AID"}
    assert len(desk.events(types=["AID", "ACCUSE"])) == 3
    assert [event.date for event in desk.events(statuses="planned")] == ["2020-05"]
    assert len(desk.events(since="2021", undated=True)) == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"states": "Rusie"}, "unknown state 'Rusie'"),
        ({"states": [3]}, "unknown state 3"),
        ({"between": ("RUS",)}, "between: two states"),
        ({"between": "RV"}, "between: two states"),
        ({"since": "31.5.2019"}, "since: not a date: '31.5.2019'"),
        ({"until": 2019}, "until: not a date: 2019"),
        ({"types": "MEET"}, "types: unknown 'MEET'"),
        ({"statuses": ["done"]}, "statuses: unknown 'done'"),
    ],
)
def test_what_makes_no_sense_is_one_line(desk, asked, said):
    with pytest.raises(ValueError, match=said.replace("(", r"\(")) as caught:
        desk.events(**asked)
    assert "\n" not in str(caught.value)


def test_a_table_of_events_has_types(desk):
    table = desk.events(between=("RUS", "VEN")).to_polars()
    met = table.filter(pl.col("place") == "VEN").row(0, named=True)
    assert table.schema["first_day"] == pl.Date
    assert table.schema["actors"] == pl.List(pl.String)
    assert met["first_day"] <= date(2020, 2, 7) <= met["last_day"]
    assert (met["actors"], met["recipients"]) == (["RUS"], ["VEN"])
    assert (met["dispatches"], met["independent_sources"]) == (3, 2)
    assert met["trigger"] in met["quote"]
    assert table.filter(pl.col("date") == "XXXX-07-04")["first_day"].to_list() == [None]


def test_tables_without_rows_have_the_same_types(desk):
    for ask in (desk.events, desk.reports, desk.dispatches, desk.commitments, desk.people, desk.disagreements):
        full, none = ask().to_polars(), ask(states="Cuba").to_polars()
        assert full.height > 0
        assert none.height == 0
        assert none.schema == full.schema


def test_dictionaries_are_the_public_record(desk, run, ledger_file):
    lines = run("events", "--format", "jsonl", "--ledger", ledger_file).stdout.splitlines()
    assert desk.events().to_dicts() == [msgspec.json.decode(line) for line in lines]
    lines = run("commitments", "--format", "jsonl", "--ledger", ledger_file).stdout.splitlines()
    assert desk.commitments().to_dicts() == [msgspec.json.decode(line) for line in lines]


def test_answers_are_immutable_sequences(desk):
    events = desk.events()
    assert isinstance(events[0], Event)
    assert events[1:3].to_dicts() == events.to_dicts()[1:3]
    assert events[-1] in events
    assert list(events) == [events[number] for number in range(len(events))]
    with pytest.raises(TypeError):
        events[0] = events[1]
    with pytest.raises(AttributeError):
        events[0].type = "AID"
    assert len({*events, *desk.events()}) == len(events)


def test_shown_records_equal_the_ledger_s(desk):
    assert list(desk.events()) == list(desk.ledger.events())
    assert list(desk.reports()) == list(desk.ledger.reports())
    assert list(desk.dispatches()) == list(desk.ledger.dispatches())


def test_commitments_as_of_a_day(desk):
    assert desk.commitments().to_polars()["outcome"].to_list() == ["overdue"]
    early = desk.commitments(between=("RUS", "VEN"), as_of="2020-02").to_polars()
    assert early["outcome"].to_list() == ["open"]
    assert early["due_last"].to_list() == [date(2020, 5, 31)]
    assert "se réunira" in early["promise"][0]


def test_people_and_disagreements(desk):
    people = desk.people(states="Russie").to_polars()
    assert "ministre des Affaires étrangères" in people["office"].to_list()
    values = desk.disagreements(between=("RUS", "VEN")).to_polars()
    assert set(values.filter(pl.col("field") == "date")["value"]) == {"2020-02-07", "2020-02-06"}
    assert "date" in {one.disagreement.field for one in desk.disagreements()}


def test_search_finds_dispatches_and_reports(desk):
    hits = desk.search("blé Venezuela")
    assert "tard.txt" in hits.dispatches.to_polars()["source"].to_list()
    assert len(hits.reports) == 1
    assert len(desk.search('"; DROP TABLE events; --').reports) == 0


def test_one_event_by_the_beginning_of_its_id(desk):
    event = desk.events()[0]
    assert desk.event(event.id[:6]) == event
    with pytest.raises(legation.LedgerError, match="no event 'zz' in "):
        desk.event("zz")
    with pytest.raises(legation.LedgerError, match="no dispatch 'zz' in "):
        desk.dispatch("zz")
    with pytest.raises(legation.LedgerError, match="no event 'zz' in "):
        desk.why("zz")


def test_why_says_what_joined(desk):
    met = max(desk.events(), key=lambda event: event.dispatches)
    why = desk.why(met.id)
    assert len(why.verdicts) >= 2
    assert "same event" in repr(why)
    assert "<blockquote>" in why._repr_html_()


def test_a_correction_counts_at_once(desk):
    met = max(desk.events(), key=lambda event: event.dispatches)
    assert desk.correct(met, "place", "Minsk (Biélorussie)", reason="test", by="me").place.code == "BLR"
    assert desk.event(met.id).place.name == "Minsk"
    assert desk.correct(met.id, "place", None, reason="test", by="me").place is None
    with pytest.raises(ValueError, match=r"not a date in EDTF: '7\.2\.2020'"):
        desk.correct(met, "date", "7.2.2020", reason="test", by="me")
    with pytest.raises(ValueError, match="field: unknown 'colour'"):
        desk.correct(met, "colour", "red", reason="test", by="me")
    with pytest.raises(ValueError, match="by: say who judges"):
        desk.correct(met, "date", "2020", reason="test", by=" ")


def test_a_judgement_splits_an_event(desk):
    met = max(desk.events(), key=lambda event: event.dispatches)
    third = next(one for one in met.reports if one.dispatch.source == "radio.txt")
    before = len(desk.events())
    for other in met.reports:
        if other.id != third.id:
            desk.judge(third.id, other.id, "different", by="me")
    assert len(desk.events()) == before + 1
    with pytest.raises(ValueError, match="answer: unknown 'perhaps'"):
        desk.judge(third.id, met.reports[0].id, "perhaps", by="me")
    with pytest.raises(ValueError, match="two reports are wanted"):
        desk.judge(third.id, third.id, "same", by="me")
    with pytest.raises(legation.LedgerError, match="no report 'zz'"):
        desk.judge("zz", third.id, "same", by="me")


def test_no_such_ledger(tmp_path):
    with pytest.raises(legation.LedgerError, match="no such ledger"):
        legation.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "text.db").write_text("no ledger, a text\n" * 20)
    with pytest.raises(legation.LedgerError):
        legation.open(tmp_path / "text.db")


def test_what_was_read_and_not_merged_is_merged_when_opened(tmp_path):
    from views.cases import world  # noqa: PLC0415

    with open_ledger(tmp_path / "stale.db") as ledger:
        ledger.keep(world())
    with legation.open(tmp_path / "stale.db") as desk:
        assert len(desk.events()) == 5
        assert desk.counts().stale == 0
        assert Path(desk.path).name in repr(desk)


def test_adding_reads_keeps_and_merges(tmp_path, word_reader):
    (tmp_path / "a.txt").write_text("Lavrov a rencontré Maduro à Caracas le 7 février 2020.", encoding="utf-8")
    with legation.open(tmp_path / "new.db", create=True) as desk:
        added = desk.add(tmp_path / "a.txt", str(tmp_path / "none.txt"))
        assert (added.dispatches, added.reports, added.known) == (1, 1, 0)
        assert added.refused == (f"{tmp_path / 'none.txt'}: no such file or directory",)
        assert desk.add(tmp_path / "a.txt").known == 1
        more = desk.add_texts([{"text": "Le ministre russe a rencontré Maduro vendredi.", "source": "radio"}, "…"])
        assert (more.dispatches, more.refused) == (1, ("text 1: holds no words",))
        assert desk.dispatch("radio").text.startswith("Le ministre")
        assert desk.counts().stale == 0
        assert desk.counts().dispatches == 2
        with pytest.raises(ValueError, match="several are wanted"):
            desk.add_texts("Lavrov a rencontré Maduro.")
