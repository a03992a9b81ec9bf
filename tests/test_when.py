"""EDTF dates and their bounds."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from legation.when import best, bounds, is_edtf, label, overlap, precision, year_known

D = date


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020-02-07", D(2020, 2, 7), D(2020, 2, 7)),
        ("2020-02", D(2020, 2, 1), D(2020, 2, 29)),
        ("2021-02", D(2021, 2, 1), D(2021, 2, 28)),
        ("2020", D(2020, 1, 1), D(2020, 12, 31)),
        ("199X", D(1990, 1, 1), D(1999, 12, 31)),
        ("19XX", D(1900, 1, 1), D(1999, 12, 31)),
        ("2024-21", D(2024, 3, 1), D(2024, 5, 31)),
        ("2024-24", D(2024, 12, 1), D(2025, 2, 28)),
        ("2020-01~", D(2020, 1, 1), D(2020, 1, 31)),
        ("2020-02-07?", D(2020, 2, 7), D(2020, 2, 7)),
        ("XXXX-07-04", None, None),
        ("XXXX-07", None, None),
        ("XXXX", None, None),
        ("2020-02-06/2020-02-07", D(2020, 2, 6), D(2020, 2, 7)),
        ("2018/2020-03", D(2018, 1, 1), D(2020, 3, 31)),
        ("../2024-12-31", None, D(2024, 12, 31)),
        ("2024-11-08/..", D(2024, 11, 8), None),
        ("XXXX-07-04/..", None, None),
        ("XXXX-12-28/XXXX-01-03", None, None),
        ("0001-01-01", D(1, 1, 1), D(1, 1, 1)),
        ("9999-12", D(9999, 12, 1), D(9999, 12, 31)),
    ],
)
def test_bounds(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "2020-13", "2020-00", "2021-02-29", "2020-02-30", "20-02-07", "2020-2-7", "7 mai", "2020/", "/2020",
        "..", "../..", "2020-02-07/2020-02-06", "0000", "2020-25", "199X-05", "XXXX~", "XXXX-13", "XXXX-02-30",
        "2020-02-07~?", "２０２０", "2020\n", " 2020", "2020/2021/2022", "XXXX-25",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(ValueError, match=r"date|ends before"):
        bounds(text)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2020-02-07", "2020-02-07", True),
        ("2020-02-07", "2020-02-08", False),
        ("2020-02-07", "2020-02", True),
        ("2020-02-07", "2020", True),
        ("2020-02-07", "2019", False),
        ("2020-02-07~", "2020-02-06", True),
        ("2020-02-07~", "2020-02-04", False),
        ("2020-01~", "2020-02-07", True),
        ("2020-01", "2020-02-07", False),
        ("XXXX-07-04", "2022-07-04", True),
        ("XXXX-07-04", "2022-07-05", False),
        ("XXXX-07-04~", "2022-07-05", True),
        ("XXXX-07-04", "2022-08", False),
        ("XXXX-07-04", "2022", True),
        ("XXXX-07-04", "2022-06/2022-08", True),
        ("XXXX-07-04", "2022-12/2023-02", False),
        ("XXXX-01-04", "2022-12/2023-02", True),
        ("XXXX-07-04", "199X", True),
        ("XXXX-07-04", "2022-09/..", True),
        ("XXXX-07-04", "XXXX-07-04", True),
        ("XXXX-07-04", "XXXX-07-05", False),
        ("XXXX-07-04", "XXXX-07", True),
        ("XXXX-07", "XXXX-08", False),
        ("XXXX", "XXXX-08", True),
        ("XXXX", "2020-02-07", True),
        ("XXXX-12-31~", "XXXX-01-01", True),
        ("XXXX-12-31~", "2022-01-01", True),
        ("XXXX-02-29", "2020", True),
        ("XXXX-02-29", "2021", False),
        ("XXXX-12-28/XXXX-01-03", "2020-01-02", True),
        ("XXXX-12-28/XXXX-01-03", "2020-12-30", True),
        ("XXXX-12-28/XXXX-01-03", "2020-02-02", False),
        ("XXXX-12-28/XXXX-01-03", "XXXX-01-02", True),
        ("../2024-12-31", "2024-11-08/..", True),
        ("../2024-12-31", "2025-01-01", False),
        ("../2024-12-31", "1960", True),
        ("2020-02-06/2020-02-07", "2020-02-07/2020-02-09", True),
        ("2020-02-06/2020-02-07", "2020-02-08/2020-02-09", False),
    ],
)
def test_overlap(a: str, b: str, same: bool) -> None:
    assert overlap(a, b) is same
    assert overlap(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "better"),
    [
        ("2020-02-07", "2020-02", "2020-02-07"),
        ("2020", "2020-02", "2020-02"),
        ("2020-02-06/2020-02-07", "2020-02-07", "2020-02-07"),
        ("2020-02-07~", "2020-02-07", "2020-02-07"),
        ("XXXX-07-04", "2022-07-04", "2022-07-04"),
        ("XXXX-07-04", "2022", "2022-07-04"),
        ("XXXX-07-04", "2022-07", "2022-07-04"),
        ("XXXX-07-04", "2022-06/2023-05", "2022-07-04"),
        ("XXXX-07", "2022-07-04", "2022-07-04"),
        ("XXXX-07-04", "XXXX-07", "XXXX-07-04"),
        ("XXXX", "XXXX-07", "XXXX-07"),
        ("XXXX", "2022", "2022"),
        ("XXXX-07-04", "2021/2023", "2021/2023"),
        ("XXXX-12-28/XXXX-01-03", "2020-01", "2019-12-28/2020-01-03"),
        ("2024-11-08/..", "2024", "2024"),
        ("2024-11-08/..", "XXXX-12-31", "XXXX-12-31"),
    ],
)
def test_best(a: str, b: str, better: str) -> None:
    assert best(a, b) == better
    assert best(b, a) == better


def test_best_of_dates_that_exclude_each_other() -> None:
    with pytest.raises(ValueError, match="exclude each other"):
        best("2020", "2021")


@pytest.mark.parametrize(
    ("edtf", "unit", "known"),
    [
        ("2020-02-07", "day", True),
        ("XXXX-07-04~", "day", False),
        ("2020-02", "month", True),
        ("2024-22", "season", True),
        ("XXXX-22", "season", False),
        ("XXXX", "year", False),
        ("199X", "decade", True),
        ("19XX", "century", True),
        ("2020/..", "interval", True),
        ("../XXXX-03", "interval", False),
    ],
)
def test_precision_and_year(edtf: str, unit: str, known: bool) -> None:
    assert precision(edtf) == unit
    assert year_known(edtf) is known


def test_label() -> None:
    simple = label("XXXX-07-04~")
    assert not simple.interval
    assert simple.start is simple.end
    assert simple.start is not None
    assert (simple.start.year, simple.start.month, simple.start.day, simple.start.approximate) == (None, 7, 4, True)
    open_end = label("2024-11-08/..")
    assert open_end.interval
    assert open_end.end is None
    season = label("2024-22").start
    assert season is not None
    assert (season.season, season.month) == (2, None)


days = st.dates(D(1800, 1, 1), D(2190, 1, 1)).map(date.isoformat)
marks = st.sampled_from(["", "~", "?", "%"])
points = st.one_of(
    st.builds(lambda day, cut, mark: day[:cut] + mark, days, st.sampled_from([4, 7, 10]), marks),
    st.builds(lambda day, cut, mark: "XXXX" + day[4:cut] + mark, days, st.sampled_from([7, 10]), marks),
    st.sampled_from(["XXXX", "199X", "200X", "18XX", "2024-21", "2024-22", "2024-23"]),
)
dates = st.one_of(
    points,
    st.builds("{}/{}".format, points, points),
    points.map("../{}".format),
    points.map("{}/..".format),
).filter(is_edtf)


def known_to_the_library(edtf: str) -> str:
    """Version 5.0.2 takes no mark behind a date without a year."""
    return edtf.rstrip("~?%") if "X" in edtf else edtf


@settings(deadline=None)
@given(points)
def test_bounds_agree_with_the_edtf_library(edtf: str) -> None:
    assume(is_edtf(edtf))
    theirs = parse_edtf(known_to_the_library(edtf))
    first, last = bounds(edtf)
    if first and last:
        assert first.timetuple()[:3] == tuple(theirs.lower_strict()[:3])
        assert last.timetuple()[:3] == tuple(theirs.upper_strict()[:3])
    else:
        assert theirs.lower_strict()[0] == 0  # the library's way of saying that any year will do
        assert theirs.upper_strict()[0] == 9999


@settings(deadline=None)
@given(points, points)
def test_intervals_agree_with_the_edtf_library(start: str, end: str) -> None:
    edtf = f"{start}/{end}"
    assume(is_edtf(edtf))
    theirs = parse_edtf("/".join(side.rstrip("~?%") for side in (start, end)))
    first, last = bounds(edtf)
    if first:
        assert first.timetuple()[:3] == tuple(theirs.lower_strict()[:3])
    if last:
        assert last.timetuple()[:3] == tuple(theirs.upper_strict()[:3])


@settings(deadline=None)
@given(st.text(alphabet="0123456789X-~?%", max_size=11))
def test_what_is_no_edtf_is_refused(text: str) -> None:
    """Whatever simple date we take the library takes too."""
    if is_edtf(text):
        parse_edtf(known_to_the_library(text))


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_judged(text: str) -> None:
    assert is_edtf(text) in (True, False)


@settings(deadline=None)
@given(dates, dates)
def test_overlap_is_symmetric_and_best_keeps_to_both(a: str, b: str) -> None:
    assert overlap(a, a)
    assert overlap(a, b) == overlap(b, a)
    if overlap(a, b):
        better = best(a, b)
        assert is_edtf(better)
        assert overlap(better, a)
        assert overlap(better, b)


@settings(deadline=None)
@given(st.dates(D(1801, 1, 1), D(2180, 1, 1)), st.integers(0, 900), st.integers(-900, 900), st.integers(0, 900))
def test_overlap_of_intervals_is_sharing_a_day(start: date, length: int, shift: int, other_length: int) -> None:
    end, other = start + timedelta(length), start + timedelta(shift)
    other_end = other + timedelta(other_length)
    shared = max(start, other) <= min(end, other_end)
    assert overlap(f"{start}/{end}", f"{other}/{other_end}") is shared


@settings(deadline=None)
@given(st.dates(D(1990, 1, 1), D(2030, 1, 1)), st.dates(D(1990, 1, 1), D(2030, 1, 1)))
def test_without_a_year_month_and_day_decide(a: date, b: date) -> None:
    assert overlap("XXXX" + a.isoformat()[4:], b.isoformat()) is ((a.month, a.day) == (b.month, b.day))
