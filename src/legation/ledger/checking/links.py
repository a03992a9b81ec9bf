"""Whether what points from one part of the ledger to another leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from legation.judgement import Judgement, decode
from legation.ledger import counting, judgements
from legation.ledger import tables as t
from legation.ledger.checking.faults import Fault, Progress
from legation.ledger.checking.gathered import waiting
from legation.ledger.checking.pages import ROWS, pages


def look(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """The faults of addresses, reprints, judgements and marks."""
    number = counting.number_of(connection, t.judgements)
    progress("judgements", 0, number)
    yield from _forwards(connection)
    yield from _reprints(connection)
    for page in pages(connection, t.judgements, t.judgements.c.seq):
        for row in page:
            yield from _judgement(connection, row)
        progress("judgements", len(page), number)
    yield from _marks(connection)
    if late := waiting(connection):
        yield Fault("unmerged", f"{late}", "the next command that shows events merges them")
    progress("judgements", number, number)


def _forwards(connection: Connection) -> Iterator[Fault]:
    for row in lost_forwards(connection):
        yield Fault("forward", f"event {row.old}", "it is there itself" if row.still else f"to {row.new}")


def lost_forwards(connection: Connection) -> Iterable[Row[Any, Any, Any]]:
    """The addresses that lead to no event, or away from one that is there (`still`)."""
    present, taken = t.events.alias("present"), t.events.alias("taken")
    statement = (
        select(t.forwards.c.old, t.forwards.c.new, taken.c.id.label("still"))
        .outerjoin(present, present.c.id == t.forwards.c.new)
        .outerjoin(taken, taken.c.id == t.forwards.c.old)
        .where(or_(present.c.id.is_(None), taken.c.id.is_not(None)))
        .order_by(t.forwards.c.old)
    )
    return connection.execute(statement, execution_options={"yield_per": ROWS})


def _reprints(connection: Connection) -> Iterator[Fault]:
    copy, original = t.dispatches.alias("copy_of"), t.dispatches.alias("original_of")
    statement = (
        select(t.reprints.c.copy, t.reprints.c.original)
        .outerjoin(copy, copy.c.id == t.reprints.c.copy)
        .outerjoin(original, original.c.id == t.reprints.c.original)
        .where(or_(copy.c.id.is_(None), original.c.id.is_(None)))
        .order_by(t.reprints.c.copy)
    )
    for row in connection.execute(statement, execution_options={"yield_per": ROWS}):
        yield Fault("reprint", f"dispatch {row.copy}", f"of {row.original}")


def sound(row: Row[Any]) -> Judgement | None:
    """The judgement in a row, None when it is not what was once made."""
    try:
        found = decode(row.record.encode())
    except (ValueError, UnicodeEncodeError, AttributeError):
        return None
    return found if found.id == row.id else None


def _judgement(connection: Connection, row: Row[Any]) -> Iterator[Fault]:
    where = f"judgement {row.id}"
    judgement = sound(row)
    if judgement is None:
        yield Fault("judgement", where, "its record is not the one it was made with")
        return
    named = t.judged_dispatches.c
    held = set(connection.execute(select(named.dispatch).where(named.judgement == row.seq)).scalars())
    if held != {end.dispatch for end in judgement.reports}:
        yield Fault("judged", where)
    for end in judgement.reports:
        text = select(func.length(t.dispatches.c.text)).where(t.dispatches.c.id == end.dispatch)
        length = connection.execute(text).scalar()
        if length is None:
            yield Fault("waiting", where, f"for dispatch {end.dispatch}")
        elif end.end > length:
            yield Fault("judgement", where, f"it names words beyond the end of dispatch {end.dispatch}")
        elif connection.execute(select(t.reports.c.seq).where(t.reports.c.id == end.report)).first() is None:
            yield Fault("waiting", where, f"for report {end.report}")


def _marks(connection: Connection) -> Iterator[Fault]:
    """What the ledger says was merged, beyond what there is."""
    state = {row.key: row.value for row in connection.execute(select(t.state))}
    for key, table in (("merged", t.readings), (judgements.MARK, t.judgements)):
        newest = connection.execute(select(func.max(table.c.seq))).scalar() or 0
        value = state.get(key, "0")
        if not value.isdecimal() or int(value) > newest:
            yield Fault("mark", key, f"{value[:20]!r} of {newest}")
