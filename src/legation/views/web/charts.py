"""Charts as SVG to stand in a page: presentation attributes only, as the page's policy wants, links inside."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from legation.views.drawing import drawn, fluid
from legation.views.wording import Interface

FONT = "Liberation Sans, Arial, sans-serif"
_BASE = re.compile(r'xlink:href="https://vega\.github\.io/vega-datasets/+')
"""What Vega's loader puts before an address that names no host."""


def svg_of(spec: dict[str, Any], interface: Interface) -> Markup:
    """The drawing of a Vega-Lite chart (`altair.Chart.to_dict()`), without fixed size.

    Marks may have a `href` to a page of ours, beginning with `/`. Texts in it come out escaped; it holds no styles.

    Raises:
        ValueError: the chart cannot be drawn, or links to another host.
    """
    import vl_convert  # noqa: PLC0415  starts a runtime of its own

    return checked(drawn(vl_convert.vegalite_to_svg, spec, interface))


def checked(svg: str) -> Markup:
    """A drawing as it may stand in a page.

    Raises:
        ValueError: it links to another host, or holds what the page's policy forbids.
    """
    svg = _BASE.sub('href="/', svg)
    if "xlink:href=" in svg or re.search(r"<(script|style|foreignObject|image)\b|\s(style|on\w+)=", _tags(svg)):
        raise ValueError("a chart may only link to pages of ours and hold no styles")
    return Markup(fluid(svg))


def _tags(svg: str) -> str:
    """The markup without the values of attributes and without texts."""
    return " ".join(re.sub(r'="[^"]*"', "=", tag) for tag in re.findall(r"<[^>]*>", svg))
