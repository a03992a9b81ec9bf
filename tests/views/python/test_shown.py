"""What a notebook and the prompt show: quotes with their words marked, and nothing of a hostile dispatch acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import legation
from legation.dispatch import Span
from legation.views.python.marks import Mark, Piece, pieces

ALLOWED = {
    "style", "div", "p", "strong", "bdi", "mark", "blockquote", "footer", "span", "code", "table", "thead", "tbody",
    "tr", "th", "td", "ul", "li",
}  # fmt: skip


class Tags(HTMLParser):
    """All tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def displays(desk) -> dict[str, object]:
    first = desk.events()[0]
    return {
        "event": first, "events": desk.events(), "report": desk.reports()[0], "reports": desk.reports(),
        "dispatch": desk.dispatches()[0], "dispatches": desk.dispatches(), "commitments": desk.commitments(),
        "people": desk.people(), "disagreements": desk.disagreements(), "search": desk.search("Lavrov"),
        "why": desk.why(first.id),
    }  # fmt: skip


@pytest.mark.parametrize("file", ["ledger_file", "hostile_file", "kept_file"])
def test_displays_are_sound_and_harmless(file, request):
    with legation.open(request.getfixturevalue(file)) as desk:
        for name, shown in displays(desk).items():
            page = shown._repr_html_()
            found = Tags(page)
            assert set(found.tags) <= ALLOWED, name
            assert found.attributes <= {"class", "title", "scope"}, name
            assert found.open == []
            assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b\x07]", page), name
            assert repr(shown).replace("\n", "").isprintable(), name


def test_hostile_words_are_shown_as_they_are(hostile_file):
    with legation.open(hostile_file) as desk:
        page = desk.events()[0]._repr_html_()
        assert "&lt;script&gt;" in page
        assert "{{7*7}}" in page
        assert r"\u202e" in page
        assert r"\x1b" in repr(desk.events()[0])


def test_an_event_shows_its_quotes(desk):
    met = max(desk.events(), key=lambda event: event.dispatches)
    page = met._repr_html_()
    assert page.count("<blockquote>") == 3
    assert '<mark class="trigger" title="trigger">rencontré</mark>' in page
    assert "Russia → Venezuela" in page
    assert "2 independent sources" in page
    assert "<bdi>2020-02-06</bdi>" in page
    assert "Arreaza" in page
    plan = next(event for event in desk.events() if event.commitment)
    assert "overdue" in plan._repr_html_()


def test_an_event_at_the_prompt_is_one_line(desk):
    met = max(desk.events(), key=lambda event: event.dispatches)
    assert re.fullmatch(
        r"<Event \w{8} 2020-02-0\S* CONSULT occurred: RUS → VEN “.+” \(sources: 2 independent of 3\)>", repr(met)
    )
    assert repr(desk.events()).splitlines()[0] == "<Events: 5>"
    assert len(repr(desk.reports()).splitlines()) == 7


def test_a_table_says_how_many_there_are(desk):
    page = desk.events()._repr_html_()
    assert page.count("<tr>") == 6
    assert '<p class="small">5</p>' in page


def test_pieces_of_overlapping_marks():
    sentence = Span("Lavrov a vu Maduro", 10, 28)
    found = pieces(
        sentence, [Mark(10, 16, "actor"), Mark(16, 21, "trigger"), Mark(14, 18, "place"), Mark(0, 5, "date")]
    )
    assert "".join(piece.text for piece in found) == sentence.text
    assert found[:3] == (Piece("Lavr", ("actor",)), Piece("ov", ("actor", "place")), Piece(" a", ("trigger", "place")))
    assert pieces(Span("abc", 0, 3), []) == (Piece("abc", ()),)
