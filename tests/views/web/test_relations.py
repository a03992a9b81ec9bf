"""The page of a pair of states, or of one: what it shows, filters, redirects, what can be taken along."""

from __future__ import annotations

import csv
import io
import re
from urllib.parse import quote

import pytest

from legation.ledger import Question
from legation.views.exports import FORMATS
from legation.views.web.remembering import between
from record_builders import make_dispatch, make_report
from views.cases import kept

PAIR = "/pairs/RUS/VEN"


def section(text, heading):
    """What stands under a heading."""
    return re.split(r"<h2[^>]*>", text.split(f">{heading}</h2>", 1)[1])[0]


def listed(text):
    """The ids of the events in the list."""
    found = re.search(r'<ol class="events">(.*?)</ol>', text, re.DOTALL)
    return re.findall(r'href="/events/(\w+)"', found[1]) if found else []


def drawing(text):
    return text[text.index("<svg ") : text.index("</svg>")]


@pytest.fixture
def agreed(ledger):
    """An agreement, a signing, thanks, and a session held as promised, between Russia and Venezuela."""
    text = "Moscou et Caracas ont convenu. Moscou et Caracas ont signé un accord. Caracas a remercié Moscou."
    one = make_dispatch(text, "accord.txt", "2020-03-02", outlet="Le Journal")
    parts = [f"{part.strip('. ')}." for part in text.split(". ")]
    ledger.keep([*kept(), (one, [
        make_report(one, "AGREE", "RUS + VEN", "", date="2020-03-01", sentence=parts[0], trigger="ont convenu"),
        make_report(one, "SUPPORT", "RUS + VEN", "", date="2020-03-01", sentence=parts[1], trigger="ont signé"),
        make_report(one, "SUPPORT", "VEN", "RUS", date="2020-03-01", sentence=parts[2], trigger="a remercié"),
    ])])  # fmt: skip
    ledger.update_events()
    return ledger


class TestPair:
    def test_it_lists_the_events_newest_first_with_quotes_and_sources(self, desk, filled):
        text = desk.get(PAIR).text
        events = filled.events(Question(states=("RUS", "VEN"), newest_first=True))
        assert listed(text) == [event.id[:12] for event in events] and len(events) == 6
        assert "<mark>rencontré</mark>" in text and "2 independent (3 dispatches)" in text
        assert events[0].date == "2021-03" and events[-1].date == "XXXX-07-04"

    def test_the_sides_have_their_people_and_offices(self, desk):
        people = section(desk.get(PAIR).text, "People")
        russian, venezuelan = people.split("Venezuela</bdi></h3>")
        assert "Sergueï Lavrov" in russian and "ministre des Affaires étrangères" in russian
        assert "Jorge Arreaza" in venezuelan and "chancelier" in venezuelan and "Lavrov" not in venezuelan
        assert russian.count("<li>") == 2  # Lavrov under his two spellings, and the hostile one

    def test_what_is_overdue_comes_first(self, desk):
        promises = section(desk.get(PAIR).text, "Commitments")
        assert "1 overdue" in promises and "May 2020" in promises and "<mark>se réunira</mark>" in promises

    def test_what_is_kept_waits_no_more(self, agreed, desk_of):
        promises = section(desk_of(agreed).get(PAIR).text, "Commitments")
        assert "1 kept" in promises and "se réunira" not in promises

    def test_agreements_are_what_both_do_together(self, agreed, desk_of):
        agreements = section(desk_of(agreed).get(PAIR).text, "Agreements")
        assert "ont convenu" in agreements and "ont signé" in agreements and "a remercié" not in agreements

    def test_disputes_name_the_values(self, desk):
        disputes = section(desk.get(PAIR).text, "Where the dispatches differ")
        assert "6 February 2020" in disputes and "7 February 2020" in disputes

    def test_sources_narrow_the_list(self, desk):
        text = section(desk.get(PAIR).text, "Who says so")
        assert 'href="/pairs/RUS/VEN?source=Arreaza"' in text
        assert len(listed(desk.get(f"{PAIR}?source=Arreaza").text)) == 1

    def test_the_timeline_links_to_the_events_and_nowhere_else(self, desk, filled):
        text = desk.get(PAIR).text
        links = re.findall(r'<a[^>]* href="([^"]*)"', drawing(text))
        drawn = [event for event in filled.events() if all(event.date_bounds)]
        assert sorted(links) == sorted(f"/events/{event.id[:12]}" for event in drawn) and len(links) == 5
        assert "1 event without a known year is not drawn." in text
        table = text[text.index("</svg>") : text.index("</table>")]
        assert all(f'href="{link}"' in table for link in links)

    def test_only_so_many_marks_are_drawn_and_that_is_said(self, desk, monkeypatch):
        monkeypatch.setattr("legation.views.web.remembering.MARKS", 2)
        between.__globals__["_between"].cache_clear()
        text = desk.get(PAIR).text
        assert "Drawn are the 2 events that most sources tell, of 5." in text and drawing(text).count("<a ") == 2

    def test_sources_are_those_of_the_newest_events_and_that_is_said(self, desk, monkeypatch):
        monkeypatch.setattr("legation.ledger.relations.SOURCES_OF", 2)
        assert "In the newest" not in desk.get(PAIR).text, "those of the whole list are kept"
        assert "In the newest 2 of these events." in desk.get(f"{PAIR}?since=2000").text

    def test_people_are_those_of_the_newest_events_and_that_is_said(self, desk, monkeypatch):
        monkeypatch.setattr("legation.ledger.relations.PEOPLE_OF", 2)
        between.__globals__["_between"].cache_clear()
        assert desk.get(PAIR).text.count("In the newest 2 of these events.") == 1

    def test_the_page_counts_anew_when_something_is_read(self, desk, filled):
        assert "<mark>a convenu</mark>" not in desk.get(PAIR).text
        new = make_dispatch("Moscou a convenu avec Caracas.", "neuf.txt", "2021-04-01")
        filled.keep([(new, [make_report(new, "AGREE", "RUS + VEN", "", date="2021-03-31", trigger="a convenu")])])
        filled.update_events()
        assert "<mark>a convenu</mark>" in section(desk.get(PAIR).text, "Agreements")

    def test_in_french(self, desk):
        text = desk.get(f"{PAIR}?lang=fr").text
        assert '<h2 id="timeline">Chronologie</h2>' in text and "Russie" in text and "7 février 2020" in text
        assert "1 en retard" in text and "« " in text.replace("\u00a0", " ")


class TestFilters:
    @pytest.mark.parametrize(("query", "number"), [
        ("since=2021", 1), ("type=AID", 2), ("since=2021&type=AID", 1), ("status=planned", 1), ("person=arreaza", 1),
        ("place=Venezuela", 1), ("place=VEN", 1), ("sources=2", 1), ("source=Radio", 1), ("context=military", 0),
    ])  # fmt: skip
    def test_they_narrow_the_list_the_chart_and_the_links(self, desk, query, number):
        text = desk.get(f"{PAIR}?{query}").text
        assert len(listed(text)) == number
        if number:
            assert drawing(text).count("<a ") == number
            assert f"/export.csv?{query.replace('Venezuela', 'VEN')}".replace("&", "&amp;") in text
        else:
            assert "No event fits these filters." in text and "<svg" not in text

    def test_the_form_shows_what_was_asked(self, desk):
        text = desk.get(f"{PAIR}?type=AID&since=2019&person=%22%3E%3Cb%3E&place=VEN&sources=1").text
        assert 'value="AID" checked' in text and 'name="since" value="2019"' in text
        assert 'name="person" value="&#34;&gt;&lt;b&gt;"' in text and 'name="place" value="Venezuela"' in text
        assert f'<a href="{PAIR}">Show all</a>' in text

    @pytest.mark.parametrize("query", ["since=soon", "type=NONE", "place=Nowhereland", "page=0", "sources=x"])
    def test_what_cannot_be_asked_is_said(self, desk, query):
        answer = desk.get(f"{PAIR}?{query}")
        assert answer.status_code == 422 and query.split("=")[0] in answer.text

    def test_a_page_beyond_the_end_leads_back(self, desk):
        text = desk.get(f"{PAIR}?page=9&type=AID").text
        assert "The list does not go so far." in text and 'href="?type=AID"' in text

    def test_a_long_list_has_pages(self, ledger, desk_of):
        sentences = [f"Moscou a aidé Caracas pour la fois {n}." for n in range(30)]
        one = make_dispatch(" ".join(sentences), "long.txt", "2021-01-01")
        ledger.keep([(one, [make_report(one, "AID", sentence=sentence, trigger="a aidé", date=f"20{n:02d}-01-05")
                            for n, sentence in enumerate(sentences)])])  # fmt: skip
        ledger.update_events()
        desk = desk_of(ledger)
        first, second = listed(desk.get(PAIR).text), listed(desk.get(f"{PAIR}?page=2").text)
        assert len(first) == 25 and len(set(first) | set(second)) == ledger.number_of_events() > 25
        assert 'rel="next" href="?page=2"' in desk.get(PAIR).text


class TestAddresses:
    @pytest.mark.parametrize(("path", "there"), [
        ("/pairs/VEN/RUS", PAIR), ("/pairs/Russie/vénézuélien", PAIR), ("/pairs/ve/ru?since=2020&type=AID",
        f"{PAIR}?since=2020&type=AID"), ("/pairs/RUS/RUS", "/states/RUS"), ("/states/France", "/states/FRA"),
        ("/pairs/ONU/Russie", "/pairs/RUS/UNO"),
        ("/pairs?one=Caracas&other=russe", PAIR), ("/pairs?one=ru", "/states/RUS"),
        ("/pairs", "/"), ("/pairs/VEN/RUS/brief", f"{PAIR}/brief"), ("/pairs/VEN/RUS/export.csv?type=AID",
        f"{PAIR}/export.csv?type=AID"), ("/pairs/VEN/RUS/brief.md", f"{PAIR}/brief.md"),
    ])  # fmt: skip
    def test_names_and_the_other_order_lead_to_the_one_page(self, desk, path, there):
        answer = desk.get(path)
        assert (answer.status_code in (303, 307), answer.headers["location"]) == (True, there)

    @pytest.mark.parametrize(
        "path", ["/pairs/Rusie/VEN", "/states/Rusie", "/pairs/Rusie/VEN/brief", "/pairs?one=Rusie"]
    )
    def test_an_unknown_name_is_no_page_and_the_nearest_are_named(self, desk, path):
        answer = desk.get(path)
        assert answer.status_code == 404 and "Rusie" in answer.text and 'href="/states/RUS"' in answer.text

    def test_a_hostile_name_is_harmless(self, desk):
        answer = desk.get("/states/" + quote('<script>alert("1")', safe="") + "?lang=fr")
        assert answer.status_code == 404 and "&lt;script&gt;" in answer.text and "<script>alert" not in answer.text
        assert "Aucun État" in answer.text

    def test_a_pair_without_events_says_so(self, desk):
        text = desk.get("/pairs/FJI/TUV").text
        assert "The ledger holds no such event." in text and "<svg" not in text and "Nobody is named." in text

    def test_an_organisation_is_a_party_like_any(self, desk):
        assert "United Nations" in desk.get("/pairs/RUS/UNO").text


def test_a_state_has_its_partners(desk):
    text = desk.get("/states/VEN").text
    assert 'href="/pairs/RUS/VEN"' in section(text, "With whom") and "6 events" in section(text, "With whom")
    assert len(listed(text)) == 6


class TestToTakeAlong:
    @pytest.mark.parametrize("name", FORMATS)
    def test_every_format(self, desk, name):
        answer = desk.get(f"{PAIR}/export.{name}")
        assert answer.status_code == 200 and answer.content
        assert answer.headers["content-type"] == FORMATS[name].media_type
        assert answer.headers["content-disposition"] == f'attachment; filename="legation-RUS-VEN{FORMATS[name].ending}"'

    def test_with_the_same_filters(self, desk):
        rows = list(csv.reader(io.StringIO(desk.get(f"{PAIR}/export.csv?type=AID&page=7").text)))
        assert len(rows) == 1 + 2

    def test_no_such_format(self, desk):
        assert desk.get(f"{PAIR}/export.exe").status_code == desk.get(f"{PAIR}/brief.exe").status_code == 404

    def test_the_brief_may_use_its_own_styles_and_no_others(self, desk):
        answer = desk.get(f"{PAIR}/brief?lang=fr")
        policy = answer.headers["content-security-policy"]
        assert answer.status_code == 200 and "Russie" in answer.text and "Entretien" in answer.text
        assert "style-src 'sha256-" in policy and "unsafe" not in policy and "default-src 'none'" in policy

    def test_the_brief_as_files(self, desk):
        assert desk.get(f"{PAIR}/brief.pdf").content.startswith(b"%PDF-")
        assert desk.get("/states/VEN/brief.md").text.startswith("# ")


@pytest.mark.parametrize("path", [PAIR, "/states/VEN", "/events", f"{PAIR}?lang=fr", "/"])
def test_a_hostile_dispatch_is_harmless(desk, path):
    text = desk.get(path).text
    assert "&lt;script&gt;alert(" in text and "<script>alert(" not in text and "{{7*7}}" in text
    assert "\u202e" not in text and "\x1b" not in text
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", re.sub(r'="[^"]*"', "=", text)) == []
    assert re.findall(r'(?:href|src|action)="(?!/|\?|#)([^"]*)"', text) == []
