"""The words that records quote, held against the text of their dispatch."""

from __future__ import annotations

from collections.abc import Iterator

from legation.dispatch import Dispatch
from legation.report import Report

Quote = tuple[str, str, int, int]
"""What quotes, the words, and where in the text they are said to stand."""


def unquoted(quotes: Iterator[Quote], text: str) -> Iterator[str]:
    """Of these the ones whose words do not stand there, each in a few words."""
    for what, words, start, end in quotes:
        if not 0 <= start <= end <= len(text) or text[start:end] != words:
            yield f"{what} {words[:40]!r} at {start}"


def of_dispatch(dispatch: Dispatch) -> Iterator[Quote]:
    """What the record of a reading quotes."""
    if dispatch.own_date and (span := dispatch.own_date.span):
        yield "date", span.text, span.start, span.end
    for credit in dispatch.credits:
        if span := credit.span:
            yield "credit", span.text, span.start, span.end


def of_report(report: Report) -> Iterator[Quote]:
    """What a report quotes."""
    yield "sentence", report.sentence.text, report.sentence.start, report.sentence.end
    yield "trigger", report.trigger.text, report.trigger.start, report.trigger.end
    for span in report.mentions:
        yield "mention", span.text, span.start, span.end
    for one in (*report.actors, *report.recipients):
        yield "party", one.text, one.start, one.end
    for held in (report.place, report.date_basis):
        if held is not None:
            yield "place" if held is report.place else "date", held.text, held.start, held.end
    for link in report.attribution:
        if link.start is not None and link.end is not None:
            yield "source", link.text, link.start, link.end
