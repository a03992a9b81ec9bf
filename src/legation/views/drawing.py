"""What charts have in common, wherever they are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

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

    for stands, day in zip(FRAME, frame, strict=True):
        form = form.replace(stands, day)
    vega = json.loads(form)
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
