"""Charts: drawings that a strict page may hold, with links to our own pages only."""

from __future__ import annotations

import pytest

from legation.views.web.charts import svg_of
from legation.views.wording import load_interface


def spec(href, name="x"):
    return {
        "data": {"values": [{"a": 1, "b": name, "to": href}]},
        "mark": {"type": "point", "cursor": "pointer", "tooltip": True},
        "encoding": {
            "x": {"field": "a", "type": "quantitative"},
            "y": {"field": "b", "type": "nominal"},
            "href": {"field": "to"},
        },
    }


def test_links_lead_to_our_pages_and_nothing_is_styled_inline():
    svg = svg_of(spec("/events/abc?x=1"), load_interface("fr"))
    assert '<a href="/events/abc?x=1">' in svg and "vega.github.io" not in svg and " style=" not in svg


def test_words_come_out_escaped():
    svg = svg_of(spec("/x", '<script>alert(1)</script>" onload="x'), load_interface("en"))
    assert "<script" not in svg and "&lt;script&gt;" in svg


@pytest.mark.parametrize("href", ["https://evil.example/", "javascript:alert(1)", "//evil.example/x"])
def test_links_elsewhere_are_refused_or_stay_here(href):
    try:
        svg = svg_of(spec(href), load_interface("en"))
    except ValueError:
        return
    assert (
        "javascript:" not in svg and "evil.example" not in svg and 'href="//' not in svg and 'href="https:' not in svg
    )


def test_a_chart_that_fails_leaves_nothing_to_the_next():
    english = load_interface("en")
    fine = svg_of(spec("/events/abc"), english)
    with pytest.raises(ValueError):
        svg_of(spec("javascript:alert(1)"), english)
    assert svg_of(spec("/events/abc"), english) == fine
