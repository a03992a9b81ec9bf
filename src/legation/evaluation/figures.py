"""The figures of an evaluation, counted from the judged documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from legation.evaluation.calibration import Calibration, calibrate
from legation.evaluation.comparing import FIELDS, Field
from legation.evaluation.judging import Judged, Match

_DIGITS = 3
_NAMES: dict[Field, str] = {"month": "date_month"}
"""Fields that the machine form calls otherwise, as the scorer of outside checks does."""


class Detection(msgspec.Struct, frozen=True):
    """How many of the reports are right, and how many of the events were found.

    The two are the same number except within one type, where a report may tell an event of another type that is
    accepted too: it is right among its own type, and the event found among its own.
    """

    right: int
    reported: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the reports that are right; 0 without any."""
        return self.right / self.reported if self.reported else 0.0

    @property
    def recall(self) -> float:
        """The share of the events that were found; 0 without any."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Share(msgspec.Struct, frozen=True):
    """So many of so many."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.count / self.of if self.of else None


class Figures(msgspec.Struct, frozen=True):
    """All figures. `silent`: reports per dispatch in which nothing is annotated; `borderline`: the events left out."""

    documents: int
    borderline: int
    detection: Detection
    with_parties: Detection
    by_type: dict[str, Detection]
    of_matched: dict[Field, Share]
    main: Share
    silent: Share
    calibration: Calibration


def count(judged: Sequence[Judged]) -> Figures:
    """The figures of all judged documents."""
    matches = [match for one in judged for match in one.matches]
    reported, wanted = sum(len(one.reports) for one in judged), sum(len(one.events) for one in judged)
    parties = sum(match.comparison.parties for match in matches)
    silent = [one for one in judged if one.silent and one.read]
    return Figures(
        documents=len(judged),
        borderline=sum(one.borderline for one in judged),
        detection=Detection(len(matches), reported, len(matches), wanted),
        with_parties=Detection(parties, reported, parties, wanted),
        by_type=_by_type(judged),
        of_matched={field: _share(matches, field) for field in FIELDS},
        main=Share(
            sum(match.event.salience == "main" for match in matches),
            sum(event.salience == "main" for one in judged for event in one.events),
        ),
        silent=Share(sum(len(one.extra) for one in silent), len(silent)),
        calibration=calibrate(
            [
                *((match.report.confidence, True) for match in matches),
                *((report.confidence, False) for one in judged for report in one.extra),
            ]
        ),
    )


def _by_type(judged: Iterable[Judged]) -> dict[str, Detection]:
    right, reported, found, wanted = (Counter[str]() for _ in range(4))
    for one in judged:
        right.update(match.report.type for match in one.matches)
        found.update(match.event.type for match in one.matches)
        reported.update(report.type for report in one.reports)
        wanted.update(event.type for event in one.events)
    names = sorted(reported.keys() | wanted.keys())
    return {name: Detection(right[name], reported[name], found[name], wanted[name]) for name in names}


def _share(matches: Iterable[Match], field: Field) -> Share:
    asked = [said for match in matches if (said := getattr(match.comparison, field)) is not None]
    return Share(sum(asked), len(asked))


def as_record(figures: Figures) -> dict[str, Any]:
    """The figures as plain values for JSON, shares to three digits, null of nothing."""
    return {
        "documents": figures.documents,
        "borderline": figures.borderline,
        "detection": _detection(figures.detection),
        "detection_and_parties": _detection(figures.with_parties),
        "recall_main": _rounded(figures.main.value),
        "of_matched": {_NAMES.get(field, field): _rounded(s.value) for field, s in figures.of_matched.items()},
        "asked": {_NAMES.get(field, field): share.of for field, share in figures.of_matched.items()},
        "per_type": {name: _detection(found) for name, found in figures.by_type.items()},
        "without_events": {
            "documents": figures.silent.of,
            "reports": figures.silent.count,
            "reports_per_document": _rounded(figures.silent.value),
        },
        "calibration": {
            "bins": [
                {"from": b.low, "to": b.high, "reports": b.reports, "mean_confidence": _rounded(b.mean_confidence),
                 "share_right": _rounded(b.share_right)}
                for b in figures.calibration.bins
            ],
            "expected_error": _rounded(figures.calibration.expected_error),
        },
    }  # fmt: skip


def _detection(found: Detection) -> dict[str, float | int]:
    return {
        "precision": round(found.precision, _DIGITS),
        "recall": round(found.recall, _DIGITS),
        "f1": round(found.f1, _DIGITS),
        "right": found.right,
        "predicted": found.reported,
        "found": found.found,
        "gold": found.wanted,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
