from __future__ import annotations

import asyncio
import time

import pytest

from legation.intake.feeds.articles import from_entry, from_page, source_of
from legation.intake.feeds.client import Answer
from legation.intake.feeds.entries import read_entries
from legation.intake.feeds.markup import plain_text
from legation.intake.feeds.parsing import parse_apart
from legation.intake.feeds.settings import Feed
from legation.intake.limits import Limits, UnreadableError

from .site import PAGE, TEXT, rss

AT = "https://journal.example/fil.xml"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>x</title>
<id>urn:x</id><updated>2024-11-08T10:00:00Z</updated><entry><title type="html">L'&lt;b&gt;accord&lt;/b&gt;</title>
<id>urn:1</id><link href="/2024/accord.html#haut"/><updated>2024-11-08T10:00:00Z</updated>
<content type="html">&lt;p&gt;Un.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;p&gt;Deux.&lt;/p&gt;</content></entry>
</feed>"""


def entries(data: bytes | str, **headers: str):
    return read_entries(data.encode() if isinstance(data, str) else data, AT, headers)


def test_rss():
    (entry,) = entries(rss("https://journal.example/a"))
    assert (entry.address, entry.title, entry.text) == ("https://journal.example/a", "Titre 0", "Un résumé.")
    assert entry.published == "ven., 07 févr. 2020 18:00:00 +0100"


def test_atom():
    (entry,) = entries(ATOM)
    assert entry.address == "https://journal.example/2024/accord.html"
    assert (entry.title, entry.text, entry.language) == ("L'accord", "Un.\n\nDeux.", "fr")
    assert entry.published == "2024-11-08T10:00:00Z"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "http://u:p@x.example/", "data:text/html,x"]
)
def test_addresses_away_from_the_web_are_none(link):
    (entry,) = entries(rss(link))
    assert entry.address is None
    assert source_of(Feed(AT), entry).startswith(f"{AT}#")


@pytest.mark.parametrize(
    "data", [b"", b"<html><body><p>Bonjour</p></body></html>", b"%PDF-1.4", b"{}", bytes(range(256)) * 9]
)
def test_what_is_no_feed(data):
    with pytest.raises(UnreadableError, match=r"no feed|broken feed|cannot be parsed"):
        entries(data)


def test_a_string_is_never_taken_for_a_file_or_an_address(tmp_path):
    (tmp_path / "x.xml").write_bytes(rss("https://a.example/"))
    with pytest.raises(UnreadableError):
        entries(str(tmp_path / "x.xml"))


def test_a_feed_without_entries_is_one():
    assert entries(rss()) == ()


def test_broken_xml_gives_what_can_be_read():
    data = rss("https://a.example/1", "https://a.example/2").replace(
        b"</item><item>", b"<broken &nbsp; & </item><item>"
    )
    assert "https://a.example/2" in {entry.address for entry in entries(data)}


def test_wrong_encodings():
    said = rss("https://a.example/1").replace("résumé".encode(), "résumé".encode("cp1252"))
    assert entries(said)[0].text == "Un résumé."
    (entry,) = entries(rss("https://a.example/1"), **{"content-type": "text/xml; charset=us-ascii"})
    assert entry.text == "Un résumé."


def test_entities_of_the_feed_open_no_file_and_do_not_grow():
    begun = time.monotonic()
    outer = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    data = rss("https://a.example/1", text="&a;").replace(b"<rss", outer.encode() + b"<rss", 1)
    assert "root:" not in repr(entries(data))
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    data = rss("https://a.example/1", text="&l11;").replace(b"<rss", f"<!DOCTYPE x [{laughs}]><rss".encode(), 1)
    assert len(repr(entries(data))) < 10_000
    assert time.monotonic() - begun < 10


def test_parsing_apart_gives_the_same():
    data = rss("https://a.example/1", "https://a.example/2")
    assert asyncio.run(parse_apart(data, AT, {})) == entries(data)
    with pytest.raises(UnreadableError, match="no feed"):
        asyncio.run(parse_apart(b"<html></html>", AT, {}))


def test_parsing_ends_with_the_time():
    knot = rss("https://a.example/1").partition(b"Un r")[0] + b"<b>" * 3_000_000
    begun = time.monotonic()
    with pytest.raises(UnreadableError, match=r"cannot be parsed within 1 s"):
        asyncio.run(parse_apart(knot, AT, {}, 1.0))
    assert time.monotonic() - begun < 10


def test_plain_text():
    assert plain_text("<p>Un <b>mot</b>, deux</p>\n<p>Trois<br>quatre</p>") == "Un mot, deux\n\nTrois\n\nquatre"
    assert plain_text("<style>p{}</style>a<script>alert(1)</script> &eacute; &lt;b&gt;") == "a é <b>"
    assert plain_text("<b" * 20_000) is not None


def page(text: str = PAGE.format(title="Accord", text=TEXT.format(1), head=""), **headers: str) -> Answer:
    return Answer("https://journal.example/a", 200, headers, text.encode())


def test_the_page_comes_first_and_the_feed_fills_in():
    (entry,) = entries(rss("https://fil.example/a"))
    found = from_page(Feed(AT), entry, page(), Limits())
    assert (found.source, found.url) == ("https://fil.example/a", "https://journal.example/a")
    assert TEXT.format(1) in found.text
    assert (found.title, found.language, found.published) == ("Accord", "fr", entry.published)
    head = '<meta property="article:published_time" content="2020-02-08T09:00:00Z">'
    dated = page(PAGE.format(title="Accord", text=TEXT.format(1), head=head))
    assert from_page(Feed(AT, outlet="Le Journal"), entry, dated, Limits()).published == "2020-02-08"
    assert from_page(Feed(AT, outlet="Le Journal"), entry, dated, Limits()).outlet == "Le Journal"


def test_a_page_cannot_claim_to_stand_elsewhere():
    (entry,) = entries(rss("https://journal.example/a"))
    head = (
        '<link rel="canonical" href="https://www.lemonde.fr/a"><meta property="og:url" content="https://lemonde.fr/">'
    )
    found = from_page(Feed(AT), entry, page(PAGE.format(title="x", text=TEXT.format(1), head=head)), Limits())
    assert found.url == "https://journal.example/a"


def test_an_encoding_that_only_the_header_names():
    (entry,) = entries(rss("https://journal.example/a"))
    data = PAGE.format(title="Встреча", text="Министры встретились в Москве и говорили о нефти. " * 4, head="")
    answer = Answer(
        "https://journal.example/a",
        200,
        {"content-type": "text/html; charset=windows-1251"},
        data.encode("cp1251", "replace"),
    )
    assert "встретились" in from_page(Feed(AT), entry, answer, Limits()).text
    lie = Answer(
        "https://journal.example/a", 200, {"content-type": "text/html; charset=rot13"}, data.encode("cp1251", "replace")
    )
    from_page(Feed(AT), entry, lie, Limits())


def test_an_entry_s_own_text():
    (entry,) = entries(ATOM)
    found = from_entry(Feed(AT, language="fr"), entry, Limits())
    assert (found.text, found.title, found.source) == ("Un.\n\nDeux.", "L'accord", entry.address)
    with pytest.raises(UnreadableError, match="over the limit"):
        from_entry(Feed(AT), entry, Limits(text_bytes=5))
