"""Checking a ledger: whether everything that it holds still fits, and deriving again what can be derived."""

from __future__ import annotations

from legation.ledger.checking.faults import SORTS, Fault, Progress, Sort

__all__ = ["SORTS", "Fault", "Progress", "Sort"]
