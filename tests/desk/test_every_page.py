"""Every page: fair to all readers, in both languages and themes, and narrow enough for a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from desk.addresses import WRONG, left_out, pages
from desk.conftest import PHONE
from legation.views.web import pages as rooms

BRIEFS = "/brief"
_GRAVE = {"serious", "critical"}


def test_no_page_is_forgotten(examples):
    assert left_out(rooms.ROUTERS, [*pages(examples / "desk.db"), *WRONG]) == []


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("fr", "dark")])
def test_axe_finds_nothing_serious(examples, desk, visit, language, theme):
    asked = [one for one in pages(examples / "desk.db") if not one.endswith(BRIEFS)]
    with visit(desk, color_scheme=theme) as page:
        for address in asked:
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            found = Axe().run(page).response["violations"]
            grave = [(one["id"], [node["target"] for node in one["nodes"]]) for one in found if one["impact"] in _GRAVE]
            assert grave == [], address


def test_a_brief_is_fair_too(desk, visit):
    with visit(desk) as page:
        page.goto("/states/VEN/brief?since=2024")
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found] == []


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_nothing_is_wider_than_a_phone(examples, desk, visit, locale):
    with visit(desk, viewport=PHONE, locale=locale) as page:
        for address in pages(examples / "desk.db"):
            page.goto(address)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= PHONE["width"], address


def test_what_is_not_there_is_said(desk, visit):
    with visit(desk, expected=tuple(WRONG.values())) as page:
        for address, status in WRONG.items():
            answer = page.goto(address)
            assert answer.status == status, address
            assert page.inner_text("main h1").strip()
