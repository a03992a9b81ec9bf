from __future__ import annotations

import re

from legation.views.brief.chart import COLOURS, draw
from legation.views.brief.contents import Bar, Months
from legation.views.wording import load_interface


def months(*bars, unit="month"):
    return Months(unit, tuple(Bar(day, day, quad, count) for day, quad, count in bars), ())


def test_bars_in_the_colours_of_their_class_and_no_fixed_size():
    svg = draw(months(("2020-02-01", "verbal cooperation", 3), ("2020-04-01", "material conflict", 1)),
               load_interface("en"))  # fmt: skip
    assert svg.startswith("<svg")
    assert COLOURS["words-with"] in svg
    assert COLOURS["deeds-against"] in svg
    assert COLOURS["deeds-with"] not in svg
    assert "width=" not in re.match(r"<svg [^>]*>", svg)[0]
    assert "viewBox" in re.match(r"<svg [^>]*>", svg)[0]


def test_names_of_months_in_the_language():
    bars = months(("2020-02-01", "verbal cooperation", 3))
    assert "févr. 2020" in draw(bars, load_interface("fr"))
    assert "Feb 2020" in draw(bars, load_interface("en"))


def test_years_and_nothing():
    assert ">1950<" in draw(months(("1950-01-01", "verbal conflict", 3), ("1990-01-01", "verbal conflict", 1),
                                   unit="year"), load_interface("en"))  # fmt: skip
    assert draw(months(), load_interface("en")) is None


def test_the_ends_of_the_calendar():
    assert draw(months(("0001-01-01", "verbal conflict", 1), unit="month"), load_interface("en"))
    assert draw(months(("9999-12-01", "verbal conflict", 1), unit="month"), load_interface("en"))
