"""The board of commitments."""

from __future__ import annotations

import html
import re

import icalendar
import pytest

from legation.states import load_states
from legation.views.web import board
from record_builders import make_dispatch, make_report
from views.cases import kept


def column(answer, outcome):
    found = re.search(rf'<section class="outcome outcome-{outcome}".*?</section>', answer.text, re.S)
    return html.unescape(found[0]) if found else ""


def plans(number):
    states = [code for code in load_states() if code != "RUS"]
    for n in range(number):
        dispatch = make_dispatch(f"Moscou aidera un pays, le {n}e.", f"{n}.txt", "2020-01-01")
        month = f"{2021 + n // 12}-{n % 12 + 1:02}"
        planned = {"recipients": states[n], "date": month, "status": "planned", "trigger": "aidera"}
        yield dispatch, [make_report(dispatch, "AID", **planned)]


@pytest.fixture
def promising(ledger, desk_of):
    ledger.keep(plans(30))
    ledger.update_events()
    return desk_of(ledger)


def test_what_is_overdue_stands_with_its_words(desk):
    answer = desk.get("/commitments?lang=fr")
    told = column(answer, "overdue")
    assert "La commission" in told and "mai 2020" in told and 'href="/events/' in told and 'href="/dispatches/' in told
    assert "Le Journal" in told and "8 février 2020" in told
    assert "Aucun." in column(answer, "open") and "État au 2 mars 2021" in answer.text


def test_what_was_kept_has_the_words_that_tell_it(ledger, desk_of):
    ledger.keep(kept())
    ledger.update_events()
    told = column(desk_of(ledger).get("/commitments?state=Russia&state=VEN"), "kept")
    assert "se réunira" in told and "s'est réunie" in told and "Radio" in told


def test_an_earlier_day_knows_only_what_was_published(ledger, desk_of):
    ledger.keep(kept())
    ledger.update_events()
    desk = desk_of(ledger)
    assert "se réunira" in column(desk.get("/commitments?as_of=2020-03"), "open")
    assert "tenue.txt" not in desk.get("/commitments?as_of=2020-03").text
    assert "None." in column(desk.get("/commitments?as_of=2020-05-12"), "open")


def test_a_later_day_makes_what_is_open_overdue(promising):
    assert "30" in column(promising.get("/commitments"), "open")
    later = promising.get("/commitments?as_of=2050")
    assert "30" in column(later, "overdue") and "As of 31 December 2050" in later.text


def test_a_large_ledger_works_out_no_earlier_day_and_says_how(promising, monkeypatch):
    monkeypatch.setattr(board, "MERGED_MOST", 10)
    answer = promising.get("/commitments?as_of=2019")
    assert answer.status_code == 422 and "legation commitments --as-of 2019" in answer.text
    assert promising.get("/commitments?as_of=2020-01-01").status_code == 200


@pytest.mark.parametrize("value", ["soon", "XXXX", "2020-13", "1" * 900, "2020/2021", "<b>"])
def test_what_is_no_day_is_said(desk, value):
    answer = desk.get("/commitments", params={"as_of": value})
    assert answer.status_code == 422 and "not a date" in answer.text and "<b>" not in answer.text


def test_columns_have_pages_in_both_orders(promising):
    whole = promising.get("/commitments")
    assert column(whole, "open").count('class="card"') == 10 and "?outcome=open" in column(whole, "open")
    first, second = (promising.get(f"/commitments?outcome=open&page={page}") for page in (1, 2))
    assert [page.text.count('class="card"') for page in (first, second)] == [24, 6]
    assert column(first, "kept") == "" and 'href="?outcome=open&amp;page=2"' in first.text
    dues = re.findall(r'class="due">.*?<strong>(.*?)</strong>', first.text + second.text)
    assert len(dues) == 30 and dues[0] == "January 2021" and dues[-1] == "June 2023"
    latest = promising.get("/commitments?outcome=open&sort=latest").text
    assert re.search(r'class="due">.*?<strong>(.*?)</strong>', latest)[1] == "June 2023"


def test_the_calendar_holds_what_the_board_shows_open(promising):
    answer = promising.get("/commitments.ics?state=RUS&lang=fr")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert len(icalendar.Calendar.from_ical(answer.content).walk("VEVENT")) == 30
    none = promising.get("/commitments.ics?state=FRA")
    assert icalendar.Calendar.from_ical(none.content).walk("VEVENT") == []


def test_an_empty_ledger_says_so(ledger, desk_of):
    desk = desk_of(ledger)
    assert "promise nothing" in desk.get("/commitments").text
    assert desk.get("/commitments.ics").status_code == 200
    assert desk.get("/commitments?as_of=2020").status_code == 200


def test_a_hostile_promise_is_harmless(ledger, desk_of):
    text = '<script>alert(1)</script> Moscou aidera "Caracas" {{7*7}} \u202e'
    dispatch = make_dispatch(text, "javascript:alert(1)", "2020-01-01", outlet="<i>x</i>")
    ledger.keep([(dispatch, [make_report(dispatch, "AID", date="2021", status="planned", trigger="aidera")])])
    ledger.update_events()
    answer = desk_of(ledger).get("/commitments")
    assert "&lt;script&gt;alert" in answer.text and "<script>alert" not in answer.text and "<i>x" not in answer.text
    assert "\u202e" not in answer.text and "{{7*7}}" in answer.text and 'href="javascript' not in answer.text
