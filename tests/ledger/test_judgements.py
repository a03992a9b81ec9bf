"""Judgements in the ledger: they shape events, survive re-reading, travel, and are never overwritten."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.dispatch import Span
from legation.judgement import correction, decode, encode, on_pair
from legation.ledger import grouping, open_ledger
from legation.merging import founded_by, merge_explained
from record_builders import make_dispatch, make_report

from .cases import export
from .pool import pool


def told(text, source, published, **fields):
    dispatch = make_dispatch(text, source, published)
    return dispatch, [make_report(dispatch, actors="RUS:Lavrov", recipients="VEN:Arreaza", **fields)]


def three():
    """A meeting told twice, and a third dispatch that tells another day's."""
    return [
        told("Lavrov a rencontré Arreaza vendredi.", "a.txt", "2020-02-07", date="2020-02-07", trigger="rencontré"),
        told("Entretien de Lavrov et d'Arreaza.", "b.txt", "2020-02-08", date="2020-02-07", trigger="Entretien"),
        told("Lavrov reçoit Arreaza en mars.", "c.txt", "2020-03-21", date="2020-03-20", trigger="reçoit"),
    ]


A, B, C = (reports[0] for _, reports in three())


def at(second):
    return f"2024-05-31T12:00:{second:02}Z"


def pair(a, b, kind, second=0):
    return on_pair(a, b, kind, by="ana", at=at(second))


def fixed(report, field, value, second=0):
    return correction(report, field, value, "lu ailleurs", by="ana", at=at(second))


def groups(ledger):
    return sorted(sorted(report.dispatch.source[0] for report in event.reports) for event in ledger.events())


@pytest.fixture
def ledger(place):
    with open_ledger(place("l")) as opened:
        opened.keep(three())
        opened.update_events()
        yield opened


def judged(ledger, *judgements):
    for one in judgements:
        assert ledger.judge(one)
    assert ledger.counts().stale == len(judgements)
    ledger.update_events()
    assert ledger.counts().stale == 0


def test_without_judgements(ledger):
    assert groups(ledger) == [["a", "b"], ["c"]]
    assert ledger.judgements() == ()


def test_same_joins_what_opposes_and_says_why(ledger):
    made = pair(A, C, "same")
    old = next(event.id for event in ledger.events() if len(event.reports) == 1)
    judged(ledger, made)
    (event,) = ledger.events()
    assert groups(ledger) == [["a", "b", "c"]]
    assert event.judgements == (made.id,)
    assert [d.field for d in event.disagreements] == ["date"]
    assert ledger.event(old) == event
    assert any(seen.name == "judgement" for verdict in ledger.joins(event.id) for seen in verdict.observations)


def test_different_splits_and_leaves_a_forwarding_address(ledger):
    before = next(event for event in ledger.events() if len(event.reports) == 2)
    made = pair(A, B, "different")
    judged(ledger, made)
    assert groups(ledger) == [["a"], ["b"], ["c"]]
    parts = {event.reports[0].id: event for event in ledger.events()}
    assert ledger.event(before.id) == parts[A.id], "the id stays with the part that holds the founding report"
    assert parts[B.id].id == founded_by(B.id)
    assert parts[A.id].judgements == parts[B.id].judgements == (made.id,)
    assert parts[C.id].judgements == ()


def test_addresses_follow_the_part_that_leaves(ledger):
    alone = next(event.id for event in ledger.events() if len(event.reports) == 1)
    judged(ledger, pair(B, C, "same", 1))
    (whole,) = ledger.events()
    assert ledger.event(alone) == whole
    judged(ledger, pair(A, B, "different", 2), pair(A, C, "different", 3))
    assert groups(ledger) == [["a"], ["b", "c"]]
    left = next(event for event in ledger.events() if len(event.reports) == 2)
    assert ledger.event(alone) == left, "founded by c, which stands with b now"


def test_a_wrong_same_is_undone_by_a_later_different_and_stays_on_record(ledger):
    before = export(ledger)
    wrong, right = pair(A, C, "same", 1), pair(C, A, "different", 2)
    judged(ledger, wrong)
    judged(ledger, right)
    assert groups(ledger) == [["a", "b"], ["c"]]
    assert ledger.judgements() == (wrong, right)
    judged(ledger, pair(A, C, "later", 3))
    assert export(ledger) == before, "later decides nothing"


def test_a_judgement_made_earlier_does_not_count_though_it_comes_in_last(ledger):
    judged(ledger, pair(A, C, "different", 2))
    judged(ledger, pair(A, C, "same", 1))
    assert groups(ledger) == [["a", "b"], ["c"]]


def test_taking_a_judgement_in_twice_changes_nothing(ledger):
    made = pair(A, C, "same")
    judged(ledger, made)
    before = export(ledger)
    assert not ledger.judge(made)
    assert ledger.take_judgements([made, made]) == 0
    ledger.update_events()
    assert export(ledger) == before


def test_a_corrected_field_is_shown_and_its_bounds_are_asked_for(ledger):
    from datetime import date  # noqa: PLC0415

    from legation.ledger import Question  # noqa: PLC0415

    made = fixed(C, "date", "2021-03-20")
    judged(ledger, made, fixed(A, "status", "denied", 1))
    (event,) = ledger.events(Question(since=date(2021, 1, 1)))
    assert (event.date, event.judgements) == ("2021-03-20", (made.id,))
    assert ledger.events(Question(statuses=("denied",)))[0].dispatches == 2
    assert [report.date for report in event.reports] == ["2020-03-20"], "what the dispatch says stays"
    judged(ledger, fixed(C, "date", "2022", 9))
    assert [event.date for event in ledger.events()][-1] == "2022"


def reread(ledger, *items):
    """The dispatches read by a newer version: other ids, triggers a little wider."""
    for dispatch, reports in items:
        anew = [
            msgspec.structs.replace(
                report, id=f"new{report.id}", trigger=Span("…", report.trigger.start, report.trigger.end + 1)
            )
            for report in reports
        ]
        ledger.keep([(dispatch, anew)], program="99.0")
    ledger.update_events()


def test_judgements_survive_reading_by_another_version(ledger):
    judged(ledger, pair(A, C, "same"), pair(A, B, "different", 1), fixed(C, "place", "Minsk (BLR)", 2))
    expected = groups(ledger)
    assert expected == [["a", "c"], ["b"]]
    for item in three():
        reread(ledger, item)
        assert groups(ledger) == expected
    assert all(report.id.startswith("new") for event in ledger.events() for report in event.reports)
    joined = next(event for event in ledger.events() if len(event.reports) == 2)
    assert joined.place
    assert joined.place.name == "Minsk"
    assert len(joined.judgements) == 3


def test_who_was_joined_by_hand_stays_when_the_other_is_not_reported_any_more(ledger):
    judged(ledger, pair(A, C, "same"))
    dispatch, _ = three()[2]
    ledger.keep([(dispatch, [])], program="99.0")
    ledger.update_events()
    assert groups(ledger) == [["a", "b"]]
    assert len(ledger.standing().lost) == 1


def test_export_and_import_give_the_same_events(ledger, place):
    judged(ledger, pair(A, C, "same"), pair(A, B, "different", 1), fixed(A, "mode", "visit", 2))
    lines = [encode(one) for one in ledger.judgements()]
    for name, first in (("before", True), ("after", False)):
        with open_ledger(place(name)) as other:
            if first:
                other.take_judgements(map(decode, lines))
                other.update_events()
            other.keep(three())
            if not first:
                other.take_judgements(map(decode, reversed(lines)))
            other.update_events()
            assert export(other) == export(ledger)
            assert other.judgements() == ledger.judgements()


def near():
    """Two dispatches that may tell one meeting: the same parties, neither knows the day."""
    dispatches = [
        make_dispatch("Les ministres se sont vus.", "x.txt", "2020-02-09"),
        make_dispatch("Rencontre au sommet.", "y.txt", "2020-02-25"),
    ]
    return [(dispatch, [make_report(dispatch)]) for dispatch in dispatches]


def test_doubtful_pairs_are_those_in_different_events(place, monkeypatch):
    items = near()
    decided = grouping.judge
    # Whatever observations weigh: this pair is in doubt.
    monkeypatch.setattr(
        grouping,
        "judge",
        lambda a, b: msgspec.structs.replace(decided(a, b), score=4.0, same=False, opposed=False),
    )
    with open_ledger(place("l")) as ledger:
        ledger.keep(items)
        ledger.update_events()
        (doubt,) = ledger.doubts()
        x, y = (reports[0] for _, reports in items)
        assert {doubt.a, doubt.b} == {x.id, y.id}
        verdict = ledger.verdict(doubt.a, doubt.b)
        assert verdict
        assert (verdict.answer, verdict.score) == ("ask", doubt.score)
        assert ledger.doubts(("RUS", "VEN")) == (doubt,)
        assert ledger.doubts(("CUB",)) == ()
        ledger.judge(on_pair(x, y, "later", by="ana", at=at(1)))
        ledger.update_events()
        assert ledger.doubts() == (doubt,)
        ledger.judge(on_pair(x, y, "same", by="ana", at=at(2)))
        ledger.update_events()
        assert ledger.doubts() == ()
        assert len(ledger.events()) == 1
        ledger.judge(on_pair(x, y, "different", by="ana", at=at(3)))
        ledger.update_events()
        assert ledger.doubts() == ()
        assert len(ledger.events()) == 2


@settings(max_examples=5)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_order_of_judgements_and_readings_does_not_matter(new_place, seed, rng: random.Random):
    items = pool(seed)
    reports = [report for _, told_ in items for report in told_]
    made = []
    for second in range(12):
        a, b = rng.sample(reports, 2)
        made.append(pair(a, b, rng.choice(("same", "different", "later")), second))
        made.append(fixed(a, "date", f"2020-0{rng.randint(1, 9)}", second))
    again = [msgspec.structs.replace(one, id="") for one in made[:6]]
    made += [pair(a, b, rng.choice(("same", "different")), 30) for a, b in (rng.sample(reports, 2) for _ in again)]
    expected = merge_explained([d for d, _ in items], reports, judgements=made)
    steps = [*items, *made]
    rng.shuffle(steps)
    with open_ledger(new_place()) as ledger:
        for step in steps:
            if isinstance(step, tuple):
                ledger.keep([step])
            else:
                ledger.judge(step)
            if rng.random() < 0.15:
                ledger.update_events()
        ledger.update_events()
        assert ledger.events() == expected.events
        assert {i: found for e in ledger.events() if (found := ledger.joins(i := e.id))} == expected.joins
