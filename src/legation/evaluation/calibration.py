"""Whether `confidence` means what it says: of reports with 0.8, four in five should be right."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

BINS = 10


class Bin(msgspec.Struct, frozen=True):
    """The reports whose confidence lies from `low` up to `high`; the last bin includes 1."""

    low: float
    high: float
    reports: int
    mean_confidence: float | None
    share_right: float | None


class Calibration(msgspec.Struct, frozen=True):
    """Ten bins of equal width, and the expected calibration error: how far confidence and share right lie apart,
    averaged over the reports; None without any.
    """

    bins: tuple[Bin, ...]
    expected_error: float | None


def calibrate(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """The calibration of reports, each given as its confidence and whether it was right."""
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        sorted_in[min(max(int(confidence * BINS), 0), BINS - 1)].append((confidence, right))
    bins = tuple(_bin(position, members) for position, members in enumerate(sorted_in))
    total = sum(found.reports for found in bins)
    apart = sum(
        found.reports * abs(found.mean_confidence - found.share_right)
        for found in bins
        if found.mean_confidence is not None and found.share_right is not None
    )
    return Calibration(bins, apart / total if total else None)


def _bin(position: int, members: list[tuple[float, bool]]) -> Bin:
    count = len(members)
    return Bin(
        low=position / BINS,
        high=(position + 1) / BINS,
        reports=count,
        mean_confidence=sum(confidence for confidence, _ in members) / count if count else None,
        share_right=sum(right for _, right in members) / count if count else None,
    )
