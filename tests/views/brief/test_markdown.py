from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from legation.views.brief import write_markdown
from legation.views.brief.markdown import plain

RENDERER = MarkdownIt("commonmark", {"html": True}).enable("table")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_says_what_the_page_says(make_brief, language):
    brief = make_brief(language=language)
    text = write_markdown(brief)
    assert text.startswith(f"# {brief.title}\n")
    assert "Sergueï Lavrov a **rencontré** Jorge Arreaza à Caracas vendredi." in text
    for heading in (brief.interface.brief.happened, brief.interface.brief.promises, brief.interface.brief.annex):
        assert f"\n## {heading}\n" in text
    for heading in (brief.interface.brief.promises_all, brief.interface.brief.undated, brief.interface.brief.disputed,
                    brief.interface.brief.people, brief.interface.brief.sources_list):  # fmt: skip
        assert f"\n### {heading}\n" in text
    short, annex = RENDERER.render(text).split(f"<h2>{brief.interface.brief.annex}</h2>")
    assert short.count("<blockquote>") == 5, "four events that happened and the promise, one wording each"
    assert annex.count("<blockquote>") == 7, "five events, one of them in two wordings, and the promise"


def test_a_kept_promise_and_a_disagreement_name_who_says_so(make_brief, kept_file):
    kept = write_markdown(make_brief(path=kept_file))
    assert "\nNo dispatch contradicts another.\n" in kept
    assert "What is told of it \\[2\\]:" in kept
    assert "> — Radio, 12 May 2020 \\[2\\]" in kept
    assert "    - **7 February 2020**: AFP \\[1, 2\\]" in write_markdown(make_brief())


def test_a_hostile_dispatch_cannot_act(make_brief, hostile_file):
    html = RENDERER.render(write_markdown(make_brief(path=hostile_file)))
    for tag in ("<script", "<img", "<a ", "<b>", "<i>"):
        assert tag not in html
    assert "{{7*7}}" in html
    assert "49" not in html
    assert "\u202e" not in html


SIGNS = st.characters(exclude_categories=["C", "Z"], codec="utf-8") | st.sampled_from(list("`*_[]<>#|~!-+=1.)(&{}\\ :"))


@given(st.text(alphabet=SIGNS))
def test_escaped_words_come_out_as_they_went_in(words):
    from html import unescape  # noqa: PLC0415

    html = RENDERER.render("x " + plain(words))
    assert unescape(html.removeprefix("<p>x").removesuffix("</p>\n")).strip() == " ".join(words.split())


@given(st.text())
def test_words_never_become_markup(words):
    tokens = RENDERER.parse("> " + plain(words))
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "text_special"}
    assert {token.type for token in tokens} <= {
        "blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"
    }  # fmt: skip
