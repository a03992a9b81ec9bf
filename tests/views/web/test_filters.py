"""Filters: from the address to the ledger and back."""

from __future__ import annotations

import pytest
from starlette.datastructures import QueryParams

from legation.views.web.failures import BadAddressError
from legation.views.web.filters import Filters, read_filters
from legation.views.web.words import load_words


def read(query, language="en"):
    return read_filters(QueryParams(query), load_words(language, "filters"))


def test_back_and_forth():
    asked = "since=2019&type=AID&type=AGREE&place=VEN&person=M.+X%26Y&sources=2&page=3"
    found = read(asked)
    assert found.query() == f"?{asked}"
    assert read(found.query(page=1)[1:]) == read(asked.replace("&page=3", ""))
    assert found.question(("RUS",)).offset == 50


def test_what_is_empty_asks_nothing():
    assert read("since=&type=&person=+&sources=&lang=fr") == Filters() and Filters().query() == ""


@pytest.mark.parametrize("query", [
    "since=yesterday", "until=2019-13", "since=XXXX", "type=NONE", "status=done", "context=x", "sources=-1",
    "sources=%C2%B2", "page=0", "page=99999999999999999999", "page=1e3", "person=" + "x" * 500,
])  # fmt: skip
def test_what_cannot_be_asked_is_said(query):
    with pytest.raises(BadAddressError, match=query.split("=", maxsplit=1)[0]):
        read(query)


@pytest.mark.parametrize(("query", "number"), [
    ("", 6), ("person=lavrov", 1), ("person=%25", 0), ("place=VEN", 1), ("place=FRA", 0), ("source=Radio", 1),
    ("source=Arreaza", 1), ("sources=2", 1), ("type=AID", 2), ("status=planned", 1), ("since=2020&until=2020", 3),
    ("context=military", 0), ("source='+OR+1=1+--", 0),
])  # fmt: skip
def test_the_ledger_narrows(filled, query, number):
    question = read(query).everything()
    assert len(filled.events(question)) == filled.number_of_events(question) == number


def test_pages_of_a_list_are_its_parts(filled):
    parts = [event.id for page in (1, 2) for event in filled.events(Filters(page=page).question(size=4))]
    assert parts == [event.id for event in filled.events()]


def test_months_and_pairs_are_counted(filled):
    assert [(p.one, p.other, p.events) for p in filled.busiest_pairs(states=("VEN",))] == [("RUS", "VEN", 6)]
    assert filled.busiest_pairs(states=("FRA",)) == ()
    months = filled.monthly(read("type=CONSULT").everything())
    assert [(m.month, m.quad, m.events) for m in months] == [
        ("2020-02", "verbal cooperation", 1), ("2020-03", "verbal cooperation", 1),
    ]  # fmt: skip
