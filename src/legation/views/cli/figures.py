"""The figures of an evaluation as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.evaluation import Detection, Field, Figures, Share
from legation.views.cli.printing import console, print_table

if TYPE_CHECKING:
    from legation.evaluation.judgements import JudgedAlike
    from legation.evaluation.stories import StoryFigures

_NAMES: dict[Field, str] = {
    "parties": "right parties, on the right sides",
    "date": "right date",
    "month": "right month at least",
    "status": "right status",
    "place": "right place, where the gold has one",
    "attribution": "right source, where the gold has one",
}


def print_figures(figures: Figures) -> None:
    """Events found and reports right, overall and by type; what is right among the found; calibration."""
    print_table(
        ("events", "precision", "recall", "F1", "found", "reported", "in gold"),
        (
            _detection("all", figures.detection),
            _detection("with the right parties", figures.with_parties),
            *(_detection(name, found) for name, found in figures.by_type.items()),
        ),
        narrow=range(7),
    )
    print_table(("of the events found", "share", "number", "of"), _shares(figures), narrow=range(4))
    print_table(
        ("confidence", "reports", "mean", "share right"),
        (
            (f"{b.low:.1f} to {b.high:.1f}", str(b.reports), _two(b.mean_confidence), _two(b.share_right))
            for b in figures.calibration.bins
        ),
        narrow=range(4),
    )
    console().print(f"expected calibration error {_two(figures.calibration.expected_error)}")


def print_stories(figures: StoryFigures) -> None:
    """Reports brought together into events, and what was made of them."""
    rows = (
        ("reprints, pairs of dispatches", figures.reprints),
        ("annotated reports into events, pairwise", figures.given_pairwise),
        ("annotated reports into events, B³", figures.given),
        ("reports that were read into events, pairwise", figures.raw_pairwise),
        ("reports that were read into events, B³", figures.raw),
        ("disagreements found", figures.disagreements),
    )
    print_table(
        ("merging", "precision", "recall", "F1"),
        ((name, _two(found.precision), _two(found.recall), _two(found.f1)) for name, found in rows),
        narrow=range(4),
    )
    print_table(
        ("of annotated reports", "share", "number", "of"),
        (
            _share("events with the right number of independent sources", figures.sources),
            _share("announced events with the right outcome", figures.outcomes),
        ),
        narrow=range(4),
    )


def print_judged(found: JudgedAlike) -> None:
    """How often merging decides as persons did."""
    print_table(
        ("merging decides as persons did", "share", "number", "of"),
        (
            _share("pairs judged the same event", found.same),
            _share("pairs judged different events", found.different),
            _share("corrected fields", found.corrections),
        ),
        narrow=range(4),
    )
    if found.otherwise:
        console().print("decided otherwise: " + ", ".join(found.otherwise), soft_wrap=True)
    if found.lost:
        console().print(f"not among what was read: {found.lost}")


def _detection(name: str, found: Detection) -> tuple[str, ...]:
    shares = (_two(found.precision), _two(found.recall), _two(found.f1))
    return name, *shares, str(found.found), str(found.reported), str(found.wanted)


def _shares(figures: Figures) -> Iterator[tuple[str, ...]]:
    for field, share in figures.of_matched.items():
        yield _share(_NAMES[field], share)
    yield _share("main events found, of all main events", figures.main)
    yield _share("reports per dispatch without events", figures.silent)


def _share(name: str, share: Share) -> tuple[str, ...]:
    return name, _two(share.value), str(share.count), str(share.of)


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
