"""Long lists cut into portions that one IN (…) takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

V = TypeVar("V")
AT_ONCE = 500
"""Values of one IN (…): far below what any database allows."""


def portions(values: Sequence[V]) -> Iterator[Sequence[V]]:
    """The values, at most `AT_ONCE` at a time."""
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))
