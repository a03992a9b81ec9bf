"""The four forms: they say the same, and nothing in a dispatch acts in any of them."""

from __future__ import annotations

import io
import re

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from desk.hostile import SIGNS, by_hand
from legation.views.digest import write_html, write_lines, write_markdown
from legation.views.digest.pdf import write_pdf
from views.brief.test_page import ALLOWED, Page

RENDERER = MarkdownIt("commonmark", {"html": True})


def read(data):
    found = PdfReader(io.BytesIO(data))
    return found, " ".join(" ".join(page.extract_text() for page in found.pages).split())


def links(found):
    actions = (note.get_object().get("/A") for page in found.pages for note in page.get("/Annots") or ())
    return {action.get_object()["/URI"] for action in actions if action and "/URI" in action.get_object()}


def plain(html):
    return " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", html, flags=re.S).split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_form_says_the_same(make_digest, language):
    digest = make_digest("2020-02-08", language=language)
    words = digest.interface.digest
    rendered = plain(RENDERER.render(write_markdown(digest)))
    lines = " ".join(write_lines(digest).split())
    found, pdf = read(write_pdf(digest))
    assert links(found) == {"https://journal.example/1"}
    page = plain(write_html(digest)).replace("&#39;", "'")
    for text in (rendered, page, pdf, lines):
        for told in (digest.title, digest.since, digest.as_of, *digest.told, *digest.left_out):
            assert " ".join(told.split()) in text
        for told in (words.events, words.promises, words.disputes, words.sources_list):
            assert told in text or told.upper() in text
        assert "Jorge Arreaza à Caracas vendredi." in text
    assert "https://journal.example/1" in rendered
    assert "https://journal.example/1" in lines


def test_a_digest_is_no_longer_than_its_lines(make_digest):
    lines = write_lines(make_digest("2020-02-08"), 60).splitlines()
    assert max(map(len, lines)) <= 60
    assert "    “Sergueï Lavrov a ⟦rencontré⟧ Jorge Arreaza à Caracas" in lines
    assert "  (no. 2 above) 7 February 2020. Talks: Russia → Venezuela" in lines


def test_the_page_is_well_formed_and_linked(make_digest):
    for since in ("2020-02-08", "2020-02-10", "2021-03-03"):
        found = Page(write_html(make_digest(since)))
        assert found.stack == []
        assert found.tags <= ALLOWED
        assert len(found.ids) == len(set(found.ids))
        inner = {target[1:] for target in found.targets if target.startswith("#")}
        assert inner <= set(found.ids)
        outer = {target for target in found.targets if not target.startswith("#")}
        assert outer <= {"https://journal.example/1"}
        assert not re.search(r"@import|url\(", write_html(make_digest(since)))


def test_nothing_new_is_one_sentence_in_every_form(make_digest):
    digest = make_digest("2021-03-03")
    assert write_lines(digest) == f"{digest.nothing}\n"
    assert write_markdown(digest).splitlines()[-1] == digest.nothing
    assert digest.nothing in plain(write_html(digest))
    assert digest.nothing in read(write_pdf(digest))[1]


def test_settled_and_overdue_have_their_headings(make_digest, kept_file):
    kept, late = make_digest("2020-05", path=kept_file), make_digest("2020-06-01")
    assert "KEPT OR CALLED OFF" in write_lines(kept)
    assert "## Overdue by now" in write_markdown(late)
    assert "1 independent source · first told 8 February 2020" in " ".join(write_lines(late).split())
    assert "first told 8 February 2020" in read(write_pdf(late))[1]
    assert "No event is told for the first time." in plain(write_html(kept))


HARM = by_hand()


@pytest.fixture(params=range(len(HARM)), ids=lambda number: f"harm{number}")
def harmed(request, make_digest, filled):
    """A digest of a dispatch every text of which means harm, in one language or the other."""
    path = filled([HARM[request.param]])
    digest = make_digest("2000", path=path, language=("en", "fr")[request.param % 2])
    assert digest.groups[0].events
    assert digest.promises or request.param <= 10, "what is planned for a day that has passed is no commitment"
    return digest


UNSEEN = {"\u202e", "\u2066", "\x1b", "\x07", "\x00", "\u2028", "\x85"}


def test_harm_is_words_in_every_form(harmed):
    page = write_html(harmed)
    found = Page(page)
    assert found.stack == []
    assert found.tags <= ALLOWED
    assert not [name for name, _ in found.attributes if name and name.startswith("on")]
    assert not [target for target in found.targets if not target.startswith("#")]
    assert not UNSEEN & set(page)

    text = write_markdown(harmed)
    html = RENDERER.render(text)
    assert not [sign for sign in (*SIGNS[:5], "<a ", "<b>", "<base ") if sign in html]
    assert not UNSEEN & set(text)

    pdf, words = read(write_pdf(harmed))
    assert links(pdf) == set()
    assert not {"/OpenAction", "/AA", "/Names"} & set(pdf.trailer["/Root"])
    assert not UNSEEN & set(words)

    lines = write_lines(harmed)
    assert not [sign for sign in lines if sign not in "\n\u00a0" and not sign.isprintable()]


def test_harm_is_shown_as_it_stands(make_digest, filled):
    digest = make_digest("2000", path=filled([HARM[0], HARM[11]]))
    assert "&lt;script&gt;window" in write_html(digest)
    assert "<script>window" in write_lines(digest)
    assert "\\<script\\>window" in write_markdown(digest)
    text = read(write_pdf(digest))[1]
    assert "<script>window" in text
    assert '#eval("7*7")' in text
