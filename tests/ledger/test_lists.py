"""Lists and counts that are kept while events are written are those that making them anew gives."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from legation.judgement import on_pair
from legation.ledger import Question, open_ledger, refilling, stretches, updating
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


@pytest.mark.parametrize("many", [0, 20, 10**6])
def test_dispatches_part_by_part_are_those_of_the_whole_list(place, monkeypatch, many):
    monkeypatch.setattr(stretches, "MANY", many)
    with open_ledger(place("l")) as ledger:
        ledger.keep(pool(5))
        ledger.update_events()
        found = set()
        for question in (*QUESTIONS, Question(types=("AID",)), Question(("VEN", "CUB"), statuses=("planned",))):
            after, listed = None, []
            while part := ledger.dispatches_after(after, 3, question):
                after = part[-1][0]
                listed += [ref.id for _, ref in part]
            assert sorted(listed) == sorted(one.id for one in ledger.dispatches(question)), question
            found.add(len(listed))
        assert len(found) > 4, "the questions differ"


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
