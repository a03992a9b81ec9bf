"""What the first reader of a page would wait for: templates, forms of charts, words, what the overview counts."""

from __future__ import annotations

from contextlib import suppress

from legation.ledger import Ledger, LedgerError, Mark, MonthCount
from legation.views import searching
from legation.views.web import rendering
from legation.views.web.activity import draw_months
from legation.views.web.remembering import activity_of
from legation.views.web.timeline import Period, draw_timeline
from legation.views.web.words import load_words
from legation.views.wording import interface_languages
from legation.views.wording.offices import load_office_words

_QUAD = "verbal cooperation"
_ENDS = ("2001-01-01", "2003-01-01", "2090-01-01")
"""Days: from the first to each of the others bars stand for other units of time."""


def prepare(ledger: Ledger) -> None:
    """Loads all of it, which takes some seconds; meant for a thread beside the server."""
    with suppress(LedgerError):  # the page will say it
        activity_of(ledger)
    rendering.prepare()
    load_office_words()
    for language in interface_languages():
        _draw(language)
    searching.prepare()


def _draw(language: str) -> None:
    """A chart of each form that is common: all of its parts, over years and many years."""
    axis = load_words(language, "relations").axis
    first = _ENDS[0]
    for end in _ENDS[1:]:
        days = ((first, first), (end, end), (first, end))
        marks = tuple(Mark("0", "CONSULT", None, "occurred", _QUAD, 1.0, a, a, b) for a, b in days)
        months = tuple(MonthCount(day[:7], _QUAD, 1, 1.0) for day in (first, end))
        draw_timeline(marks, months, Period(), axis, language)
        draw_months(months, language)
