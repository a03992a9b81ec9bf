from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.written_dates import WrittenDates, edtf_day
from legation.language.credits import load_credits

DATES = WrittenDates(load_credits("fr"))


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("4 juillet", "XXXX-07-04"),
        ("le 7 février 2025", "2025-02-07"),
        ("vendredi 7 février 2020", "2020-02-07"),
        ("le mardi 12 MARS 2021", "2021-03-12"),
        ("1er avril 2019", "2019-04-01"),
        ("4 juil. 2023", "2023-07-04"),
        ("mars 2021", "2021-03"),
        ("2020-02", "2020-02"),
        ("2020-02-07", "2020-02-07"),
        ("2020-02-07T10:11:12+01:00", "2020-02-07"),
        ("07/02/2020", "2020-02-07"),
        ("7.2.2020", "2020-02-07"),
        ("30 février 2020", None),
        ("29 février", "XXXX-02-29"),
        ("29 février 2021", None),
        ("2020-13", None),
    ],
)
def test_reads_the_dates_of_heads(written: str, edtf: str | None) -> None:
    assert re.fullmatch(DATES.pattern, written, re.IGNORECASE)
    assert DATES.edtf(written) == edtf


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2020-02-07", "2020-02-07"),
        ("2020-02-07 10:00", "2020-02-07"),
        ("2020-02-07T23:59:59Z", "2020-02-07"),
        ("20200207", "2020-02-07"),
        ("2020-02", "2020-02"),
        ("2020", "2020"),
        ("XXXX-07-04", "XXXX-07-04"),
        ("2020-01~", "2020-01~"),
        ("Fri, 07 Feb 2020 10:00:00 GMT", "2020-02-07"),
        ("7 février 2020 à 10h", "2020-02-07"),
        ("Publié le 07/02/2020", "2020-02-07"),
        ("2020-02-31", None),
        ("hier", None),
        ("", None),
        ("0000-00-00", None),
    ],
)
def test_reads_published_fields(value: str, edtf: str | None) -> None:
    assert DATES.published(value) == edtf


@given(st.text(max_size=60))
def test_published_never_raises(value: str) -> None:
    found = DATES.published(value)
    assert found is None or re.fullmatch(r"[\dX]{4}(-[\dX]{2}){0,2}[~?%]?", found, re.ASCII)


@given(st.dates())
def test_every_day_has_its_form(day: object) -> None:
    year, month, number = (int(part) for part in str(day).split("-"))
    assert edtf_day(year, month, number) == str(day)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Feb 7, 2020", "2020-02-07"),
        ("February 7", "XXXX-02-07"),
        ("7 February 2020", "2020-02-07"),
        ("Friday, March 3rd, 2023", "2023-03-03"),
        ("May 2021", "2021-05"),
    ],
)
def test_where_the_month_may_stand_first(written, day):
    assert WrittenDates(load_credits("en")).edtf(written) == day
