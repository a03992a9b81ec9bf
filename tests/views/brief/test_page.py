from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from legation.views.brief import write_html

VOID = {"meta", "img", "br", "hr", "link", "input"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "div", "span",
    "p", "h1", "h2", "h3", "h4", "h5", "strong", "br", "dl", "dt", "dd", "small", "table", "thead", "tbody", "tr",
    "th", "td", "a", "time",
    "blockquote", "mark", "bdi", "ul", "ol", "li", "figure", "figcaption", "svg", "g", "path", "text", "line", "rect",
    "defs", "clippath",
}  # fmt: skip


class Page(HTMLParser):
    """Tags, attributes and whether they nest."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.stack, self.ids, self.targets = set(), [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id"]
        self.targets += [value for name, value in attrs if name == "href"]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag


def test_headings_go_down_one_step_at_a_time(make_brief):
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", write_html(make_brief()))]
    assert levels[0] == 1
    assert 5 in levels
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_well_formed_self_contained_and_linked(make_brief, language):
    page = write_html(make_brief(language=language))
    found = Page(page)
    assert found.stack == []
    assert found.tags <= ALLOWED
    assert len(found.ids) == len(set(found.ids))
    inner = {target[1:] for target in found.targets if target.startswith("#")}
    assert inner <= set(found.ids)
    assert [target for target in found.targets if not target.startswith("#")] == ["https://journal.example/1"]
    assert "src" not in {name for name, _ in found.attributes}
    assert not re.search(r"@import|url\(", page)
    assert "{{" not in page
    assert "{%" not in page


def test_every_entry_quotes_with_its_trigger_marked(make_brief):
    brief = make_brief()
    page = write_html(brief)
    articles = re.findall(r"<article.*?</article>", page, flags=re.S)
    assert len(articles) == 5
    assert all("<blockquote>" in article and "<mark>" in article for article in articles)
    assert sum('class="entry deeds-with occurred background"' in article for article in articles) == 1
    assert "Sergueï Lavrov a <mark>rencontré</mark> Jorge Arreaza" in page


def test_a_kept_promise_quotes_both_ends(make_brief, kept_file):
    page = write_html(make_brief(path=kept_file))
    (row,) = re.findall(r'<tr class="kept">.*?</tr>', page, flags=re.S)
    assert re.findall(r"<mark>(.*?)</mark>", row) == ["se réunira", "s&#39;est réunie"]
    assert Page(page).stack == []
    assert "No dispatch contradicts another." in page


def test_a_disagreement_names_who_says_what(make_brief):
    (told,) = re.findall(r'<div class="dispute">.*?</div>', write_html(make_brief()), flags=re.S)
    items = re.findall(r"<li><bdi.*?</li>", told, flags=re.S)
    said = [" ".join(re.sub(r"<[^>]+>", "", item).split()) for item in items]
    assert said == ["6 February 2020: Arreaza 3", "7 February 2020: AFP 1, 2"]


def test_the_chart_is_in_the_page(make_brief):
    page = write_html(make_brief())
    assert page.count("<svg") == 1
    assert "2 events are not drawn" in page


def test_a_hostile_dispatch_cannot_act(make_brief, hostile_file):
    page = write_html(make_brief(path=hostile_file))
    found = Page(page)
    assert found.tags <= ALLOWED
    assert not [name for name, _ in found.attributes if name and name.startswith("on")]
    assert not [target for target in found.targets if not target.startswith("#")]
    assert "{{7*7}}" in page
    assert "49" not in re.sub(r"<svg.*?</svg>|<style.*?</style>", "", page, flags=re.S)
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;" in page


def test_nothing_to_tell(make_brief):
    page = write_html(make_brief("FRA", "JPN"))
    assert "The ledger holds no event for France – Japan." in page
    assert "<svg" not in page
    assert Page(page).stack == []
