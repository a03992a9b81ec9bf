"""Words cut to the room there is: what stands in the two pages for the hurried has a bounded length."""

from __future__ import annotations

from collections.abc import Sequence

from legation.dispatch import Span
from legation.views.wording import Quotation, quotation

NAME, PARTIES, SOURCE, POINT, QUOTE = 60, 100, 90, 170, 190
"""The most characters of a name, of the parties of an event, of who says so, of a disputed point, of a quotation."""
_TRIGGER = 80
_NAMES = 4
_ELLIPSIS = "…"


def cut(text: str, longest: int) -> str:
    """The text, or its beginning up to a word's end with an ellipsis; never more than `longest` characters."""
    if len(text) <= longest:
        return text
    begun = text[: longest - 1]
    space = begun.rfind(" ")
    return (begun[:space] if space > longest // 2 else begun).rstrip(" ,;") + _ELLIPSIS


def short_quotation(before: str, trigger: str, after: str, longest: int = QUOTE) -> Quotation:
    """The quotation cut around its trigger; some characters more than `longest` at most, for the ellipses."""
    trigger = cut(trigger, _TRIGGER)
    text = before + trigger + after
    at = len(before)
    found = quotation(Span(text, 0, len(text)), Span(trigger, at, at + len(trigger)), longest)
    return found if found.trigger else Quotation(cut(text, longest), "", "")


def parties(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """Who with or against whom: "Russia → Venezuela"; of many only the first few, and how many more."""
    acting, receiving = _few(actors), _few(recipients)
    return cut(f"{acting} → {receiving}" if acting and receiving else acting or f"→ {receiving}", PARTIES)


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMES
    return ", ".join(names[:_NAMES]) + (f" (+{more})" if more > 0 else "")
