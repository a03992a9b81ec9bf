"""Fixtures: exports of ledgers made of a few reports."""

from __future__ import annotations

import io

import pytest

from legation.ledger import Question, open_ledger
from legation.views.exports import write
from record_builders import make_dispatch, make_report

NASTY = (
    '=HYPERLINK("http://x") \x00\x0b\x1b[31m\u202eeuqsilop\ufffe\tune\ttabulation\nune ligne]]> <b>&amp; "; '
    "BEGIN:VEVENT\r\nUID:x Lavrov arrive."
)


@pytest.fixture
def ledger_of(tmp_path):
    """Makes a ledger of dispatches with their reports; gives its path."""

    def make(items, name="made.db"):
        with open_ledger(tmp_path / name) as ledger:
            ledger.keep(items)
            ledger.update_events()
        return tmp_path / name

    return make


@pytest.fixture
def exported():
    """The bytes of a format, for a ledger and a question, with what `write` says of them."""

    def run(path, name, language="en", **asked):
        stream = io.BytesIO()
        with open_ledger(path) as ledger:
            written = write(name, ledger, Question(**asked), stream, language=language)
        return stream.getvalue(), written

    return run


@pytest.fixture
def nasty_file(ledger_of):
    """Every text of the event tries to break a form."""
    dispatch = make_dispatch(NASTY, "=1+1\t\u202e\x00\nhttp://x", "2020-03-01", outlet='+x\t"\n\x0c\ud7ff')
    reports = [
        make_report(
            dispatch,
            actors=f"RUS:@{NASTY[:60].replace(':', '')}:-1+1\t\x1b",
            status=status,
            date="2020-03-01",
            place="VEN",
        )
        for status in ("occurred", "planned")
    ]
    return ledger_of([(dispatch, reports)])
