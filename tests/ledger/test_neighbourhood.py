"""Merging what is new, in its neighbourhood, finds what merging everything finds."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.ledger import grouping, open_ledger, updating
from legation.ledger import tables as t
from legation.merging import find_reprints, merge_explained

from .pool import pool


def current(ledger):
    """What all current dispatches and reports are merged into when nothing is known before."""
    merged = merge_explained(ledger.dispatches(), ledger.reports())
    return merged.events, merged.joins, merged.reprints


def stored(ledger):
    events = ledger.events()
    joins = {event.id: found for event in events if (found := ledger.joins(event.id))}
    known = {dispatch.id: dispatch.source for dispatch in ledger.dispatches()}
    alike = [r for r in ledger.reprints() if r.copy_id != r.original_id]
    assert all(known[r.copy_id] == r.copy for r in alike)
    return events, joins, tuple(sorted(alike, key=lambda r: (r.original_id, r.copy_id)))


def put(ledger, items, rng, **options):
    """Keeps and merges in runs and batches of any size."""
    at = 0
    while at < len(items):
        size = rng.randint(1, 15)
        ledger.keep(items[at : at + size], **options)
        at += size
        if rng.random() < 0.6:
            ledger.update_events()
    ledger.update_events()


@settings(max_examples=8)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False), st.integers(1, 20))
def test_any_order_split_and_portion_gives_what_merging_everything_gives(new_place, seed, rng, portion):
    items = pool(seed)
    expected = merge_explained([d for d, _ in items], [r for _, told in items for r in told])
    rng.shuffle(items)
    with pytest.MonkeyPatch.context() as patched, open_ledger(new_place()) as ledger:
        patched.setattr(updating, "PORTION", portion)
        put(ledger, items, rng)
        assert stored(ledger) == (expected.events, expected.joins, expected.reprints)


def test_the_pool_holds_what_it_is_for():
    outcomes, elsewhere, alone, most = set(), 0, 0, 0
    for seed in range(1, 5):
        items = pool(seed)
        assert len(find_reprints(d for d, _ in items)) > 3
        events = merge_explained([d for d, _ in items], [r for _, told in items for r in told]).events
        alone += sum(len(event.reports) == 1 for event in events)
        most = max(most, *(len(event.reports) for event in events))
        for event in events:
            if event.commitment:
                outcomes.add(event.commitment.outcome)
                elsewhere += not set(event.commitment.evidence) <= {report.id for report in event.reports}
    assert alone > 20
    assert most > 2
    assert outcomes == {"open", "kept", "cancelled", "overdue"}
    assert elsewhere > 5, "outcomes told in other events than the promise"


@settings(max_examples=6)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_read_by_another_version_or_from_another_source(new_place, seed, rng: random.Random):
    items = pool(seed, 25)
    with open_ledger(new_place()) as ledger:
        put(ledger, items, rng)
        again = []
        for dispatch, told in rng.sample(items, 10):
            copy = msgspec.structs.replace(dispatch, source=f"copy-{dispatch.source}", own_date=None)
            ref = msgspec.structs.replace
            left = told[: rng.randint(0, len(told))]
            again.append(
                (
                    copy,
                    [ref(r, id=r.id[::-1], dispatch=ref(r.dispatch, source=copy.source, published=None)) for r in left],
                )
            )
        put(ledger, again, rng, program="99.0")
        assert stored(ledger) == current(ledger)
        put(
            ledger, [(msgspec.structs.replace(d, furniture=(), source="third.txt"), told) for d, told in items[:5]], rng
        )
        assert stored(ledger) == current(ledger)


def test_other_rules_merge_everything_anew_in_portions(place, monkeypatch):
    rng = random.Random(3)
    with open_ledger(place("l")) as ledger:
        put(ledger, pool(3), rng)
        before, ids = stored(ledger), {event.id for event in ledger.events()}
        monkeypatch.setattr(updating, "PORTION", 7)
        with ledger._write() as connection:
            connection.execute(t.state.update().where(t.state.c.key == "rules").values(value="older"))
            # What older rules made of it: one event less, another one with a wrong field.
            first, second = sorted(ids)[:2]
            for table in (t.event_reports, t.event_participants, t.event_namings, t.listed):
                connection.execute(table.delete().where(table.c.event == first))
            connection.execute(t.events.delete().where(t.events.c.id == first))
            connection.execute(t.events.update().where(t.events.c.id == second).values(record="{}"))
        assert ledger.counts().stale > 0
        ledger.update_events()
        assert stored(ledger) == before
        with ledger._read() as connection:
            assert connection.execute(t.forwards.select().where(t.forwards.c.old.in_(ids))).all() == []


def test_nothing_is_judged_again_without_something_new(place, monkeypatch):
    items = pool(5)
    with open_ledger(place("l")) as ledger:
        ledger.keep(items)
        ledger.update_events()
        judged = []
        monkeypatch.setattr(grouping, "judge", lambda a, b: judged.append((a, b)))
        ledger.update_events()
        ledger.keep(items)
        ledger.update_events()
        assert judged == []


def test_reports_of_a_dispatch(place):
    items = pool(5)
    with open_ledger(place("l")) as ledger:
        ledger.keep(items)
        for dispatch, told in items:
            assert ledger.reports_of(dispatch.id) == tuple(sorted(told, key=lambda r: (r.trigger.start, r.id)))
        assert ledger.reports_of("none") == ()
