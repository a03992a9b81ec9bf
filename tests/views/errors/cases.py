"""An errors page from few words."""

from __future__ import annotations

from legation.dispatch import Dispatch, Span
from legation.evaluation import Gold, count, judge
from legation.views.errors import ErrorsPage, gather_errors


def page_of(events, reports, dispatch: Dispatch, *, unread=()) -> ErrorsPage:
    """The page for one dispatch, `a.txt`, whose sentences end at every full stop; `unread` documents have none."""
    gold = Gold({"a.txt": tuple(events)} | {name: tuple(events) for name in unread})
    judged = judge(gold, {"a.txt": reports})
    return gather_errors("gold.jsonl", judged, count(judged), {"a.txt": dispatch}, _sentences)


def _sentences(dispatch: Dispatch) -> list[Span]:
    found, at = [], 0
    for part in dispatch.text.split(". "):
        found.append(dispatch.span(at, at + len(part)))
        at += len(part) + 2
    return found
