"""The timeline of a pair: events as marks by date, intensity up and down, and how it runs on the whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import altair as alt
import msgspec
from markupsafe import Markup

from legation.ledger import Mark, MonthCount
from legation.views.brief.chart import COLOURS
from legation.views.web.charts import FONT, svg_of
from legation.views.web.phrases import KINDS, SHORT, phrases_in
from legation.views.wording import event_label

WIDTH, HEIGHT = 860, 260
_HAPPENED = ("occurred", "ongoing")
_WINDOW = 3
"""Months of the running mean."""
_APART = 0.38
"""By how much marks of one day and intensity are moved, so that none hides another."""
_MONTHS_WITH_NAMES = 30
_LINE, _SOFT = "#33414c", "#888"


class Period(msgspec.Struct, frozen=True):
    """What the timeline shows: ISO days, None where the events themselves set the end."""

    since: str | None = None
    until: str | None = None


@lru_cache(maxsize=64)
def draw_timeline(
    marks: tuple[Mark, ...], months: tuple[MonthCount, ...], period: Period, axis: str, language: str
) -> Markup | None:
    """The SVG, each mark a link to its event; None without marks. `axis` is the title of the upright axis."""
    if not marks:
        return None
    frame = _frame(marks, period)
    layers = [_zero(), *_marks(marks, frame, axis, language)]
    if mean := running_mean(months):
        layers.append(_line(mean, frame, axis))
    chart = alt.layer(*layers).properties(width=WIDTH, height=HEIGHT, background="transparent")
    spec: dict[str, Any] = chart.configure(font=FONT).configure_view(stroke=None).to_dict()
    svg = svg_of(spec, phrases_in(language).interface)
    # The table behind the chart leads to the same events; a keyboard need not walk through hundreds of marks.
    return Markup(str(svg).replace("<a ", '<a tabindex="-1" '))


def running_mean(months: Sequence[MonthCount]) -> list[tuple[str, float]]:
    """The middle of each month that has events, and the mean intensity of these three months, every event the same."""
    total: dict[int, float] = {}
    number: dict[int, int] = {}
    for one in months:
        at = int(one.month[:4]) * 12 + int(one.month[5:]) - 1
        total[at] = total.get(at, 0.0) + one.events * one.intensity
        number[at] = number.get(at, 0) + one.events
    found = []
    for at in sorted(number):
        near = [other for other in range(at - _WINDOW // 2, at + _WINDOW // 2 + 1) if other in number]
        mean = sum(total[other] for other in near) / sum(number[other] for other in near)
        found.append((f"{at // 12:04d}-{at % 12 + 1:02d}-15", round(mean, 2)))
    return found


def _frame(marks: Sequence[Mark], period: Period) -> tuple[str, str]:
    """First and last day drawn, with some room."""
    first = period.since or min(mark.first for mark in marks)
    last = period.until or max(mark.last for mark in marks)
    low, high = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    room = max((high - low) // 50, 3)
    return _day(low - room), _day(high + room)


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def _x(field: str, frame: tuple[str, str]) -> alt.X:
    first, last = (date.fromisoformat(day) for day in frame)
    long = (last.year - first.year) * 12 + last.month - first.month > _MONTHS_WITH_NAMES
    axis = alt.Axis(
        title=None, grid=False, format="%Y" if long else "%b %Y", tickCount="year" if long else "month",
        labelOverlap="greedy", labelFontSize=12, tickColor=_SOFT, domain=False, labelFlush=False,
    )  # fmt: skip
    return alt.X(f"{field}:T", axis=axis, scale=alt.Scale(type="utc", domain=list(frame)))


def _y(field: str, title: str) -> alt.Y:
    axis = alt.Axis(
        title=title, values=[-10, -5, 0, 5, 10], labelFontSize=12, titleFontSize=12, titleFontWeight="normal",
        domain=False, ticks=False, gridColor="#ddd",
    )  # fmt: skip
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[-11, 11]))


def _zero() -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[{"zero": 0}])).mark_rule(size=1).encode(y="zero:Q")


def _marks(marks: Sequence[Mark], frame: tuple[str, str], axis: str, language: str) -> list[alt.Chart]:
    """Days as dots, spans as bars; filled when it happened, hollow when it was only announced, considered or denied."""
    values = _values(marks, language)
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    layers = []
    for span in (True, False):
        there = [value for value in values if (value["first"] != value["last"]) == span]
        chart = alt.Chart(alt.InlineData(values=there))
        shape = (
            chart.mark_bar(height=7, cornerRadius=3, clip=True, strokeWidth=1.5)
            if span
            else chart.mark_circle(size=80, clip=True, strokeWidth=1.6)
        )
        encoded = {
            "y": _y("height", axis),
            "fill": alt.Fill("fill:N", scale=None),
            "stroke": alt.Stroke("kind:N", scale=scale, legend=None),
            "fillOpacity": alt.value(0.55 if span else 0.85),
            "href": alt.Href("href:N"),
            "description": alt.Description("said:N"),
        }
        if there:
            ends = {"x2": alt.X2("last:T")} if span else {}
            layers.append(shape.encode(x=_x("first", frame), **ends, **encoded))
    return layers


def _values(marks: Sequence[Mark], language: str) -> list[dict[str, Any]]:
    say = phrases_in(language)
    seen: dict[tuple[str, float], int] = {}
    found = []
    for mark in marks:
        before = seen[mark.first, mark.intensity] = seen.get((mark.first, mark.intensity), -1) + 1
        kind = KINDS[mark.quad]
        found.append(
            {
                "first": mark.first,
                "last": mark.last,
                "height": min(max(mark.intensity + _APART * ((before + 1) // 2) * (-1) ** before, -11), 11),
                "kind": kind,
                "fill": COLOURS[kind] if mark.status in _HAPPENED else "white",
                "href": f"/events/{mark.id[:SHORT]}",
                "said": f"{say.date(mark.date)}, {event_label(mark.type, mark.mode, say.interface)}, {say.status(mark.status)}",
            }
        )
    return found


def _line(mean: Sequence[tuple[str, float]], frame: tuple[str, str], axis: str) -> alt.Chart:
    values = [{"day": day, "mean": value} for day, value in mean]
    line = alt.Chart(alt.InlineData(values=values)).mark_line(
        color=_LINE, strokeWidth=1.6, opacity=0.75, interpolate="monotone", clip=True, point=len(values) == 1
    )
    return line.encode(x=_x("day", frame), y=_y("mean", axis))
