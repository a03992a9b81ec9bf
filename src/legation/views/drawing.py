"""What charts have in common, wherever they are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import cycle
from typing import Any, Literal, NamedTuple

from legation.views.wording import Interface


def time_locale(interface: Interface) -> dict[str, object]:
    """d3's time locale in the words of the interface."""
    days = ["1", "2", "3", "4", "5", "6", "7"]  # never printed
    return {
        "dateTime": "%x %X", "date": "%d/%m/%Y", "time": "%H:%M", "periods": ["", ""], "days": days, "shortDays": days,
        "months": list(interface.dates.months), "shortMonths": list(interface.dates.months_short),
    }  # fmt: skip


def fluid(svg: str) -> str:
    """The SVG without fixed size, so that it fits a phone and a sheet of paper alike."""
    return re.sub(r'<svg ([^>]*?)width="[\d.]+" height="[\d.]+"', r"<svg \1", svg, count=1)


FRAME = "1066-10-14", "1815-06-18"
"""Days that stand in a form of a chart where its first and last days will."""


TICKS = {"interval": "year", "step": 1}
"""Stands in a form at the axis of time where its ticks will."""
_LABELS = 7
"""Stretches between the labels of an axis of time at most: each label has to be measured, which takes as long as
drawing a hundred marks.
"""
_FEW_DAYS, _MONTHS = 45, (1, 2, 3, 6)
_FORMATS = {"day": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}


class Ticks(NamedTuple):
    """Which days, months or years an axis names: each of which the number (day of the month, month, year) is a multiple
    of `step`, days counted from the first and months from January.
    """

    interval: Literal["day", "month", "year"]
    step: int


def ticks_between(first: str, last: str) -> Ticks:
    """The ticks of an axis from one day to another, both ISO 8601."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    months = (end.year - start.year) * 12 + end.month - start.month
    if (end - start).days <= _FEW_DAYS:
        return Ticks("day", -(-(end - start).days // _LABELS) or 1)
    for step in _MONTHS:
        if months <= _LABELS * step:
            return Ticks("month", step)
    step, factors = 1, cycle((2, 2.5, 2))  # 1, 2, 5, 10, 20 …
    while months > _LABELS * step * 12:
        step = round(step * next(factors))
    return Ticks("year", step)


def form_of(spec: Mapping[str, Any]) -> str:
    """A Vega-Lite chart over data that are named only, as a form to be filled: laid out once for all charts like it.

    Laying a chart out takes as long as drawing it.
    """
    import vl_convert  # noqa: PLC0415  starts a runtime of its own

    return json.dumps(vl_convert.vegalite_to_vega(dict(spec)))


def svg_of_form(
    form: str, data: Mapping[str, Sequence[Mapping[str, Any]]], frame: tuple[str, str], interface: Interface
) -> str:
    """The drawing of a form over data, by their names, between two days (ISO 8601)."""
    import vl_convert  # noqa: PLC0415

    days = dict(zip(FRAME, frame, strict=True))
    form = re.sub("|".join(FRAME), lambda stands: days[stands[0]], form)
    vega, ticks = json.loads(form), ticks_between(*frame)
    for axis in vega["axes"]:
        if axis.get("tickCount") == TICKS:
            axis |= {"tickCount": ticks._asdict(), "format": _FORMATS[ticks.interval]}
    for source in vega["data"]:
        if source["name"] in data:
            source["values"] = data[source["name"]]
    return drawn(vl_convert.vega_to_svg, vega, interface)


def drawn(convert: Callable[..., str], spec: Mapping[str, Any], interface: Interface) -> str:
    """The SVG that a function of vl-convert makes of a chart.

    Raises:
        ValueError: the chart cannot be drawn.
    """
    try:
        return convert(spec, time_format_locale=time_locale(interface))
    except ValueError:
        # What failed may answer the next call in its place (seen with 1.9): a drawing for nobody takes that answer.
        with suppress(ValueError):
            convert({"mark": "point", "marks": []})
        raise
