"""What a reader types to correct a field of an event, and what is wrong with it."""

from __future__ import annotations

from typing import NamedTuple, get_args

from legation import ontology
from legation.event import Event
from legation.judgement import FIELDS, LONGEST, CorrectedField
from legation.merging.corrections import fault, value_of
from legation.report import Status
from legation.views.judging import in_form
from legation.views.web import judges
from legation.views.web.words import Words


class Correction(NamedTuple):
    """A correction as typed; `faults` says what is wrong, by the name of the input."""

    field: str = ""
    value: str = ""
    unknown: bool = False
    reason: str = ""
    by: str = ""
    faults: dict[str, str] = {}  # noqa: RUF012  never changed

    @property
    def said(self) -> str | None:
        """The value as `legation correct` takes it; None for unknown."""
        return None if self.unknown else self.value.strip()

    def checked(self, event: Event, words: Words) -> Correction:
        """The correction with what is wrong with it, in the words of the page."""
        wrong: dict[str, str] = {}
        if self.field not in FIELDS:
            wrong["field"] = words.wrong_field
        elif not self.unknown and not self.value.strip():
            wrong["value"] = words.wrong_empty
        elif not self.unknown and (len(self.value) > LONGEST or "\0" in self.value):
            wrong["value"] = words.wrong_long.format(most=LONGEST)
        elif not _fits(self.field, self.said, event):
            wrong["value"] = _line(self, words)
        if not self.reason.strip():
            wrong["reason"] = words.wrong_reason
        elif len(self.reason) > LONGEST:
            wrong["reason"] = words.wrong_long.format(most=LONGEST)
        if line := name_fault(self.by, words):
            wrong["by"] = line
        return self._replace(faults=wrong)


def name_fault(name: str, words: Words) -> str | None:
    """What is wrong with the name of who judges."""
    if not name.strip():
        return str(words.wrong_name)
    return str(words.wrong_long.format(most=judges.LONGEST)) if len(name.strip()) > judges.LONGEST else None


def describe_fields(words: Words) -> list[tuple[str, str, str]]:
    """The fields that can be corrected: name, name in words, and how their values are written."""
    kinds = ontology.load().types
    known = {"status": ", ".join(get_args(Status)), "type": ", ".join(kinds)}
    return [(name, words.fields[name], words.hints[name].format(known=known.get(name, ""))) for name in FIELDS]


def current_values(event: Event) -> dict[str, str]:
    """What the event says in each field, as a correction would."""
    return {name: value_of(event, name) or "" for name in FIELDS}


def _fits(field: CorrectedField, value: str | None, event: Event) -> bool:
    try:
        return fault(field, in_form(field, value), event.type) is None
    except ValueError:
        return False


def _line(typed: Correction, words: Words) -> str:
    if typed.unknown or typed.value.strip().casefold() == "none":
        return str(words.wrong_unknown)
    kinds = ontology.load().types
    known = ", ".join(get_args(Status)) if typed.field == "status" else ", ".join(kinds)
    return str(words.wrong_values[typed.field].format(value=typed.value.strip()[:80], known=known))
