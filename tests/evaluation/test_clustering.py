import pytest

from legation.evaluation.stories import bcubed, pairwise

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}


def test_the_same_grouping_under_other_names_is_right():
    same = {item: f"x{group}" for item, group in GOLD.items()}
    for figure in (pairwise(GOLD, same), bcubed(GOLD, same)):
        assert (figure.precision, figure.recall, figure.f1) == (1, 1, 1)


def test_one_item_in_the_wrong_group():
    found = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2}
    # Four pairs wanted, four told, two of them right.
    assert (pairwise(GOLD, found).precision, pairwise(GOLD, found).recall) == (0.5, 0.5)
    # a, b: 2/2 and 2/3; c: 1/3 and 1/3; d, e: 2/3 and 2/2.
    assert bcubed(GOLD, found).precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert bcubed(GOLD, found).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_what_was_missed_costs_recall_alone():
    found = bcubed({"a": 1, "b": 1}, {"a": 1})
    assert (found.precision, found.recall) == (1, 0.5)
    assert pairwise({"a": 1, "b": 1}, {"a": 1}).recall == 1  # only items that both know


def test_what_nobody_asked_for_costs_precision_where_it_was_put_with_others():
    assert bcubed({"a": 1}, {"a": 1, "x": 2}).precision == 1
    assert bcubed({"a": 1}, {"a": 1, "x": 1}).precision == 0.5


def test_nothing_is_nothing_wrong():
    assert bcubed({}, {}).f1 == pairwise({}, {}).f1 == 1
