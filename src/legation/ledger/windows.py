"""Which reports meet: those in one place whose windows of days have one in common, found by the order of the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from legation.ledger.portions import portions
from legation.merging.blocks import ALWAYS, SPANS


def query(table: str, columns: str, place: str) -> TextClause:
    """The question which rows of `table` meet those of some reports (`mine` and `theirs`).

    All three arguments are words of ours. `place` says which rows are in one place; it must fix the columns of the key
    that stand before level and beginning. SQLite keeps the order of tables in a CROSS JOIN, and so finds the second by
    its key; left to itself it may begin with the whole table.
    """
    return text(
        f"SELECT {columns} FROM {table} AS mine CROSS JOIN {table} AS theirs "
        f"WHERE mine.report IN :some AND theirs.report <> mine.report AND {place} "
        "AND theirs.level = :level AND theirs.high >= mine.low "
        "AND theirs.low BETWEEN mine.low - :longest AND mine.high"
    ).bindparams(bindparam("some", expanding=True))


def meeting(connection: Connection, question: TextClause, reports: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """The answers for these reports (row numbers), over the levels of windows (`merging.blocks`)."""
    for level in range(len(SPANS) + 1):
        longest = SPANS[level] if level < len(SPANS) else ALWAYS.high
        for some in portions(sorted(reports)):
            for row in connection.execute(question, {"some": list(some), "level": level, "longest": longest}):
                yield tuple(row)
