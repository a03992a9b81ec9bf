from __future__ import annotations

from xml.etree import ElementTree as ET

import feedparser
import pytest

from legation.views.exports import atom
from legation.views.exports.headlines import web_address
from record_builders import make_dispatch, make_report


@pytest.fixture
def feed(exported):
    def run(path, **more):
        found = feedparser.parse(exported(path, "atom", **more)[0], sanitize_html=False)
        assert not found.bozo, found.get("bozo_exception")
        return found

    return run


def test_a_feed_of_a_pair(feed, ledger_file):
    found = feed(ledger_file, states=("RUS", "VEN"))
    assert found.version == "atom10"
    assert found.feed.title == "Legation, Russia, Venezuela"
    assert found.feed.updated == "2021-03-02T00:00:00Z"
    assert [(entry.title, entry.updated[:10], entry.published[:10]) for entry in found.entries] == [
        ("Aid: Russia → Venezuela", "2021-03-02", "2021-03-02"),
        ("Talks: Russia → Venezuela", "2020-02-10", "2020-02-08"),
        ("Multilateral talks: Russia, Venezuela (announced)", "2020-02-09", "2020-02-08"),
    ]
    talks = found.entries[1]
    assert [author.name for author in talks.authors] == ["La Copie", "Le Journal", "Radio"]
    assert [link.href for link in talks.links if link.rel == "related"] == ["https://journal.example/1"]
    assert [tag.term for tag in talks.tags] == ["CONSULT", "occurred"]
    assert "Arreaza a reçu Lavrov le 6 février." in talks.content[0].value


def test_what_rfc_4287_demands_is_there_once(exported, ledger_file):
    root = ET.fromstring(exported(ledger_file, "atom")[0])
    inside = f"{{{atom.NAMESPACE}}}"
    for element in (root, *root.iter(f"{inside}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(inside + name)) == 1
        assert element.findall(f"{inside}author")
    ids = [found.text for found in root.iter(f"{inside}id")]
    assert len(set(ids)) == len(ids) == 4
    assert all(found.startswith("urn:uuid:") for found in ids)


def test_ids_are_those_of_the_question_and_of_the_events(feed, ledger_file):
    one, turned, other = (feed(ledger_file, states=states) for states in (("RUS", "VEN"), ("VEN", "RUS"), ("RUS",)))
    assert one.feed.id == turned.feed.id != other.feed.id
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]


def test_undated_news_is_none(exported, ledger_of):
    dispatch = make_dispatch("Moscou accuse Caracas.")
    data, written = exported(ledger_of([(dispatch, [make_report(dispatch, "ACCUSE", date="2020-01-01")])]), "atom")
    assert (written.number, written.left_out) == (0, 1)
    assert feedparser.parse(data).feed.updated == "1970-01-01T00:00:00Z"


def test_only_the_newest(feed, ledger_file, monkeypatch):
    monkeypatch.setattr(atom, "MOST", 2)
    assert [entry.updated[:10] for entry in feed(ledger_file).entries] == ["2021-03-02", "2020-02-10"]


def test_hostile_text_is_text(feed, nasty_file):
    found = feed(nasty_file)
    assert len(found.entries) == 2
    content = found.entries[0].content[0]
    assert content.type == "text/plain"
    assert "<b>&amp;" in content.value
    assert not any(entry.get("links") for entry in found.entries)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("https://a.example/b?c=d#e", True), ("http://a.example", True), ("javascript:alert(1)", False),
        ("data:text/html,x", False), ("https://", False), ("a.txt", False), ("https://a.example/\nb", False),
        ("https://a.example/<b>", False), ("https://[", False), ("JAVASCRIPT://a.example/%0aalert(1)", False),
    ],
)  # fmt: skip
def test_addresses_that_may_be_followed(source, kept):
    assert web_address(source) == (source if kept else None)
