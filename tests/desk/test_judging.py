"""Judging a pair and correcting an event in the browser."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("scripts", [True, False])
def test_a_pair_is_judged_by_button_and_by_key(own_desk, visit, scripts):
    with visit(own_desk, java_script_enabled=scripts) as page:
        page.goto("/review")
        assert "4 pairs waiting, 0 judged" in page.inner_text("main")
        page.fill("#by", "A. Reader")
        page.get_by_role("button", name="Different events").click()
        page.wait_for_url("**said=different*")
        assert "3 pairs waiting, 1 judged" in page.inner_text("main")
        assert page.input_value("#by") == "A. Reader", "the name is kept"
        if scripts:
            page.locator("h1").click()
            page.keyboard.press("s")
        else:
            page.get_by_role("button", name="Same event").click()
        page.wait_for_url("**said=same*")
        page.goto("/judgements")
        assert "2 judgements" in page.inner_text("main") and "A. Reader" in page.inner_text("table")


def test_a_correction_needs_a_reason_and_stands_on_the_event(own_desk, visit):
    with visit(own_desk, expected=(422,)) as page:
        page.goto("/pairs/RUS/VEN")
        page.locator("ol.events a[href^='/events/']").first.click()
        page.select_option("#field", "date")
        page.fill("#value", "2018-12-24")
        page.fill("#by-correct", "B. Reader")
        page.get_by_role("button", name="Correct", exact=True).click()
        page.wait_for_selector("#fault-reason")
        assert page.input_value("#value") == "2018-12-24", "what was typed stays"
        page.fill("#reason", "<b>The archive says so</b>")
        page.get_by_role("button", name="Correct", exact=True).click()
        page.wait_for_url("**said=corrected*")
        text = page.inner_text("main")
        assert "24 December 2018" in page.inner_text(".headline-under")
        assert "<b>The archive says so</b>" in text and "B. Reader" in text
