from datetime import date

import pytest

from legation.merging.blocks import ALWAYS, SPANS, Window, blocks, candidates, level, window
from legation.merging.telling import prepare
from record_builders import make_dispatch, make_report


def telling(day=None, published=None, status="occurred", text="Lavrov a vu Arreaza.", **fields):
    dispatch = make_dispatch(f"{text} {day} {published} {status}", published=published)
    return prepare(make_report(dispatch, date=day, status=status, **fields), {})


def days(found: Window):
    return tuple(date.fromordinal(day).isoformat() for day in found)


@pytest.mark.parametrize(
    ("day", "published", "status", "expected"),
    [
        ("2020-02-07", "2020-02-08", "occurred", ("2020-02-07", "2020-02-14")),
        ("2020-02", None, "occurred", ("2020-02-01", "2020-03-07")),
        ("2020-01~", None, "occurred", ("2018-12-31", "2021-01-31")),
        (None, "2020-06-01", "occurred", ("2020-04-02", "2020-06-11")),
        (None, "2020-06-01", "denied", ("2020-04-02", "2020-06-11")),
        (None, "2020-06-01", "planned", ("2020-05-22", "2020-07-31")),
        ("XXXX-05-30", "2020-06-01", "occurred", ("2020-04-02", "2020-06-11")),
        ("2020-05-01/..", None, "planned", ("2020-05-01", "2021-06-05")),
        ("2020-05-01/..", "2020-06-01", "planned", ("2020-05-01", "2021-06-05")),
        ("../2020-05-01", None, "occurred", ("2019-03-28", "2020-05-08")),
    ],
)
def test_windows(day, published, status, expected):
    assert days(window(telling(day, published, status))) == expected


def test_without_any_date_everything_is_compared():
    lost = telling()
    assert window(lost) == ALWAYS
    assert len(candidates([lost, telling("1950-01-01"), telling(None, "2020-01-01")])) == 2


def test_levels_hold_windows_no_longer_than_they_say():
    for span in (Window(5, 5), Window(0, 32), Window(0, 33), Window(0, 4096), ALWAYS):
        number = level(span)
        assert number == len(SPANS) or span.high - span.low <= SPANS[number]
        assert number == 0 or span.high - span.low > SPANS[number - 1]


def test_undated_news_of_two_years_are_not_compared():
    first, second = telling(None, "2018-01-01"), telling(None, "2020-01-01")
    assert candidates([first, second]) == set()
    assert len(candidates([first, telling(None, "2018-03-01")])) == 1


def test_blocks_are_pairs_of_parties_or_the_single_one():
    assert list(blocks(telling(actors="RUS + FRA", recipients="VEN"))) == [
        "CONSULT FRA RUS", "CONSULT FRA VEN", "CONSULT RUS VEN",
    ]  # fmt: skip
    assert list(blocks(telling(actors="RUS", recipients=""))) == ["CONSULT RUS"]
    assert list(blocks(telling(actors="", recipients=""))) == []
