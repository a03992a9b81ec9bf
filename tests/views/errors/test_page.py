from __future__ import annotations

import re

import msgspec

from evaluation.cases import dispatch, gold_event, told
from legation.views.errors import write_html
from views.cases import hostile
from views.errors.cases import page_of


def test_one_file_without_scripts_that_loads_nothing():
    page = write_html(page_of([gold_event(type="AID")], [told()], dispatch()))
    assert page.startswith("<!DOCTYPE html>")
    assert not re.search(r"<(?:script|link|img|iframe)|\bsrc=|url\(|@import", page)
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page


def test_wanted_and_came_stand_side_by_side():
    page = write_html(page_of([gold_event(date="2020-05")], [told(date="2020-02-07")], dispatch()))
    differing = re.findall(r'<tr class="differs">.*?</tr>', page)
    assert len(differing) == 1
    assert "2020-05" in differing[0]
    assert "2020-02-07" in differing[0]
    assert '<mark class="both">rencontré</mark>' in page


def test_nothing_wrong_is_said():
    assert "Nothing is wrong." in write_html(page_of([gold_event()], [told()], dispatch()))


def test_hostile_words_stay_words():
    bad, (report,) = hostile()
    harm = '"><script>alert(1)</script>\x1b[31m\u202e'
    event = gold_event(harm, trigger_start=0, note=harm, attributed_to=harm, date=harm, place=harm, type="AID",
                       mode=harm, also=(harm,), actors=(harm,))  # fmt: skip
    why = {"entry": harm, "frame": harm, "actors": [{"code": harm, "path": harm, "words": harm}], "recipients": [harm]}
    report = msgspec.structs.replace(report, why=why, mode=harm, date=harm)
    matched = msgspec.structs.replace(event, type="CONSULT", date=None)
    for events in ([event], [event, matched]):
        page = write_html(page_of(events, [report], bad))
        assert not re.search(r"<(?:script|img|b>|i>)", page)
        assert "\x1b" not in page
        assert "\u202e" not in page
        assert not re.search(r"""(?:href|src|style)\s*=\s*["'](?!#)""", page)
        assert r"\x1b[31m" in page
