"""What can go wrong with a ledger, said in one line."""

from __future__ import annotations


class LedgerError(Exception):
    """A ledger cannot be opened, read or written; the message is one line for the user."""


class AmbiguousPrefix(LedgerError):  # noqa: N818  named for what it says
    """The beginning of an id, or a source, that fits several; `candidates` are their full ids."""

    def __init__(self, asked: str, candidates: tuple[str, ...]) -> None:
        shown = ", ".join(candidates[:5]) + (", …" if len(candidates) > 5 else "")
        super().__init__(f"{asked!r} fits {len(candidates)}: {shown}")
        self.candidates = candidates
