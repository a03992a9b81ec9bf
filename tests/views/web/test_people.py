"""The page of people."""

from __future__ import annotations

import html
import re

from legation.views.wording.offices import load_office_words
from record_builders import make_dispatch, make_report

GIVEN = ("Anna", "Boris", "Vladlen", "Gueorgui", "Jegor")
FAMILY = ("Abramov", "Belkine", "Tchekhov", "Dostoïevski", "Fomenko", "Golikov", "Zoubkov", "Ouspenski", "Nabokov")


def crowd():
    for n, name in enumerate(f"{given} {family}" for given in GIVEN for family in FAMILY):
        dispatch = make_dispatch(f"{name} a vu Caracas.", f"{n}.txt", "2020-01-01")
        yield dispatch, [make_report(dispatch, actors=f"RUS:{name}", date="2020-01-01", trigger="vu")]


def names_on(answer):
    return re.findall(r"<h2><bdi>(.*?)</bdi>", answer.text)


def test_who_acts_for_whom_since_when_in_which_words(desk):
    answer = desk.get("/people?state=Russie&lang=fr")
    assert answer.status_code == 200 and "Sergueï Lavrov" in names_on(answer)
    text = html.unescape(answer.text)
    assert "ministre des Affaires étrangères" in text and "<bdi>Lavrov</bdi>" in text
    assert "8 février 2020 – 9 février 2020" in text and 'href="/events?person=Lavrov"' in text
    assert "Jorge Arreaza" not in names_on(answer)
    dispatch = desk.app.state.ledger.dispatch("https://journal.example/1")
    assert f'href="/dispatches/{dispatch.id[:12]}"' in text


def test_a_part_of_a_name_is_enough_and_accents_do_not_matter(desk):
    assert names_on(desk.get("/people?name=SERGUEI+lavr")) == ["Sergueï Lavrov"]
    answer = desk.get("/people?name=personne&lang=fr")
    assert names_on(answer) == [] and "ne comptent pas" in answer.text


def test_an_unknown_state_is_said_with_near_names(desk):
    answer = desk.get("/people?state=Venezuella&lang=fr")
    assert answer.status_code == 422 and "«\u00a0Venezuella\u00a0»" in answer.text and "Venezuela (VEN)" in answer.text
    assert desk.get("/people?" + "state=RUS&" * 9).status_code == 422
    assert desk.get("/people?state=" + "x" * 5000).status_code == 422


def test_an_empty_ledger_says_so(ledger, desk_of):
    assert "name nobody" in desk_of(ledger).get("/people").text


def test_a_long_list_has_pages(ledger, desk_of):
    ledger.keep(crowd())
    desk = desk_of(ledger)
    pages = [names_on(desk.get(f"/people?sort=name&page={page}")) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({name for page in pages for name in page}) == 45
    assert names_on(desk.get("/people?sort=name&page=99")) == pages[2]
    for page in ("0", "-1", "x", "9" * 30, "²"):
        assert names_on(desk.get(f"/people?sort=name&page={page}")) == pages[0]
    assert 'href="?state=RUS&amp;page=2"' in desk.get("/people?state=RUS").text


def test_names_by_the_page_are_the_people_of_the_ledger(filled):
    offices = load_office_words()
    paged = [person for name in filled.names() for person in filled.holdings([name], read_office=offices)]
    assert sorted(paged, key=repr) == sorted(filled.people(read_office=offices), key=repr)


def test_a_hostile_name_is_harmless(desk):
    answer = desk.get("/people?name=%3Cscript%3E&lang=en")
    assert "<script>alert" not in answer.text and "&lt;script&gt;" in answer.text
    assert "\u202e" not in answer.text and not re.search(r"\s(style|on\w+)=\"", answer.text)
    text = desk.get("/people").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text and "<script>alert" not in text


def test_how_many_reports_are_looked_at_is_said_where_there_are_more(desk_of, ledger, monkeypatch):
    ledger.keep(crowd())
    ledger.keep((one, [make_report(one, actors="RUS:Anna Abramov", date="2020-01-01", trigger="vu")])
                for one in (make_dispatch(f"Anna Abramov a vu Caracas {n} fois.", f"a{n}.txt", "2020-01-02")
                            for n in range(3)))  # fmt: skip
    desk, said = desk_of(ledger), "Of a spelling that more than 2 dispatches have, the newest 2 reports are looked at"
    assert "are looked at" not in desk.get("/people").text
    monkeypatch.setattr("legation.views.web.pages.people.NEWEST", 2)
    answer = desk.get("/people?name=Anna+Abramov")
    assert said in answer.text and "2 dispatches" in answer.text.split("<h2>")[1]
    assert "are looked at" not in desk.get("/people?name=Boris").text
