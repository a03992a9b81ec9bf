"""The page of a dispatch: its text with all reports, page by page where it is long."""

from __future__ import annotations

import html
import re
import time
from itertools import pairwise

import msgspec
import pytest

from legation.dispatch import Furniture
from legation.views.web.pages.dispatch import PAGE, page_borders
from record_builders import make_dispatch, make_report


def body(text):
    found = re.search(r'<div class="dispatch-text"[^>]*>(.*?)</div>', text, re.DOTALL)[1]
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<sup>.*?</sup>", "", found)))


def the_first(ledger):
    return ledger.dispatch("https://journal.example/1")


class TestText:
    def test_the_whole_text_with_its_reports(self, desk, filled):
        read = the_first(filled)
        text = desk.get(f"/dispatches/{read.id}").text
        assert body(text) == read.text
        for report in filled.reports_of(read.id):
            event = filled.events_of([report.id])[report.id]
            assert f'<a id="r-{report.id}" class="number" href="/events/{event[:12]}"' in text

    def test_offsets_are_code_points_and_overlaps_are_plain(self, ledger, desk_of):
        dispatch = make_dispatch("🕊️ e\u0301 𝔞 reçu Arreaza.", "x.txt", "2020-01-01")
        reports = [make_report(dispatch, trigger="𝔞 reçu"), make_report(dispatch, "AID", trigger="reçu Arreaza")]
        ledger.keep([(dispatch, reports)])
        ledger.update_events()
        text = desk_of(ledger).get(f"/dispatches/{dispatch.id}").text
        assert re.findall(r'<span class="m[^>]*>([^<]*)</span>', text) == [
            "𝔞 ",
            "reçu",
            " Arreaza",
        ]
        assert body(text) == dispatch.text

    def test_furniture_is_greyed(self, ledger, desk_of):
        dispatch = make_dispatch("Partager sur Facebook. Lavrov a vu Arreaza.", "x.txt", "2020-01-01")
        dispatch = msgspec.structs.replace(dispatch, furniture=(Furniture(0, 22, "share"),))
        ledger.keep([(dispatch, [])])
        text = desk_of(ledger).get(f"/dispatches/{dispatch.id}").text
        assert re.search(r'<span class="furniture "[^>]*>Partager sur Facebook\.</span>', text)
        assert "tells of no event" in text

    def test_superseded_readings_are_not_shown(self, ledger, desk_of):
        dispatch = make_dispatch("Lavrov a vu Arreaza puis a aidé.", "x.txt", "2020-01-01")
        ledger.keep([(dispatch, [make_report(dispatch, trigger="aidé")])], program="0.1")
        ledger.keep([(dispatch, [make_report(dispatch, trigger="vu")])], program="0.2")
        ledger.update_events()
        text = desk_of(ledger).get(f"/dispatches/{dispatch.id}").text
        assert re.findall(r'<span class="m[^>]*>([^<]*)</span>', text) == ["vu"]


class TestHead:
    def test_title_outlet_date_with_its_basis_and_chain(self, desk, filled):
        text = desk.get(f"/dispatches/{the_first(filled).id}").text
        assert (
            "Le Journal" in text
            and "8 February 2020" in text
            and "by its source" in text
            and "Le Journal ← AFP" in text
        )

    def test_only_web_addresses_are_links(self, desk, filled):
        text = desk.get(f"/dispatches/{the_first(filled).id}").text
        assert '<a href="https://journal.example/1" rel="noopener noreferrer nofollow">' in text
        hostile = next(one for one in filled.dispatches() if one.source.startswith("javascript"))
        text = desk.get(f"/dispatches/{hostile.id}").text
        assert 'href="javascript' not in text and "javascript:alert(1)" in text

    def test_a_hostile_text_is_harmless(self, desk, filled):
        hostile = next(one for one in filled.dispatches() if one.source.startswith("javascript"))
        text = desk.get(f"/dispatches/{hostile.id}").text
        assert "<script>alert" not in text and "<img src=x" not in text and "{{7*7}}" in text
        assert "\u202e" not in text and "\x1b" not in text and "\\u202e" in text
        assert not re.search(r"\s(style|on\w+)=\"", text)

    def test_reprints_stand_beside(self, desk, filled):
        first, copy = the_first(filled), filled.dispatch("copie.txt")
        original_page, copy_page = (desk.get(f"/dispatches/{one.id}").text for one in (first, copy))
        assert "Reprinted by" in original_page and f'href="/dispatches/{copy.id}"' in original_page
        assert "Reprint of" in copy_page and f'href="/dispatches/{first.id}"' in copy_page and "% alike" in copy_page

    def test_the_same_text_from_another_source(self, ledger, desk_of):
        for source in ("a.txt", "b.txt"):
            ledger.keep([(make_dispatch("Lavrov a vu Arreaza.", source, "2020-01-01"), [])])
        text = desk_of(ledger).get(f"/dispatches/{ledger.dispatch('a.txt').id}").text
        assert "The same text from" in text and "b.txt" in text

    def test_french(self, desk, filled):
        text = desk.get(f"/dispatches/{the_first(filled).id}?lang=fr").text
        assert "Reprise par\u00a0:" in text and "8 février 2020" in text

    def test_an_unknown_one_and_one_of_several(self, ledger, desk_of):
        ids = [make_dispatch(f"Fait {number}.").id for number in range(17)]  # more than there are digits
        ledger.keep([(make_dispatch(f"Fait {number}."), []) for number in range(17)])
        first = max((id_[0] for id_ in ids), key=[id_[0] for id_ in ids].count)
        answer = desk_of(ledger).get(f"/dispatches/{first}")
        assert answer.status_code == 300
        assert all(f"/dispatches/{id_}" in answer.text for id_ in ids if id_.startswith(first))
        assert desk_of(ledger).get("/dispatches/zz").status_code == 404


class TestLong:
    @pytest.fixture
    def long(self):
        text = "Lavrov a vu Arreaza. Moscou et Caracas en parlent.\n" * 40_000
        dispatch = make_dispatch(text, "long.txt", "2020-01-01")
        first, last = make_report(dispatch, trigger="vu"), make_report(dispatch, "AID", trigger="parlent")
        end = text.rindex("vu")
        last = msgspec.structs.replace(last, trigger=dispatch.span(end, end + 2))
        return dispatch, [first, last]

    def test_it_comes_page_by_page_and_soon(self, ledger, desk_of, long):
        dispatch, reports = long
        ledger.keep([long])
        desk = desk_of(ledger)
        begun = time.perf_counter()
        text = desk.get(f"/dispatches/{dispatch.id}").text
        assert time.perf_counter() - begun < 2
        assert len(text) < 3 * PAGE and dispatch.text.startswith(body(text)) and len(body(text)) > PAGE / 2
        assert f'id="r-{reports[0].id}"' in text and reports[1].id not in text
        there = desk.get(f"/dispatches/{dispatch.id}?report={reports[1].id}").text
        assert f'id="r-{reports[1].id}"' in there and reports[0].id not in there
        assert desk.get(f"/dispatches/{dispatch.id}?page=1000000").status_code == 200

    @pytest.mark.parametrize("text", ["", "x", "x" * (PAGE * 3 + 1), "mot " * PAGE, "a\n" * PAGE, "é" * PAGE])
    def test_pages_hold_the_text(self, text):
        borders = page_borders(text)
        assert borders[0] == 0 and borders[-1] == len(text) and borders[1:] == sorted(set(borders[1:]))
        assert all(there - here <= PAGE for here, there in pairwise(borders))
