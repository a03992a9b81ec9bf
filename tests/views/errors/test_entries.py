from __future__ import annotations

import msgspec

from evaluation.cases import gold_event, told
from legation.evaluation.comparing import compare
from legation.evaluation.judging import Match
from legation.views.errors.entries import extra_entry, missed_entry, wrong_entry
from record_builders import speaker

WHY = {
    "entry": "CONSULT:rencontrer", "frame": "meet", "status": "a", "hearsay": True,
    "actors": [{"code": "RUS", "path": "subject:nsubj", "words": "Moscou"}], "recipients": "?",
}  # fmt: skip


def rows(entry):
    return {row.name: (row.wanted, row.came) for row in entry.rows}


def test_both_sides_with_what_differs():
    event = gold_event(date="2020-05", place="VEN", mode="visit", also=("SUPPORT",), attributed_to="Kremlin", note="hm")
    report = told(place="CUB", speakers=(speaker("AFP"), speaker("Lavrov")))
    entry = wrong_entry(Match(event, report, compare(event, report)), elsewhere=False)
    assert entry.faults == ("date", "place", "source")
    assert [row.name for row in entry.rows if row.wrong] == ["date", "place", "source"]
    assert rows(entry)["what"] == ("CONSULT visit or SUPPORT", "CONSULT")
    assert rows(entry)["parties"] == ("RUS → VEN", "RUS → VEN")
    assert rows(entry)["source"] == ("Kremlin", "AFP ← Lavrov")
    assert entry.remarks == ("line 0, main", "note: hm")


def test_the_rule_and_how_the_parties_were_found():
    entry = extra_entry(msgspec.structs.replace(told(), why=WHY))
    assert entry.rule == "CONSULT:rencontrer, frame meet, status a, hearsay, confidence 0.8"
    assert entry.paths == ("RUS as actor: subject:nsubj “Moscou”",)
    assert extra_entry(msgspec.structs.replace(told(), why={})).rule == "?, confidence 0.8"


def test_a_missed_event_has_no_rule():
    entry = missed_entry(gold_event(actors=(), recipients=("VEN", None)), [])
    assert (entry.rule, entry.paths) == (None, ())
    assert rows(entry)["parties"] == ("? → VEN", None)
