"""What dispatches of a day or later tell, in columns."""

from __future__ import annotations

from datetime import date

import pytest

from legation.ledger import open_ledger
from legation.ledger.news import Arrivals
from legation.report import Promise
from record_builders import make_dispatch, make_report

DAY = date(2020, 2, 10)
MET = {"date": "2020-02-07", "place": "VEN", "trigger": "rencontré"}


def told(text, published, **fields):
    dispatch = make_dispatch(text, f"{text[:3]}.txt", published)
    return dispatch, [make_report(dispatch, **fields)]


@pytest.fixture
def news(tmp_path):
    """Opens a ledger with these readings, merged."""
    opened = []

    def fill(*readings):
        ledger = open_ledger(tmp_path / "news.db")
        opened.append(ledger)
        ledger.keep(readings)
        ledger.update_events()
        return ledger

    yield fill
    for ledger in opened:
        ledger.close()


@pytest.mark.parametrize(
    ("published", "number"),
    [
        ("2020-02-09", 0), ("2020-02-10", 1), ("2020-02", 1), ("2020", 1), ("2020-01", 0), (None, 0), ("XXXX-02-11", 0),
        ("202X", 0), ("2019/2020", 1), ("2018/2020", 0), ("2020-02-01/..", 0), ("2030-01-01", 1),
    ],
)  # fmt: skip
def test_a_dispatch_counts_from_the_last_day_that_its_date_allows(news, published, number):
    ledger = news(told("Lavrov a rencontré Maduro.", published, **MET))
    assert len(list(ledger.told_since(DAY))) == number
    undated = published in (None, "XXXX-02-11")
    assert ledger.arrivals(DAY) == Arrivals(number, 0, int(undated))


def test_before_is_told_by_an_earlier_dispatch_and_not_by_one_without_a_date(news):
    new = told("Lavrov a rencontré Maduro à Caracas.", "2020-02-11", **MET)
    undated = told("A Caracas Lavrov a rencontré Maduro vendredi.", None, **MET)
    (one,) = news(new, undated).told_since(DAY)
    assert (one.dispatches, one.before, one.main) == (2, False, True)
    old = told("Le 7 février Maduro, rencontré par Lavrov.", "2020-02-09", **MET)
    (again,) = news(old).told_since(DAY)
    assert (again.dispatches, again.before) == (3, True)
    assert (again.low, again.high, again.status, again.outcome) == ("RUS", "VEN", "occurred", None)


def test_background_of_what_was_told_since_is_no_main_matter(news):
    (one,) = news(told("Jadis Lavrov a rencontré Maduro.", "2020-02-11", salience="background", **MET)).told_since(DAY)
    assert not one.main


def test_among_parties(news):
    ledger = news(
        told("Lavrov a rencontré Maduro.", "2020-02-11", **MET),
        told("Paris parle.", "2020-02-11", actors="FRA", recipients="DZA"),
        told("Cuba parle.", "2020-02-11", actors="CUB", recipients="VEN"),
    )

    def number(*among):
        assert ledger.arrivals(DAY, among).dispatches == len(list(ledger.told_since(DAY, among)))
        return len(list(ledger.told_since(DAY, among)))

    assert (number(), number(("VEN",)), number(("RUS", "VEN"))) == (3, 2, 1)
    assert (number(("RUS",), ("DZA", "FRA")), number(("RUS", "FRA"))) == (2, 0)


def test_reprints_are_counted_as_dispatches_and_as_reprints(news):
    text = (
        "Lavrov a rencontré Maduro à Caracas vendredi, et ils ont parlé de pétrole, de blé et de coopération militaire."
    )
    first = told(text, "2020-02-11", **MET)
    copy = told(f"Dépêche. {text}", "2020-02-12", **MET)
    assert news(first, copy).arrivals(DAY) == Arrivals(2, 1, 0)


def test_a_promise_settled_by_a_deed_told_since(news):
    promised = told("Moscou s'engage à livrer du blé.", "2020-01-08", type_="AGREE", date="2020-01-08",
                    trigger="s'engage", promised=Promise("AID", "2020-02"))  # fmt: skip
    done = told("La Russie a livré du blé.", "2020-02-12", type_="AID", date="2020-02-11", trigger="a livré")
    ledger = news(promised, done)
    (event,) = (event for event in ledger.events() if event.type == "AGREE")
    assert ledger.settled_since(DAY) == (event.id,)
    assert ledger.settled_since(DAY, [("FRA",)]) == ()
    assert ledger.settled_since(date(2020, 2, 13)) == ()


def test_the_first_days_of_the_calendar_are_days_too(news):
    ledger = news(told("Lavrov a rencontré Maduro.", "2020-02-11", **MET))
    assert len(list(ledger.told_since(date.min))) == 1
    assert list(ledger.told_since(date.max)) == []
