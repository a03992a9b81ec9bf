"""An observation: one named thing that speaks for or against two reports telling one event."""

from __future__ import annotations

import msgspec

EXCLUDED = -10.0
"""The score of what cannot be: weighs more than everything that can speak for."""


class Observation(msgspec.Struct, frozen=True):
    """`score` above zero speaks for one event, below zero against; `reason` says why in words a reader follows."""

    name: str
    score: float
    reason: str
