"""The ledger: what was read and what was merged from it, kept in SQLite.

Idempotent, crash-safe, append-only for what was read. Importing this package loads SQLAlchemy: do it where it is used.
"""

from __future__ import annotations

from legation.ledger.checking import SORTS, Fault, Progress
from legation.ledger.counting import Counts
from legation.ledger.doubts import Doubt
from legation.ledger.errors import AmbiguousPrefix, LedgerError
from legation.ledger.finding import FoundPage
from legation.ledger.holders import OfficeHeld, OfficeSense
from legation.ledger.ledger import Ledger, open_ledger
from legation.ledger.passages import Passage
from legation.ledger.people import PersonHolding, PersonName
from legation.ledger.promised import Promised, Promises, promised_in
from legation.ledger.questions import Found, Question
from legation.ledger.record import Kept
from legation.ledger.relations import Mark, Naming, Relations, Some, SourceCount
from legation.ledger.search import Term
from legation.ledger.stretches import Narrowing, Place, place_of, ref_of
from legation.ledger.surveys import MonthCount, PairCount, StateCount

__all__ = [
    "SORTS",
    "AmbiguousPrefix",
    "Counts",
    "Doubt",
    "Fault",
    "Found",
    "FoundPage",
    "Kept",
    "Ledger",
    "LedgerError",
    "Mark",
    "MonthCount",
    "Naming",
    "Narrowing",
    "OfficeHeld",
    "OfficeSense",
    "PairCount",
    "Passage",
    "PersonHolding",
    "PersonName",
    "Place",
    "Progress",
    "Promised",
    "Promises",
    "Question",
    "Relations",
    "Some",
    "SourceCount",
    "StateCount",
    "Term",
    "open_ledger",
    "place_of",
    "promised_in",
    "ref_of",
]
