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
from legation.views.drawing import FRAME, TICKS, form_of, svg_of_form
from legation.views.web.charts import FONT, checked
from legation.views.web.phrases import KINDS, SHORT, phrases_in
from legation.views.wording import event_label

WIDTH, HEIGHT = 860, 260
_HAPPENED = ("occurred", "ongoing")
_WINDOWS, _LONG = (3, 13), 48
"""Months of the running mean: for a short time, and for one of more than so many months."""
_APART = 0.38
"""By how much marks of one day and intensity are moved, so that none hides another."""
_THICK = 0.55
"""Height of the bar of a span, in units of intensity."""
_MARGIN = {"left": 44, "top": 6, "right": 36, "bottom": 24}
"""Points around the field, for the labels: finding out how much they need takes as long as drawing them."""
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
    data = {"zero": [{"zero": 0}], **_values_of_marks(marks, language)}
    if mean := running_mean(months):
        data["mean"] = [{"day": day, "mean": value, "part": part} for day, value, part in mean]
    form = _form(tuple(name for name, values in data.items() if values), axis)
    svg = checked(svg_of_form(form, data, frame, phrases_in(language).interface))
    # The table behind the chart leads to the same events; a keyboard need not walk through hundreds of marks.
    return Markup(str(svg).replace("<a ", '<a tabindex="-1" '))


@lru_cache(maxsize=64)
def _form(there: tuple[str, ...], axis: str) -> str:
    """The timeline over the data that there are."""
    layers = {"zero": _zero, "spans": _spans, "days": _days, "mean": _line}
    chart = alt.layer(*(layers[name](axis) for name in there))
    chart = chart.properties(width=WIDTH, height=HEIGHT, background="transparent", padding=_MARGIN, autosize="none")
    chart = chart.configure(font=FONT)
    return form_of(chart.configure_view(stroke=None).to_dict(validate=False))


def window_of(months: Sequence[MonthCount]) -> int:
    """Months of the running mean: more of them over a long time."""
    numbers = [_number_of(one.month) for one in months]
    return _WINDOWS[bool(numbers) and max(numbers) - min(numbers) > _LONG]


def running_mean(months: Sequence[MonthCount]) -> list[tuple[str, float, int]]:
    """The middle of each month, the mean intensity around it, and which part of the line it is in.

    Every event weighs the same; a part ends where nothing is told for longer than the window.
    """
    half = window_of(months) // 2
    total: dict[int, float] = {}
    number: dict[int, int] = {}
    for one in months:
        at = _number_of(one.month)
        total[at] = total.get(at, 0.0) + one.events * one.intensity
        number[at] = number.get(at, 0) + one.events
    found: list[tuple[str, float, int]] = []
    part, before = 0, None
    there = {other for month in number for other in range(month - half, month + half + 1)}
    for at in sorted(other for other in there if min(number) <= other <= max(number)):
        near = [other for other in range(at - half, at + half + 1) if other in number]
        mean = sum(total[other] for other in near) / sum(number[other] for other in near)
        part += before is not None and at > before + 1
        before = at
        found.append((f"{at // 12:04d}-{at % 12 + 1:02d}-15", round(mean, 2), part))
    return found


def _number_of(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _frame(marks: Sequence[Mark], period: Period) -> tuple[str, str]:
    """First and last day drawn, with some room."""
    first = period.since or min(mark.first for mark in marks)
    last = period.until or max(mark.last for mark in marks)
    low, high = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    room = max((high - low) // 50, 3)
    return _day(low - room), _day(high + room)


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def _x(field: str) -> alt.X:
    axis = alt.Axis(
        title=None, grid=False, tickCount=TICKS, labelOverlap="greedy", labelFontSize=12, tickColor=_SOFT,
        domain=False, labelFlush=False,
    )  # fmt: skip
    return alt.X(f"{field}:T", axis=axis, scale=alt.Scale(type="utc", domain=list(FRAME)))


def _y(field: str, title: str) -> alt.Y:
    axis = alt.Axis(
        title=title, values=[-10, -5, 0, 5, 10], labelExpr="datum.value % 10 ? '' : datum.label", labelFontSize=12,
        titleFontSize=12, titleFontWeight="normal", domain=False, ticks=False, gridColor="#ddd",
    )  # fmt: skip
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[-11, 11]))


def _zero(axis: str) -> alt.Chart:
    zero: alt.Chart = alt.Chart(alt.NamedData("zero")).mark_rule(size=1).encode(y="zero:Q")
    return zero


def _encoded(axis: str) -> dict[str, Any]:
    """What marks of days and of spans have in common: filled when it happened, hollow when it was only announced,
    considered or denied.
    """
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return {
        "y": _y("height", axis),
        "fill": alt.Fill("fill:N", scale=None),
        "stroke": alt.Stroke("kind:N", scale=scale, legend=None),
        "href": alt.Href("href:N"),
        "description": alt.Description("said:N"),
    }


def _spans(axis: str) -> alt.Chart:
    bars = alt.Chart(alt.NamedData("spans")).mark_rect(clip=True, strokeWidth=1, fillOpacity=0.5)
    ends = {"x": _x("first"), "x2": alt.X2("end:T"), "y2": alt.Y2("low:Q")}
    found: alt.Chart = bars.encode(**_encoded(axis), **ends)
    return found


def _days(axis: str) -> alt.Chart:
    dots = alt.Chart(alt.NamedData("days")).mark_circle(size=80, clip=True, strokeWidth=1.6, fillOpacity=0.85)
    found: alt.Chart = dots.encode(x=_x("first"), **_encoded(axis))
    return found


def _values_of_marks(marks: Sequence[Mark], language: str) -> dict[str, list[dict[str, Any]]]:
    """Spans, drawn as bars, and days, drawn as dots."""
    values = _values(marks, language)
    return {
        "spans": [value for value in values if value["first"] != value["last"]],
        "days": [value for value in values if value["first"] == value["last"]],
    }


def _values(marks: Sequence[Mark], language: str) -> list[dict[str, Any]]:
    say = phrases_in(language)
    seen: dict[tuple[str, float], int] = {}
    found = []
    for mark in marks:
        before = seen[mark.first, mark.intensity] = seen.get((mark.first, mark.intensity), -1) + 1
        kind, span = KINDS[mark.quad], mark.first != mark.last
        label = event_label(mark.type, mark.mode, say.interface)
        height = min(max(mark.intensity + _APART * ((before + 1) // 2) * (-1) ** before, -11), 11)
        found.append(
            {
                "first": mark.first,
                "last": mark.last,
                "end": _day(date.fromisoformat(mark.last).toordinal() + 1),
                "height": height + (_THICK / 2 if span else 0),
                "low": height - _THICK / 2,
                "kind": kind,
                "fill": COLOURS[kind] if mark.status in _HAPPENED else "white",
                "href": f"/events/{mark.id[:SHORT]}",
                "said": f"{say.date(mark.date)}, {label}, {say.status(mark.status)}",
            }
        )
    return found


def _line(axis: str) -> alt.Chart:
    chart = alt.Chart(alt.NamedData("mean")).mark_line(
        color=_LINE, strokeWidth=1.6, opacity=0.75, interpolate="monotone", clip=True, aria=False
    )
    line: alt.Chart = chart.encode(x=_x("day"), y=_y("mean", axis), detail="part:N")
    return line
