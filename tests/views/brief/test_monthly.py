from __future__ import annotations

from legation.merging import merge
from legation.views.brief.monthly import months_of
from legation.views.wording import load_interface
from record_builders import make_dispatch, make_report


def shown(*dates, status="occurred"):
    dispatches = [make_dispatch(f"Moscou accuse Caracas {i}.", f"{i}.txt") for i in range(len(dates))]
    reports = [make_report(d, "ACCUSE", date=at, status=status) for d, at in zip(dispatches, dates, strict=True)]
    return months_of(merge(dispatches, reports), load_interface("en"))


def test_an_interval_within_a_month_is_drawn_where_it_begins():
    assert [bar.first_day for bar in shown("2020-01-30/2020-02-02").bars] == ["2020-01-01"]


def test_longer_or_open_or_yearless_dates_are_only_counted():
    found = shown("2020", "2021-01/2021-03", "2022-01-01/..")
    assert found.bars == ()
    assert found.notes == ("3 events are not drawn: their month or year is not known.",)
    assert shown("XXXX-05-01").notes == ("1 event is not drawn: its month or year is not known.",)


def test_plans_are_not_drawn():
    assert shown("2020-05", status="planned").notes == (
        "1 event that was only announced, considered or denied is not drawn.",
    )


def test_a_very_long_period_is_drawn_by_years():
    found = shown("1950-03-01", "1990-04-01")
    assert found.unit == "year"
    assert [(bar.first_day, bar.label) for bar in found.bars] == [("1950-01-01", "1950"), ("1990-01-01", "1990")]
