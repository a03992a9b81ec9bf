"""Activity by month and quad class: a chart, and the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from legation.ledger import MonthCount
from legation.views.brief.chart import draw
from legation.views.brief.contents import Bar, Months
from legation.views.web.charts import checked
from legation.views.web.phrases import KINDS, phrases_in

_LONGEST = 120
"""Months beyond which bars stand for years."""


@lru_cache(maxsize=64)
def draw_months(months: tuple[MonthCount, ...], language: str) -> Markup | None:
    """The SVG: cooperation above the line, conflict below; None when there is nothing to draw."""
    unit = unit_of(months)
    bars = tuple(Bar(_first_day(when), when, quad, number) for when, quad, number in _counted(months, unit))
    svg = draw(Months(unit, bars, ()), phrases_in(language).interface)
    return checked(svg) if svg else None


def unit_of(months: Sequence[MonthCount]) -> str:
    """Whether bars stand for a `month` or, over a long time, for a `year`."""
    years = [int(one.month[:4]) for one in months]
    return "year" if years and (max(years) - min(years)) * 12 > _LONGEST else "month"


def table_of(months: Sequence[MonthCount], language: str) -> list[tuple[str, ...]]:
    """Rows, the newest first: when, and how many events of each quad class in the order of `KINDS`."""
    say = phrases_in(language)
    rows: dict[str, dict[str, int]] = {}
    for when, quad, number in _counted(months, unit_of(months)):
        rows.setdefault(when, {})[quad] = number
    return [(say.date(when), *(str(rows[when].get(quad, 0)) for quad in KINDS)) for when in sorted(rows, reverse=True)]


def _counted(months: Sequence[MonthCount], unit: str) -> list[tuple[str, str, int]]:
    found: dict[tuple[str, str], int] = {}
    for one in months:
        key = (one.month[:4] if unit == "year" else one.month, one.quad)
        found[key] = found.get(key, 0) + one.events
    return [(when, quad, number) for (when, quad), number in sorted(found.items())]


def _first_day(when: str) -> str:
    return f"{when}-01-01" if len(when) == 4 else f"{when}-01"
