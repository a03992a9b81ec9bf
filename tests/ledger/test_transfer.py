"""A ledger copied from one database into another, and back."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from legation.judgement import on_pair
from legation.ledger import LedgerError, Term, open_ledger
from record_builders import make_dispatch, make_report

from .cases import export, world
from .pool import pool
from .test_killed import contents


@pytest.fixture(scope="module")
def _made(tmp_path_factory):
    """A file with dispatches enough for a COPY, judgements, superseded readings, and some that are not merged yet."""
    path = tmp_path_factory.mktemp("filled") / "filled.db"
    with open_ledger(path) as ledger:
        ledger.keep(pool(5, 60))
        ledger.update_events()
        ledger.keep(pool(5, 9), program="99.0")
        reports = ledger.reports()
        ledger.judge(on_pair(reports[0], reports[-1], "different", by="L. P.", at="2024-05-31T12:00:00Z"))
        ledger.update_events()
        ledger.keep(world())
    return path


@pytest.fixture
def filled(_made, tmp_path):
    return Path(shutil.copy(_made, tmp_path / "filled.db"))


def test_there_and_back_is_the_same_ledger(filled, server, tmp_path):
    name = server.make(empty=True)
    try:
        seen = []
        with open_ledger(filled) as one, open_ledger(server.uri(name)) as other, open_ledger(tmp_path / "b.db") as back:
            there = one.copy_to(other, lambda *counted: seen.append(counted))
            assert other.copy_to(back) == there
            assert seen[-1] == (there.rows, there.rows)
            assert export(other) == export(back) == export(one)
            assert contents(other) == contents(back) == contents(one)
            assert one.counts() == other.counts() == back.counts()
            assert one.counts().stale == 5
            term = [Term(("énergie",))]
            found = one.find(term, "dispatches", size=100)
            assert found.number > 5
            for copied in (other, back):
                assert {d.id for d, _ in copied.find(term, "dispatches", size=100).dispatches} == {
                    d.id for d, _ in found.dispatches
                }
            for ledger in (one, other, back):  # all go on alike
                new = make_dispatch("Lavrov a rencontré Arreaza une fois encore.", "neuf.txt", "2020-02-09")
                ledger.keep([(new, [make_report(new, actors="RUS:Lavrov", recipients="VEN", date="2020-02-08")])])
                ledger.update_events()
            assert export(other) == export(back) == export(one)
    finally:
        server.drop(name)


def test_what_is_not_empty_is_left_as_it_was(filled, place):
    with open_ledger(filled) as one, open_ledger(place()) as other:
        other.keep(world()[:1])
        with pytest.raises(LedgerError, match="not empty") as error:
            one.copy_to(other)
        assert str(error.value).startswith(f"{other.address}: ")
        assert [d.id for d in other.dispatches()] == [world()[0][0].id]


def test_a_copy_that_fails_leaves_nothing(filled, place):
    def stop(done, total):
        if done > total // 2:
            raise KeyboardInterrupt

    with open_ledger(filled) as one, open_ledger(place()) as other:
        with pytest.raises(KeyboardInterrupt):
            one.copy_to(other, stop)
        assert other.counts().dispatches == other.counts().reports == 0
        assert one.copy_to(other).rows > 100


def test_what_comes_back_otherwise_is_no_copy(filled, tmp_path):
    with open_ledger(filled) as one, open_ledger(tmp_path / "bad.db") as other:
        connection = sqlite3.connect(other.path)
        connection.execute(
            "CREATE TRIGGER harm AFTER INSERT ON events BEGIN UPDATE events SET type = 'AID' WHERE id = new.id; END"
        )
        connection.commit()
        connection.close()
        with pytest.raises(LedgerError, match="rows of events come back otherwise"):
            one.copy_to(other)
        assert other.counts().dispatches == 0
