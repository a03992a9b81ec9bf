"""Evaluation: reports held against events that people annotated.

Gold file → which report tells which event → what is right, missed, extra → figures.
"""

from __future__ import annotations

from legation.evaluation.calibration import Bin, Calibration
from legation.evaluation.comparing import FIELDS, Comparison, Field
from legation.evaluation.figures import Detection, Figures, Share, as_record, count
from legation.evaluation.gold import Gold, GoldError, GoldEvent, document_name, load_gold
from legation.evaluation.judging import Judged, Match, judge

__all__ = [
    "FIELDS", "Bin", "Calibration", "Comparison", "Detection", "Field", "Figures", "Gold", "GoldError", "GoldEvent",
    "Judged", "Match", "Share", "as_record", "count", "document_name", "judge", "load_gold",
]  # fmt: skip
