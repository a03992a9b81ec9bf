"""What people judge, recorded: who and when, a field corrected, a pair decided."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from legation.event import Event
from legation.judgement import CorrectedField, Judgement, correction, on_pair
from legation.ledger import Ledger, LedgerError
from legation.merging import founded_by
from legation.merging.corrections import fault
from legation.report import Report
from legation.views.asking import party_codes

_NOTHING = "none"


class Corrected(NamedTuple):
    """An event before and after a correction, and the judgement that was recorded."""

    before: Event
    after: Event
    judgement: Judgement


def judge_name(given: str | None, name: str) -> str:
    """Who judges: the name given, else the login name; `name` is what the value is called where it is given.

    Raises:
        ValueError: none was given and the system knows none.
    """
    said = _login() if given is None else given
    if not said.strip():
        raise ValueError(f"{name}: say who judges")
    return said.strip()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def now(book: Ledger, reports: Iterable[Report]) -> str:
    """The time of a judgement on these reports, UTC, in the form of the judgement record, to the microsecond.

    The judgement made last counts, so the time is always later than those of the judgements that their dispatches have:
    a clock that was set back must not make a person's word count for nothing.
    """
    time = datetime.now(UTC)
    last = book.last_judged({report.dispatch.id for report in reports})
    if last is not None:
        with suppress(ValueError, OverflowError):  # a time of no calendar, taken in from somewhere
            time = max(time, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return time.isoformat(timespec="microseconds").replace("+00:00", "Z")


def correct_event(
    book: Ledger, event: Event, field: CorrectedField, value: str | None, reason: str, *, by: str
) -> Corrected:
    """Corrects a field of an event and brings the events up to date; `value` as people write it, None for unknown.

    Raises:
        ValueError: the value makes no sense for the field, or no reason is given; one line.
        LedgerError: the ledger failed.
    """
    right = in_form(field, value)
    if wrong := fault(field, right, event.type):
        raise ValueError(wrong)
    founding = founding_report(book, event)
    made = correction(founding, field, right, reason.strip(), by=by, at=now(book, [founding]))
    book.judge(made)
    book.update_events()
    return Corrected(event, book.event(event.id) or event, made)


def founding_report(book: Ledger, event: Event) -> Report:
    """The report that founds the event, by which it is known for good.

    Raises:
        LedgerError: it is not there, or the ledger failed.
    """
    ids = sorted(event.reports, key=lambda report: founded_by(report.id) != event.id)
    found = book.report(ids[0].id)
    if found is None:
        raise LedgerError(f"event {event.id}: its report {ids[0].id} is not there")
    return found


def judge_pairs(
    book: Ledger, pairs: Iterable[tuple[Report, Report]], answer: Literal["same", "different", "later"], *, by: str
) -> None:
    """Records one answer on pairs of reports, all or none, and brings the events up to date.

    Raises:
        ValueError: nobody is named, or the name is too long.
        LedgerError: the ledger failed.
    """
    pairs = list(pairs)
    at = now(book, (report for pair in pairs for report in pair))
    book.take_judgements([on_pair(a, b, answer, by=by, at=at) for a, b in pairs])
    book.update_events()


def in_form(field: CorrectedField, value: str | None) -> str | None:
    """A value as a judgement holds it: codes for names, types in capitals, None for "none".

    Raises:
        ValueError: a state or organisation is unknown.
    """
    value = _NOTHING if value is None else value.strip()
    if value.casefold() == _NOTHING:
        return None
    if field in ("actors", "recipients"):
        return ", ".join(party_codes(part.strip() for part in value.split(",") if part.strip()))
    if field == "place":
        named = re.fullmatch(r"([^()]*\S)\s*\(([^()]+)\)", value)
        return f"{named[1]} ({party_codes([named[2]])[0]})" if named else party_codes([value])[0]
    if field == "type":
        return value.upper()
    return value.lower() if field in ("status", "mode") else value
