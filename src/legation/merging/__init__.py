"""Merging: the reports of many dispatches become events.

Pure functions over dispatches and reports: no disk (but the package's own data), no clock. `merge` is the whole way;
`merge_explained` keeps the reasons beside the events.
"""

from __future__ import annotations

from legation.merging.consensus import founded_by
from legation.merging.likeness import Observation
from legation.merging.merge import Merged, describe, explain, merge, merge_explained
from legation.merging.people import Holder, group_people, same_person
from legation.merging.reprints import Reprint, find_reprints, originals
from legation.merging.sources import Link, chain, chain_text, independent_sources, root
from legation.merging.verdict import Verdict

__all__ = [
    "Holder",
    "Link",
    "Merged",
    "Observation",
    "Reprint",
    "Verdict",
    "chain",
    "chain_text",
    "describe",
    "explain",
    "find_reprints",
    "founded_by",
    "group_people",
    "independent_sources",
    "merge",
    "merge_explained",
    "originals",
    "root",
    "same_person",
]
