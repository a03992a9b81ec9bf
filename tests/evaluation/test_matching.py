from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.cases import TEXT, accused, gold_event, mentioned_at, told
from legation.evaluation.matching import can_match, pair_up


def test_type_and_sentence_decide():
    assert can_match(gold_event(), told())
    assert not can_match(gold_event(), told("SUPPORT"))
    assert can_match(gold_event(also=("SUPPORT",)), told("SUPPORT"))
    assert not can_match(gold_event(type="ACCUSE"), accused())


@pytest.mark.parametrize(("distance", "near"), [(60, True), (61, False)])
def test_near_is_sixty_characters_before_or_after_a_mention(distance, near):
    first = TEXT.index("accuse")
    report = mentioned_at(accused(), 100)
    for start in (100 - distance, 101 + distance):
        assert start < first - 61
        assert can_match(gold_event(type="ACCUSE", trigger_start=start), report) is near


def test_other_mentions_count():
    there = gold_event("accuse", type="CONSULT")
    assert not can_match(there, told())
    assert can_match(gold_event("accuse", type="CONSULT", other_mentions=(3,)), told())


def test_the_report_with_the_right_parties_is_preferred():
    right, wrong, half = told(), told(actors="CUB", recipients="FRA"), told(actors="CUB")
    assert pair_up([gold_event()], [wrong, half, right]) == {0: 2}
    assert pair_up([gold_event()], [wrong, half]) == {0: 1}


def test_a_report_moves_on_where_that_makes_room():
    picky = gold_event()
    open_minded = gold_event(also=("SUPPORT",))
    meeting, backing = told(), told("SUPPORT")
    assert pair_up([open_minded, picky], [meeting, backing]) == {0: 1, 1: 0}
    # the first event holds the report that the later one needs, with as many candidates each
    one, two = gold_event(also=("SUPPORT",)), gold_event(also=("AID",))
    assert pair_up([one, two], [meeting, backing]) == {0: 1, 1: 0}


def test_thousands_of_events_in_one_document_are_no_trouble():
    events = [gold_event(actors=("RUS",)) for _ in range(1500)]
    assert len(pair_up(events, [told() for _ in range(40)])) == 40


TYPES = st.sampled_from(("CONSULT", "SUPPORT", "AID"))
EVENTS = st.lists(st.builds(lambda kind, also: gold_event(type=kind, also=tuple(also)), TYPES, st.sets(TYPES)),
                  max_size=4)  # fmt: skip


@given(EVENTS, st.lists(TYPES.map(told), max_size=4))
def test_pairs_are_allowed_one_to_one_and_as_many_as_possible(events, reports):
    pairs = pair_up(events, reports)
    assert all(can_match(events[e], reports[r]) for e, r in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    padded = [*range(len(reports)), *[None] * len(events)]
    best = max(
        sum(r is not None and can_match(events[e], reports[r]) for e, r in enumerate(order))
        for order in permutations(padded, len(events))
    )
    assert len(pairs) == best
