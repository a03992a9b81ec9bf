from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.evaluation.calibration import calibrate


def test_bins_mean_and_share():
    found = calibrate([(0.81, True), (0.85, False), (0.3, False), (1.0, True), (0.0, False)])
    assert [b.reports for b in found.bins] == [1, 0, 0, 1, 0, 0, 0, 0, 2, 1]
    assert (found.bins[8].low, found.bins[8].high) == (0.8, 0.9)
    assert found.bins[8].mean_confidence == pytest.approx(0.83)
    assert found.bins[8].share_right == 0.5
    assert found.bins[1].mean_confidence is None


def test_expected_error_is_weighted_by_reports():
    assert calibrate([(0.8, True)] * 4 + [(0.8, False)]).expected_error == pytest.approx(0)
    assert calibrate([(0.9, False)] * 3 + [(0.5, True)]).expected_error == pytest.approx((3 * 0.9 + 0.5) / 4)
    assert calibrate([]).expected_error is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_report_is_in_the_bin_of_its_confidence(judged):
    found = calibrate(judged)
    assert sum(b.reports for b in found.bins) == len(judged)
    assert all(b.mean_confidence is None or b.low - 1e-9 <= b.mean_confidence <= b.high + 1e-9 for b in found.bins)
    assert found.expected_error is not None
    assert 0 <= found.expected_error <= 1


@pytest.mark.parametrize("hundredths", range(101))
def test_two_decimals_fall_where_people_expect(hundredths):
    found = calibrate([(hundredths / 100, True)])
    assert [b.reports for b in found.bins].index(1) == min(hundredths // 10, 9)
