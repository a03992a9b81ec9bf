"""The way of a dispatch: intake → reading → merging → ledger."""

from __future__ import annotations

from legation.walk.batches import Workers
from legation.walk.crew import cores
from legation.walk.keeping import BATCH, program_name
from legation.walk.readers import ReaderSet, agencies
from legation.walk.steps import DispatchReader, Known, Languages, Reading, Wanted
from legation.walk.walking import walk, walk_texts

__all__ = [
    "BATCH", "DispatchReader", "Known", "Languages", "ReaderSet", "Reading", "Wanted", "Workers", "agencies", "cores",
    "program_name", "walk", "walk_texts",
]  # fmt: skip
