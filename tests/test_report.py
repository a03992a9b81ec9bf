"""The public form of a report: its names and their order are a promise."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dispatch import Span
from legation.report import (
    Attribution,
    DateBasis,
    DispatchRef,
    Participant,
    Place,
    Promise,
    Report,
    decode,
    encode,
)

FIELDS = [
    "version", "id", "dispatch", "type", "mode", "contexts", "status", "actors", "recipients", "scope", "salience",
    "date", "date_basis", "place", "attribution", "trigger", "mentions", "sentence", "quad", "intensity",
    "confidence", "why", "promised", "postponed",
]  # fmt: skip
PARTS = {
    "dispatch": ["id", "source", "title", "outlet", "language", "published"],
    "date_basis": ["text", "start", "end", "from"],
    "place": ["code", "name", "text", "start", "end"],
    "trigger": ["text", "start", "end"],
    "sentence": ["text", "start", "end"],
    "promised": ["type", "due"],
}
PARTICIPANT = ["code", "sector", "person", "office", "text", "start", "end"]
ATTRIBUTION = ["kind", "name", "code", "text", "start", "end"]


def report(**said):
    full = {
        "version": 1, "id": "a1", "dispatch": DispatchRef("d1", "a.txt", None, "Feuille", "fr", "2020-02"),
        "type": "CONSULT", "mode": "visit", "contexts": ("diplomatic",), "status": "occurred",
        "actors": (Participant("RUS", "GOV", "Sergueï Lavrov", "ministre", "Lavrov", 0, 6),), "recipients": (),
        "scope": "international", "salience": "main", "date": "2020-02-07",
        "date_basis": DateBasis("vendredi", 10, 18, "text"), "place": Place("VEN", "Venezuela", "Caracas", 20, 27),
        "attribution": (Attribution("agency", "Agence X", None, "Agence X", None, None),),
        "trigger": Span("reçu", 30, 34), "mentions": (Span("visite", 40, 46),), "sentence": Span("…", 0, 1),
        "quad": "verbal cooperation", "intensity": 4.0, "confidence": 0.8, "why": {"entry": "CONSULT:recevoir"},
        "promised": Promise("AID", "2020-05"), "postponed": False,
    }  # fmt: skip
    return Report(**{**full, **said})


def test_fields_have_the_names_and_the_order_of_the_form():
    plain = json.loads(encode(report()))
    assert list(plain) == FIELDS
    assert {name: list(plain[name]) for name in PARTS} == PARTS
    assert list(plain["actors"][0]) == PARTICIPANT
    assert list(plain["attribution"][0]) == ATTRIBUTION
    assert list(plain["mentions"][0]) == PARTS["trigger"]


def test_nothing_is_left_out_that_is_empty():
    plain = json.loads(
        encode(report(mode=None, date=None, date_basis=None, place=None, attribution=(), mentions=(), promised=None))
    )
    assert list(plain) == FIELDS
    assert [plain[name] for name in ("mode", "date", "date_basis", "place", "promised", "attribution")] == [
        None
    ] * 5 + [[]]


def test_a_line_has_no_line_end_and_keeps_its_letters():
    line = encode(report(sentence=Span("Ligne\nfin « é »", 0, 15)))
    assert b"\n" not in line
    assert "é".encode() in line


def test_what_is_read_is_what_was_written():
    assert decode(encode(report())) == report()


@pytest.mark.parametrize(
    "line",
    [b"{}", b"[]", b'{"version": 1}', encode(report()).replace(b'"occurred"', b'"maybe"'),
     encode(report()).replace(b'"main"', b'"side"'), encode(report()).replace(b'"start":30', b'"start":"30"')],
)  # fmt: skip
def test_a_line_of_another_form_is_refused(line):
    with pytest.raises(msgspec.ValidationError):
        decode(line)


WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
SPANS = st.builds(Span, WORDS, st.integers(0, 10**6), st.integers(0, 10**6))


@given(SPANS, st.none() | WORDS, st.floats(0, 1), st.lists(SPANS, max_size=3))
def test_any_report_comes_back(span, person, confidence, mentions):
    given_report = report(
        trigger=span, mentions=tuple(mentions), confidence=confidence,
        actors=(Participant("RUS", "GOV", person, None, span.text, span.start, span.end),),
    )  # fmt: skip
    assert decode(encode(given_report)) == given_report
    assert encode(decode(encode(given_report))) == encode(given_report)
