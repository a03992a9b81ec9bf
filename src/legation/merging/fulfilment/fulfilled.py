"""What keeps a promise or a plan, or ends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

Met = Literal["whole", "part", "off"]
DONE = frozenset({"occurred", "ongoing"})
"""Statuses of what is told as done."""


class Fulfilment(msgspec.Struct, frozen=True):
    """What another event tells of a promise or plan (both as report ids): done wholly or in part, or called off; why it
    is taken for it; and when it was done, as far as known.
    """

    promise: str
    deed: str
    met: Met
    reason: str
    day: date | None = None


def is_kept(fulfilments: Sequence[Fulfilment]) -> bool:
    """Whether a promise was kept wholly: by a deed that nothing told then or later calls a part."""
    parts = [f.day or date.max for f in fulfilments if f.met == "part"]
    return any(f.met == "whole" and all(part < (f.day or date.max) for part in parts) for f in fulfilments)


def is_off(fulfilments: Sequence[Fulfilment]) -> bool:
    """Whether it was called off."""
    return any(f.met == "off" for f in fulfilments)
