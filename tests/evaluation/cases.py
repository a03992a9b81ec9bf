"""Gold events and reports for the tests of evaluation, by few words."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.dispatch import Dispatch, Span
from legation.evaluation import GoldEvent
from legation.report import Report
from record_builders import make_dispatch, make_report

TEXT = "Moscou a rencontré Caracas. " + "Il faisait beau. " * 16 + "Paris accuse La Havane de retard."
"""Two sentences with events, further apart than what counts as near."""
FIRST, SECOND = "Moscou a rencontré Caracas.", "Paris accuse La Havane de retard."


def gold_event(trigger: str = "rencontré", **said: Any) -> GoldEvent:
    """A meeting of Russia and Venezuela in the first sentence of `TEXT`; `said` changes it."""
    usual: dict[str, Any] = {
        "document": "a.txt", "type": "CONSULT", "status": "occurred", "trigger": trigger,
        "trigger_start": TEXT.find(trigger), "actors": ("RUS",), "recipients": ("VEN",), "salience": "main",
    }  # fmt: skip
    return GoldEvent(**(usual | said))


def told(type_: str = "CONSULT", sentence: str = FIRST, trigger: str = "rencontré", **said: Any) -> Report:
    """A report of the first sentence of `TEXT`."""
    return make_report(dispatch(), type_, sentence=sentence, trigger=trigger, **said)


def accused(**said: Any) -> Report:
    """A report of the second sentence."""
    return told("ACCUSE", SECOND, "accuse", actors="FRA", recipients="CUB", **said)


def dispatch(text: str = TEXT, source: str = "in/a.txt") -> Dispatch:
    """A dispatch that holds `TEXT`."""
    return make_dispatch(text, source)


def mentioned_at(report: Report, *starts: int) -> Report:
    """The report with one-letter mentions at these offsets."""
    return msgspec.structs.replace(report, mentions=tuple(Span("x", start, start + 1) for start in starts))
