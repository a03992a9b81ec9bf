"""Stories: several dispatches that tell the same events, and how well merging brings their reports together.

Gold of reports, events and reprints → what merging makes of it → figures.
"""

from __future__ import annotations

from legation.evaluation.stories.annotated import annotated_reports
from legation.evaluation.stories.clustering import Agreement, bcubed, pairwise
from legation.evaluation.stories.figures import StoryFigures, as_read, as_record, measure
from legation.evaluation.stories.gold import EventGold, ReprintGold, StoryGold, load_stories

__all__ = [
    "Agreement", "EventGold", "ReprintGold", "StoryFigures", "StoryGold", "annotated_reports", "as_read", "as_record",
    "bcubed", "load_stories", "measure", "pairwise",
]  # fmt: skip
