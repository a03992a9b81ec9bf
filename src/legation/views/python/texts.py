"""Texts at hand, read: `legation.read` and `legation.read_many`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Literal, TypedDict

from legation import walk
from legation.dispatch import Dispatch, text_id
from legation.intake import FoundText, Refusal
from legation.report import Report
from legation.views.python.results import Reports
from legation.views.python.shown import shown_dispatch
from legation.walk import ReaderSet, Wanted
from legation.when import is_edtf

Faulty = Literal["raise", "keep"]
_SCOPES = ("international", "all")


class TextFields(TypedDict, total=False):
    """A text with what is known of it; only `text` must be there."""

    text: str
    title: str | None
    published: str | date | None
    outlet: str | None
    source: str | None
    language: str | None


Text = str | TextFields | Mapping[str, object]
FIELDS = ("title", "published", "outlet", "source", "language")


class ReadReports(Reports):
    """The reports of one text that was just read, with the dispatch it became.

    `refused` says why it was not read (then there is no dispatch), else it is None.
    """

    def __init__(self, reports: Iterable[Report], dispatch: Dispatch | None, refused: str | None = None) -> None:
        super().__init__(reports)
        self.dispatch = shown_dispatch(dispatch) if dispatch else None
        self.refused = refused


def read(
    text: str,
    *,
    title: str | None = None,
    published: str | date | None = None,
    outlet: str | None = None,
    source: str | None = None,
    language: str | None = None,
    scope: Wanted = "international",
) -> ReadReports:
    """Reads one text. The first call loads the parser, about two seconds; for many texts `read_many` is faster.

    Args:
        text: the text of a dispatch; offsets of the reports count in it.
        title: its headline, where the text does not hold it.
        published: the day it came out: a date, or EDTF such as "2020-02-08" or "2020-02"; words such as "vendredi"
            count from it. Without it, the day that the text gives itself.
        outlet: who published it.
        source: its address or name, to find it again.
        language: ISO 639-1; found out if not given.
        scope: "international", or "all" for events within one state too.

    Raises:
        ValueError: the text cannot be read (empty, no language pack, too long), or an argument makes no sense.
    """
    fields: TextFields = {
        "text": text, "title": title, "published": published, "outlet": outlet, "source": source, "language": language
    }  # fmt: skip
    return next(_readings([found_text(fields, "text")], scope, "raise"))


def read_many(
    texts: Iterable[Text], *, scope: Wanted = "international", errors: Faulty = "raise"
) -> Iterator[ReadReports]:
    """Reads many texts, 32 at a time, and gives the reports of each, in order. `texts` may be endless.

    Args:
        texts: texts, or dictionaries with `text` and any of the other arguments of `read`.
        scope: as for `read`.
        errors: "raise", or "keep": what cannot be read gives no reports, and `refused` says why.

    Raises:
        ValueError: a text cannot be read (with "raise"; named by its number from 0), or an argument makes no sense.
    """
    if errors not in ("raise", "keep"):
        raise ValueError(f"errors: unknown {errors!r} (there are: raise, keep)")
    return _readings((found_text(one, f"text {number}") for number, one in enumerate(texts)), scope, errors)


def _readings(found: Iterable[FoundText], scope: Wanted, errors: Faulty) -> Iterator[ReadReports]:
    for step in walk.walk_texts(found, languages(), scope=checked_scope(scope)):
        if isinstance(step, walk.Reading):
            yield ReadReports(step.reports, step.dispatch)
        elif isinstance(step, Refusal):
            if errors == "raise":
                raise ValueError(str(step))
            yield ReadReports((), None, step.reason)


def checked_scope(scope: Wanted) -> Wanted:
    """The scope, if there is such a one.

    Raises:
        ValueError: there is not.
    """
    if scope not in _SCOPES:
        raise ValueError(f"scope: unknown {scope!r} (there are: {', '.join(_SCOPES)})")
    return scope


@cache
def languages() -> ReaderSet:
    """The readers, loaded once a process."""
    return walk.ReaderSet()


def found_text(given: Text, label: str) -> FoundText:
    """A text as intake takes it; `label` names it where something is wrong.

    Raises:
        ValueError: a field is unknown or has a wrong value.
    """
    if isinstance(given, str):
        given = {"text": given}
    if not isinstance(given, Mapping):
        raise ValueError(f"{label}: a text or a dictionary is wanted, not {type(given).__name__}")
    if unknown := [repr(name) for name in given if name not in ("text", *FIELDS)]:
        raise ValueError(f"{label}: unknown field {', '.join(unknown)} (there are: text, {', '.join(FIELDS)})")
    text = given.get("text")
    if not isinstance(text, str):
        raise ValueError(f"{label}: text is wanted, not {type(text).__name__}")
    fields = {name: _words(given.get(name), f"{label}: {name}") for name in FIELDS if name != "published"}
    source = fields["source"]
    return FoundText(
        text, source or f"text-{text_id(text)}", label, title=fields["title"],
        url=source if source and "://" in source else None,
        published=_published(given.get("published"), f"{label}: published"), outlet=fields["outlet"],
        language=fields["language"],
    )  # fmt: skip


def _words(value: object, name: str) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{name}: text is wanted, not {type(value).__name__}")
    return " ".join(value.replace("\0", " ").split()) or None


def _published(value: object, name: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    said = _words(value, name) or ""
    try:
        return said if is_edtf(said) else datetime.fromisoformat(said).date().isoformat()
    except ValueError:
        raise ValueError(f"{name}: not a date: {said!r} (give 2020, 2020-02 or 2020-02-08)") from None
