"""The chart of the months: cooperation above the line, conflict below, as SVG to stand in a page."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import altair as alt

from legation.views.brief.contents import Months
from legation.views.brief.entries import KINDS
from legation.views.drawing import FRAME, TICKS, fluid, form_of, svg_of_form
from legation.views.wording import Interface

COLOURS = {
    "words-with": "#7fa8cf",
    "deeds-with": "#2f6690",
    "words-against": "#e0a458",
    "deeds-against": "#b5443c",
}
"""Fills by quad class; light enough for a dark page and dark enough for a light one."""
WIDTH, HEIGHT = 700, 150
_LEAST_MONTHS = 12
_FONT = "Liberation Sans, Arial, sans-serif"


def draw(months: Months, interface: Interface) -> str | None:
    """The SVG, or None when there is nothing to draw. It holds no words of dispatches."""
    if not months.bars:
        return None
    values = [
        {
            "day": bar.first_day,
            "quad": KINDS[bar.quad],
            "count": bar.count if KINDS[bar.quad].endswith("with") else -bar.count,
        }
        for bar in months.bars
    ]
    first, last = _frame(months)
    form = _form(months.unit, interface.brief.months_axis)
    data: dict[str, list[dict[str, Any]]] = {"months": values, "zero": [{"zero": 0}]}
    return fluid(svg_of_form(form, data, (first.isoformat(), last.isoformat()), interface))


@lru_cache(maxsize=16)
def _form(unit: str, title: str) -> str:
    axis = alt.Axis(
        title=None, grid=False, tickCount=TICKS, labelOverlap="greedy", labelFontSize=11, tickColor="#888",
        domain=False, labelFlush=False,
    )  # fmt: skip
    counts = alt.Axis(
        title=title, labelExpr="abs(datum.value)", tickMinStep=1, tickCount=5, format="d",
        labelFontSize=11, titleFontSize=11, titleFontWeight="normal", domain=False, ticks=False,
    )  # fmt: skip
    days = alt.X(
        "day:T",
        timeUnit="utcyear" if unit == "year" else "utcyearmonth",
        axis=axis,
        scale=alt.Scale(type="utc", domain=list(FRAME)),
    )
    bars = (
        alt.Chart(alt.NamedData("months"))
        .mark_bar(stroke=None)
        .encode(
            x=days,
            y=alt.Y("count:Q", stack="zero", axis=counts),
            color=alt.Color("quad:N", scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())), legend=None),
            order=alt.Order("quad:N"),
        )
    )
    line = alt.Chart(alt.NamedData("zero")).mark_rule(size=1).encode(y="zero:Q")
    chart = (bars + line).properties(width=WIDTH, height=HEIGHT, background="transparent")
    return form_of(chart.configure(font=_FONT).configure_view(stroke=None).to_dict())


def _frame(months: Months) -> tuple[date, date]:
    """First day of the first and of the month after the last, a year at least, so that few bars stay narrow."""
    days = [date.fromisoformat(bar.first_day) for bar in months.bars]
    if months.unit == "year":
        return min(days), date(max(days).year + 1, 1, 1)
    first, last = _later(min(days), -1), _later(max(days), 2)
    while _months_between(first, last) < _LEAST_MONTHS:
        first, last = _later(first, -1), _later(last, 1)
    return first, last


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(min(max(count // 12, 1), 9999), count % 12 + 1, 1)
