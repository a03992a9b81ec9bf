"""Setting of data by typst with the fonts it brings along, so that the same data give the same bytes anywhere.

Words of dispatches reach a template as data (a file of JSON), never as typst source: nothing in them is code.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import msgspec
import typst
from anyascii import anyascii

from legation.views.brief.shortening import NAME, PARTIES, POINT, SOURCE, cut, short_quotation
from legation.views.escaping import visible

_FONTS = '#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"))\n'
_PROBE = _FONTS + '#set document(title: "x")\n#for sign in json("data.json") [#par(sign)]\n'
_MISSING = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.))"` could not be displayed')
_COMMON = 0x250
"""Code points below are in the fonts, or are written out as unseen."""


_SHORT = {"date": NAME, "parties": PARTIES, "source": SOURCE, "due": NAME}
"""The room of the strings of a short entry."""
_LISTED = {"points": POINT, "outlet_names": NAME, "source_names": NAME}
"""The room of each string in these lists."""


def set_pdf(template: str, data: dict[str, Any], chart: str | None = None) -> bytes:
    """A PDF/UA-1 file of a template (`brief/page.typ`), which finds `data.json`, `chart.svg` and `parts.typ`.

    Unseen characters are written out; signs that the fonts lack are transliterated between ‹ and ›. Both make words
    longer, so that those of short entries are cut anew.

    Raises:
        typst.TypstError: the document cannot be set.
    """
    shown = _shown(data)
    lacking = _lacking({sign for sign in msgspec.json.encode(shown).decode() if ord(sign) >= _COMMON})
    views = files("legation") / "views"
    sources = {
        "main.typ": (_FONTS + views.joinpath(*template.split("/")).read_text("utf-8")).encode(),
        "parts.typ": (views / "brief" / "parts.typ").read_bytes(),
        "data.json": msgspec.json.encode(_short(_replaced(shown, lacking))),
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


def _short(value: Any) -> Any:  # noqa: ANN401  JSON
    """The short entries in the data with their strings cut to the room there is."""
    if isinstance(value, list):
        return [_short(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: _short(one) for key, one in value.items()}
    for key, longest in _LISTED.items():
        if key in found:
            found[key] = [cut(one, longest) for one in found[key]]
    if "headline" in found:
        found["due"] = cut(found.get("due", ""), NAME)
    if "quotation" in found and "backed" in found:  # a headline
        found |= {key: cut(found[key], longest) for key, longest in _SHORT.items() if key in found}
        quoted = found["quotation"]
        again = short_quotation(quoted["before"], quoted["trigger"], quoted["after"])
        found["quotation"] = msgspec.to_builtins(again)
    return found
