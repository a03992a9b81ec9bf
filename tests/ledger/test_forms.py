"""Ledgers of every form there has been, with data in them, become ledgers of the present one and lose nothing.

`forms/keep.py` has written them; it is run when a migration is added.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from legation.ledger import LedgerError, migrating, open_ledger, opening, refilling
from legation.ledger.tables import HEAD

from .cases import export, world

FORMS = sorted((Path(__file__).parent / "forms").glob("*.sql"))
KEPT = ("SELECT id, text FROM dispatches ORDER BY id", "SELECT source, record FROM readings ORDER BY seq",
        "SELECT id, record FROM reports ORDER BY seq", "SELECT name FROM programs ORDER BY seq")  # fmt: skip


@pytest.fixture(params=FORMS, ids=lambda path: path.stem)
def form(request, tmp_path):
    """A ledger of an earlier form."""
    path = tmp_path / "l.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] == request.param.stem
    return path


def rows(path):
    with closing(sqlite3.connect(path)) as connection:
        found = [connection.execute(statement).fetchall() for statement in KEPT]
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'judgements'").fetchone():
            return found, connection.execute("SELECT id, record FROM judgements").fetchall()
        return found, []


def test_there_is_one_of_every_form():
    steps = (Path(opening.__file__).parent / "migrations" / "versions").glob("r*.py")
    assert [path.stem for path in FORMS] == sorted(path.stem[1:5] for path in steps)
    assert FORMS[-1].stem == HEAD


def test_what_was_kept_stays_and_is_merged_as_if_kept_today(form, tmp_path):
    kept, judged = rows(form)
    assert [text for _, text in kept[0]] == [d.text for d, _ in sorted(world(), key=lambda item: item[0].id)]
    with open_ledger(form) as ledger, open_ledger(tmp_path / "new.db") as new:
        ledger.update_events()
        for program in ("0.1", "0.2"):
            # What it holds of each version, kept again by the present program.
            own = {report.id for report in ledger.reports()}
            told = {report.id: report for report in ledger.reports(superseded=True)}
            older = [report for report in told.values() if report.id not in own]
            for dispatch in ledger.dispatches():
                of_it = [r for r in (older if program == "0.1" else ledger.reports()) if r.dispatch.id == dispatch.id]
                if program == "0.2" or of_it:
                    new.keep([(dispatch, of_it)], program=program)
        new.take_judgements(ledger.judgements())
        new.update_events()
        assert export(ledger) == export(new)
        assert len(ledger.events()) == (4 if not judged else 5)
        assert ledger.search("Arreaza").dispatches
        assert {fault.sort for fault in ledger.check()} <= {"span"}, "the parties of those made-up reports"
    assert rows(form) == (kept, judged)


def test_bringing_up_to_date_is_told_once(form, request):
    is_newest, told = request.node.callspec.params["form"] == FORMS[-1], []
    open_ledger(form, updating=lambda: told.append("once")).close()
    open_ledger(form, updating=lambda: told.append("again")).close()
    assert told == ([] if is_newest else ["once"])


def test_lists_and_counts_are_those_that_making_them_anew_gives(form):
    with open_ledger(form) as ledger:
        with ledger._read() as connection:
            kept = {table.name: set(connection.execute(select(table)).all()) for table in refilling._MADE}
        with ledger._write() as connection:
            refilling.refill(connection)
        with ledger._read() as connection:
            anew = {table.name: set(connection.execute(select(table)).all()) for table in refilling._MADE}
    assert kept == anew
    assert anew["listed"]


def test_an_older_program_refuses_what_a_newer_one_has_brought_up_to_date(form, monkeypatch):
    open_ledger(form).close()
    kept = rows(form)
    for module in (opening, migrating):  # both ask for it
        monkeypatch.setattr(module, "HEAD", "0000")
    with pytest.raises(
        LedgerError, match=rf"written by a newer version of legation \(form {HEAD}, this one knows 0000"
    ):
        open_ledger(form)
    assert rows(form) == kept
