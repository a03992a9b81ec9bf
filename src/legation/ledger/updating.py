"""Merging what has come in since the last time, a portion of readings at a time, then what was judged.

Each portion is one transaction that also moves the mark: a killed process loses nothing, and running again goes on
where it stopped. When the rules of merging have changed, everything is merged anew in the same way.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from legation.ledger import copies, grouping, judgements, refilling
from legation.ledger import tables as t
from legation.ledger.counting import merged_up_to
from legation.merging.rules import rules

PORTION = 500
"""Readings, or judgements, of one transaction: few enough that memory stays flat and others may write after a second,
many enough that what they have in common, pages of indices above all, is written once."""
_FOUND = (
    t.alike,
    t.text_keys,
    t.compared,
    t.same_pairs,
    t.doubtful_pairs,
    t.report_windows,
    t.settling_windows,
    t.fulfilments,
)


def portion(connection: Connection) -> bool:
    """Merges the next portion within the caller's transaction; returns whether there was one."""
    _by_these_rules(connection)
    since = merged_up_to(connection)
    waiting = select(t.readings.c.seq, t.readings.c.dispatch).where(t.readings.c.seq > since)
    rows = connection.execute(waiting.order_by(t.readings.c.seq).limit(PORTION)).all()
    if not rows:
        refilling.where_due(connection)
        return _judged(connection)
    changes = copies.bring_up_to_date(connection, {row.dispatch for row in rows})
    grouping.regroup(connection, told=changes.read | changes.moved, around=changes.around)
    _note(connection, "merged", str(rows[-1].seq))
    return True


def _judged(connection: Connection) -> bool:
    """Brings in the next judgements, once every reading they may speak of is merged."""
    last, dispatches = judgements.newest(connection, PORTION)
    if last is None:
        return False
    grouping.regroup(connection, told=(), around=dispatches)
    _note(connection, judgements.MARK, str(last))
    return True


def _by_these_rules(connection: Connection) -> None:
    """Forgets what other rules have found. Their events stay until the portions come to them: their ids are known."""
    known = connection.execute(select(t.state.c.value).where(t.state.c.key == "rules")).scalar()
    if known == rules():
        return
    forget(connection)
    _note(connection, "rules", rules())


def forget(connection: Connection) -> None:
    """Forgets what merging has found, but the events: the next portions find it anew."""
    for table in _FOUND:
        connection.execute(delete(table))
    connection.execute(delete(t.reprints))
    _note(connection, "merged", "0")


def _note(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(t.state).where(t.state.c.key == key))
    connection.execute(insert(t.state).values(key=key, value=value))
