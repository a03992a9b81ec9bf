from __future__ import annotations

from datetime import date

import pytest

from legation.views.lookback import lookback

NEWEST = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", date(2024, 3, 31)),
        ("Yesterday", date(2024, 3, 30)),
        ("the day before yesterday", date(2024, 3, 29)),
        ("hier", date(2024, 3, 30)),
        ("aujourd’hui", date(2024, 3, 31)),
        ("Avant-hier", date(2024, 3, 29)),
        ("7 days", date(2024, 3, 24)),
        ("7  jours", date(2024, 3, 24)),
        ("1 day", date(2024, 3, 30)),
        ("3 days ago", date(2024, 3, 28)),
        ("the last 3 days", date(2024, 3, 28)),
        ("il y a 3 jours", date(2024, 3, 28)),
        ("les 2 dernières semaines", date(2024, 3, 17)),
        ("2 weeks", date(2024, 3, 17)),
        ("a week", date(2024, 3, 24)),
        ("une semaine", date(2024, 3, 24)),
        ("last week", date(2024, 3, 24)),
        ("1 month", date(2024, 2, 29)),
        ("un mois", date(2024, 2, 29)),
        ("13 mois", date(2023, 2, 28)),
        ("9999 months", date(1190, 12, 31)),
        ("0 days", date(2024, 3, 31)),
    ],
)
def test_words_count_back_from_the_newest_dispatch(said, day):
    found = lookback(said, "--since")
    assert found.on(NEWEST) == day
    assert found.words == " ".join(said.split())
    assert found.on(None) is None, "no day to count from"


@pytest.mark.parametrize(
    ("said", "day"),
    [("2024-03-05", date(2024, 3, 5)), ("2024-03", date(2024, 3, 1)), ("2024", date(2024, 1, 1))],
)
def test_dates_are_their_first_day(said, day):
    found = lookback(said, "--since")
    assert found.on(None) == found.on(NEWEST) == day
    assert found.words is None


def test_what_lies_before_the_calendar_is_its_first_day():
    assert lookback("9999 months", "--since").on(date(500, 1, 1)) == date.min
    assert lookback("9999 weeks", "--since").on(date(100, 1, 1)) == date.min


@pytest.mark.parametrize(
    "wrong", ["", " ", "soon", "tomorrow", "-3 days", "10000 days", "days", "3", "last 2", "20.5.2019"]
)
def test_anything_else_is_no_day(wrong):
    with pytest.raises(ValueError, match=r"--since: not a day: .*give yesterday"):
        lookback(wrong, "--since")
