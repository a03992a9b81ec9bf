"""The list of all events."""

from __future__ import annotations

import pytest

from views.web.test_relations import listed


def test_all_events_the_newest_first(desk, filled):
    text = desk.get("/events").text
    assert "6 events" in text and len(listed(text)) == 6
    assert text.index("March 2021") < text.index("7 February 2020") < text.index("4 July, year unknown")


@pytest.mark.parametrize(("query", "number"), [("type=AID", 2), ("until=2000", 1), ("person=Lavrov&since=2020", 1)])
def test_filters(desk, query, number):
    assert len(listed(desk.get(f"/events?{query}").text)) == number


def test_nothing_and_nothing_that_fits(ledger, desk_of, desk):
    assert "No event fits these filters." in desk.get("/events?type=COERCE").text
    empty = desk_of(ledger)
    assert "Aucun événement ne répond à ces filtres." in empty.get("/events?type=COERCE&lang=fr").text
