"""What charts have in common, wherever they are shown."""

from __future__ import annotations

import re

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
