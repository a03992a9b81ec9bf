"""Lists and counts that are kept while events are written are those that making them anew gives."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from legation.dispatch import OwnDate
from legation.judgement import on_pair
from legation.ledger import Narrowing, Question, open_ledger, place_of, refilling, stretches, updating
from legation.ledger import tables as t

from .pool import pool

KEPT = (t.listed, t.tallies, t.counted, t.event_namings)
QUESTIONS = (
    Question(),
    Question(("RUS",)),
    Question(("RUS", "VEN")),
    Question(("VEN",), types=("CONSULT", "AGREE")),
    Question(statuses=("planned",)),
    Question(("RUS",), since=date(2020, 2, 1), until=date(2020, 2, 29)),
    Question(since=date(2020, 2, 7), until=date(2020, 2, 8)),
    Question(since=date(2020, 2, 1), undated=True),
    Question(("RUS", "CUB"), undated=False),
    Question(place="VEN"),
    Question(("RUS",), place="VEN"),
    Question(("CUB",), place="VEN"),
    Question(person="Arreaza"),
    Question(("RUS",), least_sources=2),
    Question(promised=True),
    Question(until=date(2020, 2, 10)),
    Question(since=date(2020, 1, 15), types=("CONSULT",)),
    Question(since=date(2020, 1, 15), until=date(2020, 3, 3), statuses=("occurred",)),
    Question(since=date(2020, 2, 10), until=date(2020, 2, 3)),
    Question(until=date(2020, 2, 10), undated=True),
    Question(least_sources=2),
    Question(least_sources=3, types=("CONSULT", "AGREE")),
    Question(since=date(2020, 2, 8), least_sources=2),
    Question(contexts=("military",), since=date(2020, 2, 8)),
    Question(("RUS",), source="AFP"),
)


def rows(ledger):
    with ledger._read() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in KEPT}


def anew(ledger):
    with ledger._write() as connection:
        refilling.refill(connection)
    return rows(ledger)


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_what_is_kept_is_what_making_it_anew_gives(tmp_path_factory, seed, rng: random.Random):
    items = pool(seed)
    rng.shuffle(items)
    with pytest.MonkeyPatch.context() as patched, open_ledger(tmp_path_factory.mktemp("l") / "l.db") as ledger:
        patched.setattr(updating, "PORTION", rng.randint(1, 20))
        half = len(items) // 2
        ledger.keep(items[:half])
        ledger.update_events()
        assert rows(ledger) == anew(ledger)
        ledger.keep(items[half:])
        # Another version reads some of them and finds fewer reports; one comes in from a second source too.
        ledger.keep([(dispatch, reports[1:]) for dispatch, reports in items[:half:3]], program="2.0")
        ledger.update_events()
        reports = ledger.reports()
        for a, b in zip(reports[::5], reports[2::5], strict=False):
            if a.dispatch.id != b.dispatch.id:
                ledger.judge(on_pair(a, b, rng.choice(("same", "different")), by="desk", at="2020-05-01T10:00:00Z"))
        ledger.update_events()
        assert rows(ledger) == anew(ledger)


@settings(max_examples=5)
@given(st.integers(0, 10**6))
def test_pages_and_numbers_are_those_of_the_whole_list(tmp_path_factory, seed):
    with open_ledger(tmp_path_factory.mktemp("l") / "l.db") as ledger:
        ledger.keep(pool(seed))
        ledger.update_events()
        told = sorted({source.name for event in ledger.events() for source in event.sources})
        for question in (*QUESTIONS, *(Question((code,), source=told[0]) for code in ("RUS", "VEN", "FJI"))):
            for newest_first in (False, True):
                fields = {name: getattr(question, name) for name in question.__struct_fields__}
                whole = ledger.events(Question(**fields | {"newest_first": newest_first}))
                assert ledger.number_of_events(question) == len(whole)
                for offset in (0, 5, len(whole) - 2):
                    part = Question(**fields | {"newest_first": newest_first, "limit": 6, "offset": max(offset, 0)})
                    assert ledger.events(part) == whole[max(offset, 0) :][:6], (question, newest_first, offset)
            whole = ledger.events(question)
            happened = [e for e in whole if e.status in ("occurred", "ongoing") and _brief(e)]
            months = {(e.date_bounds[0][:7], e.quad) for e in happened}
            found = ledger.monthly(question)
            assert {(one.month, one.quad) for one in found} == months
            assert sum(one.events for one in found) == len(happened)
            total = sum(one.events * one.intensity for one in found)
            assert total == pytest.approx(sum(e.intensity for e in happened))
            assert ledger.disputes(3, question).number == sum(bool(e.disagreements) for e in whole)
            outcomes = [e.commitment.outcome for e in whole if e.commitment]
            numbers = ledger.promises(3, question).numbers
            assert {name: outcomes.count(name) for name in numbers} == numbers


def _brief(event):
    first, last = event.date_bounds
    return first and last and (date.fromisoformat(last) - date.fromisoformat(first)).days <= 31


PARTS = (
    *QUESTIONS,
    Question(types=("AID",)),
    Question(("VEN", "CUB"), statuses=("planned",)),
    Question(("RUS",), since=date(2020, 2, 8), types=("CONSULT",)),
    Question(since=date(2020, 2, 8), undated=True),
)


def of_vague_days(items):
    """The same, some of them of a time that is not known to the month, or has no beginning or end."""
    days = ("2019-12/2020-03", "2020", "2020-01-30/..", "../2020-02-08", "2018")
    vague = (
        msgspec.structs.replace(d, own_date=OwnDate(day, "published")) for (d, _), day in zip(items, days, strict=False)
    )
    return [*((one, told) for one, (_, told) in zip(vague, items, strict=False)), *items[len(days) :]]


@pytest.mark.parametrize("soon", [True, False, None])
def test_dispatches_part_by_part_are_those_of_the_whole_list(place, monkeypatch, soon):
    if soon is not None:
        monkeypatch.setattr(stretches, "_soon_met", lambda *_: soon)
    with open_ledger(place("l")) as ledger:
        ledger.keep(of_vague_days(pool(5)))
        ledger.update_events()
        found = set()
        for question in PARTS:
            after, places, listed = None, [], []
            while part := ledger.dispatches_after(after, 3, question):
                after = part[-1][0]
                places += [one for one, _ in part]
                listed += [ref.id for _, ref in part]
            assert sorted(listed) == sorted(one.id for one in ledger.dispatches(question)), question
            assert places == sorted(places, key=lambda one: (not one[0], *one))
            found.add(len(listed))
        assert len(found) > 4, "the questions differ"


def test_events_part_by_part_are_those_of_the_whole_list(place):
    with open_ledger(place("l")) as ledger:
        ledger.keep(pool(6))
        ledger.update_events()
        for question in QUESTIONS:
            after, listed = None, []
            while part := ledger.events_after(after, 3, question):
                after = place_of(part[-1])
                listed += [(not place_of(event)[0], *place_of(event)) for event in part]
            assert listed == sorted(listed)
            assert sorted(id_ for *_, id_ in listed) == sorted(event.id for event in ledger.events(question)), question


@pytest.mark.parametrize("outcomes", [("open",), ("overdue", "kept"), ("cancelled",)])
def test_commitments_part_by_part_are_those_that_came_to_this(place, outcomes):
    with open_ledger(place("l")) as ledger:
        # Without the latest dispatches, after which nothing is open any more.
        ledger.keep([(one, told) for one, told in pool(8) if not (one.published or "").startswith("2021")])
        ledger.update_events()
        for question in (Question(), Question(("RUS",)), Question(person="Lavrov")):
            narrowing, after, listed = Narrowing(promised=True, outcomes=outcomes), None, []
            while part := ledger.events_after(after, 2, question, narrowing):
                after = place_of(part[-1])
                listed += [event.id for event in part]
            promises = (event for event in ledger.events(question) if event.commitment)
            assert sorted(listed) == sorted(one.id for one in promises if one.commitment.outcome in outcomes)
            assert listed or question.person or outcomes == ("cancelled",)


def test_reports_part_by_part_are_those_of_the_whole_list(place):
    with open_ledger(place("l")) as ledger:
        ledger.keep(pool(5))
        ledger.update_events()
        found = set()
        for question in PARTS:
            after, listed = 0, []
            while part := ledger.reports_after(after, 3, question):
                after = part[-1][0]
                listed += part
            assert [seq for seq, _ in listed] == sorted({seq for seq, _ in listed})
            assert sorted(one.id for _, one in listed) == sorted(one.id for one in ledger.reports(question)), question
            found.add(len(listed))
        assert len(found) > 4, "the questions differ"


def test_agreements_and_disputes_of_an_earlier_form_are_counted_when_it_is_opened(tmp_path):
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.keep(pool(3))
        ledger.update_events()
        kept = rows(ledger)
    of_kinds = [row for row in kept["counted"] if "'agreed " in row or "'disputed " in row]
    assert {row.split("'")[3].split()[0] for row in of_kinds} == {"agreed", "disputed"}
    with closing(sqlite3.connect(tmp_path / "l.db")) as connection:
        connection.execute("DELETE FROM counted WHERE name LIKE 'agreed %' OR name LIKE 'disputed %'")
        connection.execute("ALTER TABLE compared DROP COLUMN day")
        connection.execute("UPDATE alembic_version SET version_num = '0010'")
        connection.commit()
    with open_ledger(tmp_path / "l.db") as ledger:
        assert rows(ledger) == kept


def test_the_counts_are_those_of_the_tables(tmp_path):
    with open_ledger(tmp_path / "l.db") as ledger:
        items = pool(4)
        ledger.keep(items)
        ledger.update_events()
        counts = ledger.counts()
        assert counts.dispatches == len(items)
        assert counts.reports == len(ledger.reports()) > 20
        assert counts.events == len(ledger.events()) > 10
        assert counts.commitments == len(ledger.commitments()) > 0
        named = {(one.code, one.person) for r in ledger.reports() for one in (*r.actors, *r.recipients) if one.person}
        assert {(name.state, spelling) for name in ledger.names() for spelling in name.spellings} == named
