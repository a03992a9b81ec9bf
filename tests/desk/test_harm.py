"""Dispatches that mean harm do none: not on a page, not in what is taken along."""

from __future__ import annotations

import pytest

from desk.addresses import pages
from desk.hostile import CALLED, SIGNS


def test_no_page_acts_for_a_dispatch(hostile_folder, hostile_desk, visit):
    """`visit` fails on a dialog, a fault, a request to another host, a policy that lets scripts in."""
    with visit(hostile_desk, expected=(404,)) as page:
        for address in pages(hostile_folder / "desk.db"):
            page.goto(address)
            assert page.evaluate(f"{CALLED} === undefined"), address
            links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.protocol || 'http:')")
            assert set(links) <= {"http:", "https:"}, address


def test_harm_stands_escaped_in_the_source(hostile_folder, hostile_desk, browser):
    context = browser.new_context(base_url=hostile_desk)
    shown = ""
    for address in pages(hostile_folder / "desk.db"):
        source = context.request.get(address).text()
        body = source.partition("<main")[2]
        assert not [sign for sign in SIGNS[:4] if sign in body.replace("<svg class", "").replace("<svg viewBox", "")
                    and sign != "<svg"], address  # fmt: skip
        shown += body
    assert "&lt;script&gt;" in shown
    context.close()


@pytest.mark.parametrize("form", ["jsonl", "csv", "polecat", "cameo", "graphml", "ics", "atom", "ftm", "parquet"])
def test_what_is_taken_along_is_well_formed(hostile_desk, browser, form):
    context = browser.new_context(base_url=hostile_desk)
    answer = context.request.get(f"/pairs/RUS/VEN/export.{form}")
    assert answer.status == 200
    assert len(answer.body()) > 0
    if form in ("graphml", "atom"):
        import xml.etree.ElementTree as tree  # noqa: N813, PLC0415

        tree.fromstring(answer.body())
    if form == "ics":
        import icalendar  # noqa: PLC0415

        calendar = icalendar.Calendar.from_ical(answer.body())
        assert all(part.name in ("VEVENT", "VCALENDAR") for part in calendar.walk())
    context.close()
