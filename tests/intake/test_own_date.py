from __future__ import annotations

from legation.dispatch import OwnDate, Span
from legation.intake.own_date import decide

DAY = Span("4 juillet", 8, 17)
LINE = Span("2020-02", 0, 7)


def test_a_field_is_believed_first() -> None:
    assert decide("2020-02-07", [("2020-02-06", DAY)]) == OwnDate("2020-02-07", "published")


def test_a_vague_field_takes_its_day_from_the_text_that_agrees() -> None:
    assert decide("2020-02", [("2020-02-06", DAY)]) == OwnDate("2020-02-06", "dateline", DAY)
    assert decide("2021", [("2020-02-06", DAY)]) == OwnDate("2021", "published")


def test_the_most_exact_evidence_wins() -> None:
    assert decide(None, date_lines=[("2020-02", LINE)], address=("2020-02-08", None)) == OwnDate(
        "2020-02-08", "address"
    )
    assert decide(None, [("XXXX-07-04", DAY)], [("2020-02", LINE)]) == OwnDate("2020-02", "text", LINE)


def test_a_dateline_takes_its_year_from_what_is_near() -> None:
    for address, year in (("2022-07-05", "2022"), ("2022-07", "2022")):
        assert decide(None, [("XXXX-07-04", DAY)], address=(address, None)) == OwnDate(f"{year}-07-04", "dateline", DAY)
    assert decide(None, [("XXXX-12-31", DAY)], address=("2023-01-01", None)) == OwnDate("2022-12-31", "dateline", DAY)


def test_a_far_year_is_not_taken() -> None:
    own = decide(None, [("XXXX-07-04", DAY)], address=("2022-11-20", None))
    assert own == OwnDate("2022-11-20", "address")


def test_the_last_change_counts_only_where_nothing_else_does() -> None:
    assert decide(None, date_lines=[("2020-02-07", LINE)], changes=[("2021-01-01", DAY)]) == OwnDate(
        "2020-02-07", "text", LINE
    )
    assert decide(None, changes=[("2021-01-01", DAY)]) == OwnDate("2021-01-01", "text", DAY)


def test_nothing_shown_nothing_said() -> None:
    assert decide(None) is None
