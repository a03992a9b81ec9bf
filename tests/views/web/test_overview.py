"""The first page, and what all pages have."""

from __future__ import annotations

import re

from legation.ledger import LedgerError


def test_an_empty_ledger_says_how_to_begin(ledger, desk_of):
    answer = desk_of(ledger).get("/")
    assert answer.status_code == 200
    file = "desk.db" if ledger.address.path else str(ledger.address)
    assert f"legation read FOLDER --ledger {file}" in answer.text


def test_it_counts_and_leads_on(desk):
    text = desk.get("/").text
    assert "6 dispatches" in text and 'href="/pairs/RUS/VEN"' in text and "2 independent (3 dispatches)" in text


def test_a_hostile_dispatch_is_harmless(desk):
    text = desk.get("/").text
    assert "&lt;script&gt;alert(" in text and "<script>alert(" not in text
    assert "\u202e" not in text and "\x1b" not in text and "{{7*7}}" in text
    assert not re.search(r"\s(style|on\w+)=\"", text)
    assert re.findall(r'(?:href|src|action)="(?!/|\?|#)([^"]*)"', text) == []


def test_the_language_is_asked_for_then_kept_then_the_browsers(desk):
    assert 'lang="en"' in desk.get("/").text
    assert '<html lang="fr"' in desk.get("/", headers={"Accept-Language": "de, fr-CA;q=0.8, en;q=0.5"}).text
    assert '<html lang="fr"' in desk.get("/?lang=fr").text
    assert '<html lang="fr"' in desk.get("/").text  # by its cookie
    assert '<html lang="fr"' in desk.get("/?lang=xx", headers={"Accept-Language": "en"}).text


def test_colours_are_kept(desk):
    assert 'data-theme="dark"' in desk.get("/?theme=dark").text
    assert 'data-theme="dark"' in desk.get("/").text
    assert 'data-theme="dark"' in desk.get('/?theme="><script>').text


def test_errors_are_pages_to_people_and_problems_to_programs(desk):
    page, call = desk.get("/nothing?lang=fr"), desk.get("/api/v1/nothing")
    assert (page.status_code, "Erreur 404" in page.text) == (404, True)
    assert (call.status_code, call.json()["status"]) == (404, 404)


def test_a_failing_ledger_is_said_in_its_line(desk, monkeypatch):
    def fail():
        raise LedgerError("desk.db: the disk reports an error")

    monkeypatch.setattr(desk.app.state.ledger, "counts", fail)
    assert desk.get("/").status_code == desk.get("/healthz").status_code == 503
    assert "the disk reports an error" in desk.get("/").text


def test_metrics_count_by_route(desk):
    desk.get("/")
    desk.get("/nothing/1")
    desk.get("/nothing/2")
    text = desk.get("/metrics").text
    assert 'legation_requests_total{method="GET",route="/",status="200"} 1.0' in text
    assert 'route="unmatched",status="404"} 2.0' in text
    assert 'legation_ledger_records{what="dispatches"} 6.0' in text


def test_it_says_what_waits_and_what_is_disputed(desk):
    text = desk.get("/").text
    assert 'href="/commitments?outcome=overdue">1 overdue' in text and "May 2020" in text
    assert "1 event is told differently." in text and "6 February 2020</bdi> ≠ <bdi>7 February 2020" in text


def test_doubtful_pairs_lead_to_the_review(desk, filled):
    number = len(filled.doubts())
    text = desk.get("/").text
    assert ('href="/review">' in text.split("Doubtful pairs", 1)[1]) == bool(number)


def test_its_charts_have_tables_behind_them(desk):
    text = desk.get("/?lang=fr").text
    months = text.split("Activité", 1)[1]
    assert "<td>7</td>" not in months and "février 2020" in months and "Coopération en actes" in months
    states = text.split("Qui prend part", 1)[1]
    assert re.search(r'href="/states/RUS"><bdi>Russie</bdi></a></td><td>6</td>', states)


def test_the_form_leads_to_a_pair(desk):
    assert 'action="/pairs"' in desk.get("/").text
