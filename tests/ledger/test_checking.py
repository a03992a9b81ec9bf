"""A ledger spoiled in every way that the check knows is found out, and mended where its records allow it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from legation.judgement import on_pair
from legation.ledger import SORTS, LedgerError, open_ledger
from legation.walk import ReaderSet, walk

EXAMPLES = Path(__file__).parents[2] / "examples"


def everything(path):
    """All that the ledger holds, row by row, but its marks."""
    with closing(sqlite3.connect(path)) as connection:
        tables = ("dispatches", "readings", "reports", "report_participants", "events", "event_reports",
                  "event_participants", "forwards", "reprints", "judgements", "judged_dispatches", "compared",
                  "same_pairs", "doubtful_pairs", "alike", "report_windows", "fulfilments")  # fmt: skip
        return {table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))) for table in tables}


@pytest.fixture(scope="module")
def made(tmp_path_factory, reader):
    """Real dispatches, read by two versions, with judgements and an id that went away."""
    path = tmp_path_factory.mktemp("made") / "l.db"
    languages = ReaderSet()
    languages._readers["fr"] = reader
    paths = sorted(str(one) for one in EXAMPLES.iterdir() if one.suffix in {".txt", ".md"})
    with open_ledger(path) as ledger:
        for step in walk(paths[:3], languages):
            ledger.keep([(step.dispatch, step.reports[:1])], program="0.1")
        for _ in walk(paths, languages, ledger=ledger):
            pass
        joined = next(event for event in ledger.events() if len({r.dispatch.id for r in event.reports}) > 1)
        a, b = (ledger.report(report.id) for report in joined.reports[:2])
        ledger.judge(on_pair(a, b, "same", by="A", at="2024-01-01T00:00:00Z"))
        ledger.judge(on_pair(a, b, "different", by="A", at="2024-01-02T00:00:00Z"))
        ledger.update_events()
        ledger.judge(on_pair(a, b, "same", by="A", at="2024-01-03T00:00:00Z"))
        ledger.update_events()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("SELECT count(*) FROM forwards").fetchone()[0]
        assert connection.execute("SELECT count(*) FROM reports WHERE superseded").fetchone()[0]
        assert connection.execute("SELECT count(*) FROM reprints").fetchone()[0]
    return path


@pytest.fixture
def ledger_file(made, tmp_path):
    return Path(shutil.copy(made, tmp_path / "l.db"))


def spoil(path, *statements):
    """Changes the file behind the ledger's back; each statement must change something."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
        connection.commit()


def sorts(path):
    with open_ledger(path, create=False) as ledger:
        return {fault.sort for fault in ledger.check()}


def test_a_ledger_of_real_dispatches_has_no_faults(ledger_file):
    before = everything(ledger_file)
    assert sorts(ledger_file) == set()
    assert everything(ledger_file) == before


DERIVED = [
    ("column", "UPDATE dispatches SET title = 'x', first_day = '1999-01-01' WHERE seq = 2"),
    ("column", "UPDATE readings SET first_day = '1999-01-01' WHERE seq = 2"),
    ("column", "UPDATE reports SET type = 'AID' WHERE seq = (SELECT max(seq) FROM reports)"),
    ("column", "UPDATE reports SET intensity = 1.5 WHERE seq = 1"),
    ("participants", "UPDATE report_participants SET code = 'FRA' WHERE report = 4 AND place = 0"),
    ("participants", "DELETE FROM report_participants WHERE report = 4"),
    ("reference", "INSERT INTO report_participants VALUES (99999, 0, 'actor', 'FRA', 'GOV', NULL, NULL)"),
    ("current", "UPDATE readings SET current = NOT current WHERE dispatch = 1"),
    ("current", "UPDATE reports SET superseded = 1 WHERE seq = (SELECT max(seq) FROM reports)"),
    ("current", "UPDATE reports SET superseded = 0 WHERE seq = 1"),
    ("event", "UPDATE events SET type = 'AID', status = 'denied' WHERE rowid = 2"),
    ("event", "UPDATE events SET record = '{' WHERE rowid = 2"),
    ("event", "UPDATE events SET joins = 'x' WHERE rowid = 2"),
    ("event", "UPDATE events SET record = replace(record, '\"sentence\":{\"text\":\"', '\"sentence\":{\"text\":\"Non ')"
              " WHERE rowid = 2"),
    ("event", "UPDATE events SET id = 'ffffffffffffffff' WHERE rowid = 2"),
    ("event", "UPDATE event_participants SET code = 'FRX' WHERE rowid = 1"),
    ("event", "DELETE FROM event_participants WHERE rowid = 1"),
    ("event", "DELETE FROM event_reports WHERE rowid = 3"),
    ("event", "UPDATE event_reports SET report = 'ffffffffffffffff' WHERE rowid = 1"),
    ("gathered", "DELETE FROM events WHERE rowid = 2"),
    ("gathered", "INSERT INTO event_reports SELECT (SELECT max(id) FROM events), report FROM event_reports LIMIT 1"),
    ("found", "DELETE FROM compared WHERE dispatch = 3"),
    ("found", "UPDATE compared SET reading = 1 WHERE dispatch = 3"),
    ("forward", "UPDATE forwards SET new = 'ffffffffffffffff'"),
    ("forward", "INSERT INTO forwards SELECT id, 'ffffffffffffffff' FROM events LIMIT 1"),
    ("reprint", "UPDATE reprints SET original = 'ffffffffffffffff'"),
    ("reprint", "INSERT INTO reprints VALUES ('ffffffffffffffff', 'eeeeeeeeeeeeeeee', 0.9, 'near')"),
    ("mark", "UPDATE state SET value = '9999' WHERE key = 'merged'"),
    ("mark", "UPDATE state SET value = '9999' WHERE key = 'judged'"),
    ("judged", "DELETE FROM judged_dispatches WHERE judgement = 1"),
    ("judged", "UPDATE judged_dispatches SET dispatch = 'ffffffffffffffff' WHERE rowid = 1"),
    ("words", "DELETE FROM dispatch_words_docsize WHERE id = 2"),
    ("words", "INSERT INTO report_words_docsize VALUES (99999, x'01')"),
    ("words", "INSERT INTO dispatch_words(dispatch_words) VALUES ('delete-all')"),
    ("words", "INSERT INTO report_words(rowid, sentence) VALUES (1, 'autre chose')"),
]  # fmt: skip


@pytest.mark.parametrize(("sort", "statement"), DERIVED)
def test_what_is_derived_is_found_out_and_derived_again(made, ledger_file, sort, statement):
    spoil(ledger_file, statement)
    with open_ledger(ledger_file) as ledger:
        found = list(ledger.check())
        assert sort in {fault.sort for fault in found}
        assert all(fault.derived or fault.note for fault in found)
        assert all(fault.where for fault in found)
        ledger.repair({fault.sort for fault in found})
        assert list(ledger.check()) == []
    assert everything(ledger_file) == everything(made)


RECORDS = [
    ("text", "UPDATE dispatches SET text = replace(text, 'e', 'é') WHERE seq = 2"),
    ("reading", "UPDATE readings SET record = '{}' WHERE seq = (SELECT max(seq) FROM readings)"),
    ("reading", "UPDATE readings SET record = 'é' WHERE seq = 1"),
    ("report", "UPDATE reports SET record = substr(record, 2) WHERE seq = (SELECT max(seq) FROM reports)"),
    ("report", "UPDATE reports SET record = (SELECT record FROM reports WHERE seq = 1) WHERE seq ="
               " (SELECT max(seq) FROM reports)"),
    ("span", "UPDATE reports SET record = replace(record, '\"trigger\":{\"text\":\"', '\"trigger\":{\"text\":\"x')"
             " WHERE seq = (SELECT max(seq) FROM reports)"),
    ("judgement", "UPDATE judgements SET record = replace(record, '\"by\":\"A\"', '\"by\":\"B\"') WHERE seq = 1"),
    ("judgement", "UPDATE judgements SET id = 'ffffffffffffffff' WHERE seq = 1"),
]  # fmt: skip


@pytest.mark.parametrize(("sort", "statement"), RECORDS)
def test_damaged_records_are_found_out_and_left_as_they_are(ledger_file, sort, statement):
    spoil(ledger_file, statement)
    untouched = ("dispatches", "readings", "reports", "judgements")
    kept = {name: everything(ledger_file)[name] for name in untouched}
    found = sorts(ledger_file)
    assert sort in found
    assert not SORTS[sort].derived
    with open_ledger(ledger_file) as ledger:
        try:
            ledger.repair(found)
        except LedgerError as error:
            assert str(error).startswith(f"{ledger_file}: events are left as they are")
        assert sort in {fault.sort for fault in ledger.check()}
    if sort not in {"text", "reading"}:  # another reading may count where one is damaged
        assert {name: everything(ledger_file)[name] for name in untouched} == kept


def test_repair_changes_no_text_record_or_judgement(ledger_file):
    records = "SELECT id, text FROM dispatches", "SELECT record FROM readings", "SELECT record FROM reports", \
              "SELECT id, record FROM judgements"  # fmt: skip
    spoil(ledger_file, *(statement for _, statement in RECORDS[:1]), DERIVED[0][1], DERIVED[6][1], DERIVED[10][1])
    with closing(sqlite3.connect(ledger_file)) as connection:
        before = [connection.execute(statement).fetchall() for statement in records]
    with open_ledger(ledger_file) as ledger:
        ledger.repair({fault.sort for fault in ledger.check()})
        assert {fault.sort for fault in ledger.check()} <= {"text", "span"}
    with closing(sqlite3.connect(ledger_file)) as connection:
        assert [connection.execute(statement).fetchall() for statement in records] == before


def test_a_damaged_file_is_told_and_not_repaired(ledger_file):
    with closing(sqlite3.connect(ledger_file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event_reports'").fetchone()[0]
    with ledger_file.open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with open_ledger(ledger_file) as ledger:
        assert "file" in {fault.sort for fault in ledger.check()}
        with pytest.raises(LedgerError, match="backup"):
            ledger.repair({"file"})


def test_judgements_that_wait_and_readings_not_merged_are_no_faults(ledger_file):
    with open_ledger(ledger_file) as ledger:
        a, b = ledger.reports()[:2]
        away = msgspec.structs.replace(a, id="f" * 16, dispatch=msgspec.structs.replace(a.dispatch, id="f" * 16))
        ledger.judge(on_pair(away, b, "same", by="A", at="2024-01-01T00:00:00Z"))
        found = list(ledger.check())
    assert {fault.sort for fault in found} == {"waiting", "unmerged"}
    assert all(fault.note for fault in found)


def test_every_sort_of_fault_is_tried_here():
    tried = {sort for sort, _ in (*DERIVED, *RECORDS)} | {"file", "waiting", "unmerged"}
    assert tried == set(SORTS)


def test_the_check_tells_how_far_it_is(ledger_file):
    said = []
    with open_ledger(ledger_file) as ledger:
        list(ledger.check(lambda *step: said.append(step)))
    assert {step for step, _, _ in said} == {"file", "references", "full text", "texts", "events", "judgements"}
    assert all(0 <= done <= of for _, done, of in said)
