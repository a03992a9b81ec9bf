"""The way through the desk: from an empty ledger to the words of a dispatch, with and without JavaScript."""

from __future__ import annotations

import json
import re

import pytest

from desk.conftest import PHONE, WIDE
from desk.serving import served


def test_the_first_start_says_how_to_begin(tmp_path, visit):
    with served(tmp_path / "new.db") as address, visit(address) as page:
        page.goto("/")
        assert "Nothing has been read yet" in page.inner_text("main")
        assert "legation read FOLDER --ledger new.db" in page.inner_text("main")
        for link in page.locator("nav a").evaluate_all("all => all.map(one => one.getAttribute('href'))"):
            page.goto(link)
            assert page.locator("h1").count() == 1


def test_what_is_read_while_it_is_open_stands_there(examples):
    seen = json.loads((examples / "seen.json").read_text("utf-8"))
    assert "Nothing has been read yet" in seen["before"]
    assert "22 dispatches" in seen["after"] and "Russia – Venezuela" in seen["after"]


@pytest.mark.parametrize("options", [
    {}, {"java_script_enabled": False}, {"viewport": PHONE}, {"java_script_enabled": False, "viewport": PHONE},
], ids=["scripts", "none", "phone", "none-phone"])  # fmt: skip
def test_from_the_overview_to_the_words(desk, visit, options):
    with visit(desk, **options) as page:
        page.goto("/")
        page.get_by_role("link", name=re.compile("^Russia – Venezuela")).first.click()
        page.wait_for_url("**/pairs/RUS/VEN")
        assert "Timeline" in page.inner_text("main")
        page.locator("ol.events a[href^='/events/']").first.click()
        page.wait_for_url("**/events/*")
        assert page.locator("#agreed").is_visible() and page.locator(".told").count()
        page.locator("article.report a[href^='/dispatches/']").first.click()
        page.wait_for_url("**/dispatches/*")
        assert page.locator(".dispatch-text .m-what").count(), "the words of the report are marked"
        page.locator(".dispatch-text a.number").first.click()
        page.wait_for_url("**/events/*")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_filter_narrows_and_stands_in_the_address(desk, visit, scripts):
    with visit(desk, java_script_enabled=scripts) as page:
        page.goto("/pairs/RUS/VEN")
        everything = _found(page)
        page.fill("input[name=since]", "2019")
        page.fill("input[name=until]", "2019-12")
        page.locator("summary", has_text="Kind").click()
        page.check("input[name=type][value=CONSULT]")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url(re.compile("since=2019.*type=CONSULT|type=CONSULT.*since=2019"))
        assert 0 < _found(page) < everything
        narrowed, address = _found(page), page.url
        page.goto("/")
        page.goto(address)
        assert _found(page) == narrowed and page.is_checked("input[name=type][value=CONSULT]")
        page.locator("main").get_by_role("link", name="Show all").click()
        assert _found(page) == everything


def _found(page):
    return int(re.search(r"\d+", page.locator("[role=status]").first.inner_text())[0])


@pytest.mark.parametrize("scripts", [True, False])
def test_language_and_colours_are_kept(desk, visit, scripts):
    with visit(desk, java_script_enabled=scripts) as page:
        page.goto("/events")
        page.get_by_role("link", name="Français").click()
        page.wait_for_selector("html[lang=fr]")
        before = page.locator("body").evaluate("it => getComputedStyle(it).backgroundColor")
        page.get_by_role("link", name="Sombre").click()
        page.wait_for_selector("html[data-theme=dark]")
        assert page.locator("body").evaluate("it => getComputedStyle(it).backgroundColor") != before
        page.goto("/people")
        assert page.locator("html[lang=fr][data-theme=dark]").count() == 1
        assert page.inner_text("h1") == "Personnes"


def test_on_paper_there_is_the_text_and_no_navigation(desk, visit):
    with visit(desk, viewport=WIDE) as page:
        page.goto("/pairs/RUS/VEN")
        page.emulate_media(media="print")
        for hidden in (".top nav", ".find", ".filters", ".choices"):
            assert not page.locator(hidden).first.is_visible(), hidden
        assert page.locator("ol.events .quote").first.is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF-")


def test_search(desk, visit):
    with visit(desk) as page:
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type("négociations")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        assert page.locator("main mark").count()


def test_keys(desk, visit):
    with visit(desk) as page:
        page.goto("/events")
        page.keyboard.press("n")
        page.wait_for_url("**page=2*")
        page.keyboard.press("p")
        page.wait_for_url(lambda url: "page=2" not in url)
        page.keyboard.press("?")
        assert page.locator("dialog#keys").is_visible()
        page.keyboard.press("Escape")
        assert not page.locator("dialog#keys").is_visible()
        page.keyboard.press("Tab")
        page.goto("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip", "the first stop leads to the content"
