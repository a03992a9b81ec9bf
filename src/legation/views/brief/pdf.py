"""The brief as PDF, set by typst with the fonts it brings along, so that the same ledger gives the same bytes anywhere.

Words of dispatches reach the template as data (a file of JSON), never as typst source: nothing in them is code.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import msgspec
import typst
from anyascii import anyascii

from legation.views.brief.chart import COLOURS, draw
from legation.views.brief.contents import Brief
from legation.views.brief.entries import KINDS
from legation.views.escaping import visible

_FONTS = '#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"))\n'
_PROBE = _FONTS + '#set document(title: "x")\n#for sign in json("data.json") [#par(sign)]\n'
_MISSING = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))"` could not be displayed')
_COMMON = 0x250
"""Code points below are in the fonts, or are written out as unseen."""


def write_pdf(brief: Brief) -> bytes:
    """The file, A4, PDF/UA-1. Signs that the fonts lack are transliterated between ‹ and ›.

    Raises:
        typst.TypstError: the document cannot be set.
    """
    chart = draw(brief.months, brief.interface)
    data = _shown(msgspec.to_builtins(brief))
    data |= {"title": _shown(brief.title), "kinds": KINDS, "colours": COLOURS, "chart": chart is not None}
    lacking = _lacking({sign for sign in msgspec.json.encode(data).decode() if ord(sign) >= _COMMON})
    template = (files("legation") / "views" / "brief" / "page.typ").read_text("utf-8")
    sources = {
        "main.typ": (_FONTS + template).encode(),
        "data.json": msgspec.json.encode(_replaced(data, lacking)),
        "chart.svg": (chart or "").encode(),
    }
    return _compiled(sources)


def _compiled(sources: dict[str, bytes]) -> bytes:
    given: Any = sources  # typst takes files by name, which its stubs do not say
    done: bytes = typst.compile(given, format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1"], timestamp=0)
    return done


def _shown(value: Any) -> Any:  # noqa: ANN401  JSON
    """All strings with unseen characters written out."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, (list, tuple)) else value


def _lacking(signs: set[str]) -> frozenset[str]:
    """Those of the signs that the fonts cannot show, as typst itself says when it must show all."""
    probe = {"main.typ": _PROBE.encode(), "data.json": msgspec.json.encode(sorted(signs))}
    try:
        _compiled(probe)
    except typst.TypstError as error:
        found = {chr(int(code, 16)) if code else sign for code, sign in _MISSING.findall(error.diagnostic)}
        return frozenset(found & signs)
    return frozenset()


def _replaced(value: Any, lacking: frozenset[str]) -> Any:  # noqa: ANN401  JSON
    """All strings with runs of signs that cannot be shown as ‹their transliteration›, else as their code points."""
    if not lacking:
        return value
    if isinstance(value, dict):
        return {key: _replaced(one, lacking) for key, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, lacking) for one in value]
    if not isinstance(value, str):
        return value
    run = f"[{re.escape(''.join(sorted(lacking)))}]+"
    return re.sub(run, lambda m: f"‹{''.join(anyascii(c) or f'U+{ord(c):04X} ' for c in m[0]).strip()}›", value)
