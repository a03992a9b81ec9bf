"""Search: any text is a question, and finds words in their forms."""

from __future__ import annotations

import html
import re

import pytest

from record_builders import make_dispatch, make_report


@pytest.fixture
def found_in(ledger, desk_of):
    """Searches one dispatch with these words; gives whether it is found by the query."""

    def make(text, query):
        ledger.keep([(make_dispatch(text, f"{abs(hash(text))}.txt"), [])])
        return "<mark>" in desk_of(ledger).get("/search", params={"q": query}).text

    return make


@pytest.mark.parametrize("query", [
    "negociations", "NÉGOCIATION", "l'accord", "accords gaziers", "signer", "signera", "conclure", "œuvre", "oeuvre",
    '"négociations de Moscou"', "«accord gazier»", "négoc*", "commercial", "cessez-le-feu", "d’un traité", "accord de",
])  # fmt: skip
def test_words_are_found_in_their_forms(found_in, query):
    text = ("Les négociations de Moscou ont abouti : un accord gazier et des traités commerciaux ont été signés et "
            "conclus, un cessez-le-feu aussi ; à l’œuvre, deux ministres.")  # fmt: skip
    assert found_in(text, query)


@pytest.mark.parametrize("query", [
    '"Moscou négociations"', "négoc", '"accords"', "accord absent", "accord NOT gaz", "ACCORD*X", "signature",
])  # fmt: skip
def test_what_is_not_there_is_not_found(found_in, query):
    assert not found_in("Les négociations de Moscou ont abouti à un accord signé.", query)


@pytest.mark.parametrize("query", [
    "", " ", '"', '""', '"a', "AND", "OR NOT", "NEAR(a b, 2)", "text:a", "a*", "*", "^a", "a AND (b", "-x", "'; --",
    "{a}",
    "\0",
    "a\0b", "\u202eabc", "\ue000x\ue001", "<script>", "{{7*7}}", "%", "_",
    "a" * 10_000, "a " * 5000, '"' * 10_000,
    "😀", "\ud7ff", "é" * 300, "'", "’’’", "l'", "-", "--", "1/0", "c'était l'", "\n\t", "col : x", "+a +b",
])  # fmt: skip
def test_any_text_is_a_safe_question(desk, query):
    for kind in ("", "events", "dispatches", "x"):
        answer = desk.get("/search", params={"q": query, "kind": kind, "page": "1"})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text and "<script>&" not in answer.text and "\u202e" not in answer.text
        assert ("its beginning" in answer.text) == (len(query) > 300)


def test_bytes_that_are_no_text_are_a_safe_question(desk):
    assert desk.get("/search?q=%ff%fe%00&page=%ff").status_code == 200


def test_events_people_and_states_are_offered(desk):
    text = html.unescape(desk.get("/search?q=Sergueï+Lavrov+Caracas&lang=fr").text)
    assert 'href="/states/VEN"' in text and 'href="/events?person=Lavrov"' in text
    assert "<mark>Lavrov</mark>" in text and 'href="/events/' in text and 'href="/dispatches/' in text
    both = desk.get("/search?q=russie+et+Venezuela").text
    assert 'href="/pairs/RUS/VEN"' in both
    for small in ("de la", "a et"):
        assert 'class="places"' not in desk.get(f"/search?q={small}").text
    assert 'href="/states/USA"' in desk.get("/search?q=usa").text


def test_nothing_found_says_how_to_ask(desk):
    text = desk.get("/search?q=zzzz&lang=fr").text
    assert "Rien n’a été trouvé" in text and "guillemets" in text and 'value="zzzz"' in text


def test_an_empty_ledger_answers(ledger, desk_of):
    assert "Nothing was found" in desk_of(ledger).get("/search?q=accord").text


def test_results_have_pages_that_do_not_overlap(ledger, desk_of):
    for n in range(45):
        dispatch = make_dispatch(f"Accord numéro {n} à Moscou. Il vaut.", f"{n}.txt", "2020-01-01")
        report = make_report(dispatch, "AGREE", date=f"20{n + 10}", sentence=f"Accord numéro {n} à Moscou.")
        ledger.keep([(dispatch, [report])])
    ledger.update_events()
    desk = desk_of(ledger)
    for kind, path in (("events", "events"), ("dispatches", "dispatches")):
        pages = [desk.get(f"/search?q=accords&kind={kind}&page={page}").text for page in (1, 2, 3)]
        links = [set(re.findall(rf'href="/{path}/(\w+)"', page)) for page in pages]
        assert [len(page) for page in links] == [20, 20, 5] and len(set.union(*links)) == 45
    whole = desk.get("/search?q=accords").text
    assert "All 45 events" in whole and "kind=dispatches" in whole


def test_a_hostile_passage_is_harmless(desk):
    text = desk.get("/search?q=rencontrer+maduro").text
    assert "&lt;script&gt;alert(" in text and "<script>alert(" not in text and "<img" not in text
    assert "\x1b" not in text and "\u202e" not in text and "<mark>Maduro</mark>" in text
    assert not re.search(r"\s(style|on\w+)=\"", text)


def test_signs_of_ours_in_a_text_only_mark_more_of_it(ledger, desk_of):
    ledger.keep([(make_dispatch("Un \ue001 accord \ue000 <b>gros</b> \ue000 \ue000 x", "a.txt"), [])])
    text = desk_of(ledger).get("/search?q=accord").text
    assert "&lt;b&gt;gros&lt;/b&gt;" in text and text.count("<mark>") == text.count("</mark>") >= 1
