"""What hangs together with something, by a table of pairs that has each pair both ways round."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, Table, delete, select

from legation.ledger.portions import portions


def neighbours(connection: Connection, table: Table, seqs: Collection[int]) -> set[int]:
    """The row numbers that pairs connect directly with any of these."""
    here, other = table.primary_key.columns
    found: set[int] = set()
    for some in portions(sorted(seqs)):
        found.update(connection.execute(select(other).where(here.in_(some))).scalars())
    return found


def reached(connection: Connection, table: Table, seqs: Collection[int]) -> set[int]:
    """The row numbers that pairs connect with any of these, directly or through others; `seqs` among them."""
    found, newest = set(seqs), set(seqs)
    while newest:
        newest = neighbours(connection, table, newest) - found
        found |= newest
    return found


def part(connection: Connection, table: Table, seqs: Collection[int]) -> set[int]:
    """Takes away all pairs of these row numbers; returns what they were connected with, themselves left out."""
    here, other = table.primary_key.columns
    partners = neighbours(connection, table, seqs)
    for some in portions(sorted(seqs)):
        connection.execute(delete(table).where(here.in_(some)))
        for others in portions(sorted(partners)):
            connection.execute(delete(table).where(here.in_(others), other.in_(some)))
    return partners - set(seqs)
