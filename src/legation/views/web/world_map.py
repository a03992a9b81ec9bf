"""The map of the world: how much each state takes part in, a state being a link to its page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import altair as alt
import msgspec
from markupsafe import Markup

from legation.ledger import StateCount
from legation.views.web.charts import FONT, svg_of
from legation.views.web.phrases import phrases_in

WIDTH, HEIGHT = 860, 420
SHADES = ("#c6d9ea", "#93b8d8", "#5e93bf", "#2f6690", "#173f60")
"""From little to much; `.shade-0` and on in desk.css."""
_NOTHING, _BORDER = "#eeece6", "#ffffff"
_UNDRAWN = ("Antarctica",)
_MAP = files("legation") / "views" / "web" / "static" / "vendor" / "countries-110m.json"


class Shapes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes of states by what the shapes of the map are called: ISO 3166-1 numeric codes, else names."""

    numeric: dict[str, str]
    named: dict[str, str]


@cache
def load_shapes() -> Shapes:
    """The table that ships with the package.

    Raises:
        msgspec.ValidationError: it has a wrong form.
    """
    return msgspec.toml.decode((files("legation") / "data" / "map.toml").read_bytes(), type=Shapes)


def steps(counts: Sequence[StateCount]) -> tuple[int, ...]:
    """The least number of events of each shade: powers of one number, from 1 to the most."""
    most = max((one.events for one in counts), default=0)
    found = [1]
    for number in range(1, len(SHADES)):
        found.append(max(round(most ** (number / len(SHADES))), found[-1] + 1))
    return tuple(step for step in found if step <= max(most, 1))


@lru_cache(maxsize=16)
def draw_map(counts: tuple[StateCount, ...], language: str, events: tuple[str, str]) -> Markup | None:
    """The SVG; None when the map is not built in, or nobody takes part. `events` are the forms of "{n} events"."""
    if not counts or not _MAP.is_file():
        return None
    world = _shaded(json.loads(_MAP.read_bytes()), counts, language, events)
    data = alt.InlineData(values=world, format=alt.TopoDataFormat(type="topojson", feature="countries"))
    shapes = alt.Chart().mark_geoshape(stroke=_BORDER, strokeWidth=0.5)
    others = shapes.encode(fill=alt.value(_NOTHING)).transform_filter("!datum.properties.href")
    active = shapes.transform_filter("datum.properties.href").encode(
        fill=alt.Fill("properties.fill:N", scale=None),
        href=alt.Href("properties.href:N"),
        description=alt.Description("properties.said:N"),
    )
    chart = alt.layer(others, active, data=data).project("naturalEarth1")
    chart = chart.properties(width=WIDTH, height=HEIGHT, background="transparent").configure(font=FONT)
    svg = svg_of(chart.configure_view(stroke=None).to_dict(), phrases_in(language).interface)
    return Markup(str(svg).replace("<a ", '<a tabindex="-1" '))  # the table behind the map leads to the same pages


def _shaded(
    world: dict[str, Any], counts: Sequence[StateCount], language: str, events: tuple[str, str]
) -> dict[str, Any]:
    """The topology with the colour, the link and the words of each shape."""
    say, number = phrases_in(language), {one.code: one.events for one in counts}
    limits, kept = steps(counts), []
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape.get("properties", {}).get("name", "")
        if name in _UNDRAWN:
            continue
        code = code_of(shape.get("id"), name)
        there = number.get(code or "", 0)
        shade = sum(there >= limit for limit in limits) - 1
        shape["properties"] = {}
        if code and there:
            said = f"{say.party(code)}{say.interface.colon}{say.counted(events, there)}"
            shape["properties"] = {"fill": SHADES[shade], "href": f"/states/{code}", "said": said}
        kept.append(shape)
    world["objects"]["countries"]["geometries"] = kept
    return world


def code_of(numeric: str | None, name: str) -> str | None:
    """The code of the state whose shape this is."""
    shapes = load_shapes()
    return shapes.numeric.get(numeric) if numeric else shapes.named.get(name)
