"""The map of the world: how much each state takes part in, a state being a link to its page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
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
_NAMELESS = re.compile(r'role="graphics-symbol" aria-roledescription="shape mark container"')
"""What Vega says of the shapes that have no description."""
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


def draw_map(counts: Sequence[StateCount], language: str) -> Markup | None:
    """The SVG; None when the map is not built in, or nobody takes part."""
    limits = steps(counts)
    shades = tuple(sorted((one.code, sum(one.events >= limit for limit in limits) - 1) for one in counts))
    return _drawn(shades, language) if shades and _MAP.is_file() else None


@lru_cache(maxsize=16)
def _drawn(shades: tuple[tuple[str, int], ...], language: str) -> Markup:
    """The map of these shades: new numbers seldom change it."""
    world = _shaded(json.loads(_MAP.read_bytes()), dict(shades), language)
    # Altair copies and checks what stands in a chart; the world is put in afterwards.
    data = alt.NamedData(name="world", format=alt.TopoDataFormat(type="topojson", feature="countries"))
    others = alt.Chart().mark_geoshape(stroke=_BORDER, strokeWidth=0.5, fill=_NOTHING, aria=False)
    others = others.transform_filter("!datum.properties.href")
    active = alt.Chart().mark_geoshape(stroke=_BORDER, strokeWidth=0.5).transform_filter("datum.properties.href")
    active = active.encode(
        fill=alt.Fill("properties.fill:N", scale=None),
        href=alt.Href("properties.href:N"),
        description=alt.Description("properties.said:N"),
    )
    chart = alt.layer(others, active, data=data).project("naturalEarth1")
    chart = chart.properties(width=WIDTH, height=HEIGHT, background="transparent").configure(font=FONT)
    spec: dict[str, Any] = chart.configure_view(stroke=None).to_dict(validate=False)
    spec["datasets"] = {"world": world}
    svg = svg_of(spec, phrases_in(language).interface)
    svg = Markup(_NAMELESS.sub('aria-hidden="true"', str(svg)))  # land without events is background, not a picture
    return Markup(str(svg).replace("<a ", '<a tabindex="-1" '))  # the table behind the map leads to the same pages


def _shaded(world: dict[str, Any], shades: Mapping[str, int], language: str) -> dict[str, Any]:
    """The topology with the colour, the link and the name of each shape that has a shade."""
    say, kept = phrases_in(language), []
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape.get("properties", {}).get("name", "")
        if name in _UNDRAWN:
            continue
        code = code_of(shape.get("id"), name)
        shape["properties"] = {}
        if code and code in shades:
            shape["properties"] = {"fill": SHADES[shades[code]], "href": f"/states/{code}", "said": say.party(code)}
        kept.append(shape)
    world["objects"]["countries"]["geometries"] = kept
    return world


def code_of(numeric: str | None, name: str) -> str | None:
    """The code of the state whose shape this is."""
    shapes = load_shapes()
    return shapes.numeric.get(numeric) if numeric else shapes.named.get(name)
