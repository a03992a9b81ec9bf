"""Completing: who is meant where the trigger's own clause leaves a side open.

The candidates are all parties that the sentence or the dispatch could mean; each is described by plain observations
(where it stands, how it was told of before), and a weighted sum of them, fitted on annotated dispatches
(`scripts/fit.py`), tells how likely it is. Nobody is taken below a threshold.
"""

from legation.reading.completing.candidates import Candidate, Deed, Role, Scene, candidates, deed
from legation.reading.completing.completer import PATH, Completer, keys
from legation.reading.completing.headings import take_imposers_from_text, take_sides_from_text
from legation.reading.completing.sides import complete

__all__ = [
    "PATH",
    "Candidate",
    "Completer",
    "Deed",
    "Role",
    "Scene",
    "candidates",
    "complete",
    "deed",
    "keys",
    "take_imposers_from_text",
    "take_sides_from_text",
]
