"""Searching as pages do: counted up to a bound, cut into pages, with the words found marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, TextClause, bindparam, select, text

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import server_search
from legation.ledger import tables as t
from legation.ledger.lookups import by_seq
from legation.ledger.passages import Passage, passage
from legation.ledger.questions import events_by_id, newest_day
from legation.ledger.search import LOOKED_AT, Term, expression
from legation.ledger.words import words_in

What = Literal["dispatches", "events"]

START, END = "\ue000", "\ue001"
"""Around each word found, in what SQLite gives; private characters, which texts have no use for."""
_AROUND = 40
"""Words of a text shown around those found (SQLite allows 64)."""

_BEST = {
    "dispatches": text(
        "SELECT seq, place FROM (SELECT rowid AS seq, rank AS place FROM dispatch_words"
        " WHERE dispatch_words MATCH :query ORDER BY rowid DESC LIMIT :most) ORDER BY place, seq DESC"
    ),
    "events": text(
        "SELECT told.event, found.seq FROM (SELECT rowid AS seq, rank AS place FROM report_words"
        " WHERE report_words MATCH :query ORDER BY rowid DESC LIMIT :most) AS found"
        " JOIN reports ON reports.seq = found.seq AND NOT reports.superseded"
        " JOIN event_reports AS told ON told.report = reports.id ORDER BY found.place, found.seq DESC"
    ),
}
_MARKED = {
    "dispatches": text(
        "SELECT rowid, snippet(dispatch_words, 0, :start, :end, '…', :around) FROM dispatch_words"
        " WHERE dispatch_words MATCH :query AND rowid IN :some"
    ).bindparams(bindparam("some", expanding=True)),
    "events": text(
        "SELECT rowid, snippet(report_words, 0, :start, :end, '…', :around) FROM report_words"
        " WHERE report_words MATCH :query AND rowid IN :some"
    ).bindparams(bindparam("some", expanding=True)),
}


class FoundPage(msgspec.Struct, frozen=True):
    """A part of what was found, the best first; `number` of all, `more` when there may be older ones besides.

    Each comes with the passage that has the words.
    """

    number: int
    more: bool
    dispatches: tuple[tuple[Dispatch, Passage], ...] = ()
    events: tuple[tuple[Event, Passage], ...] = ()


def find(connection: Connection, terms: Sequence[Term], what: What, size: int, offset: int) -> FoundPage:
    """Dispatches with all terms in their text, or events with all in a quoted sentence, `size` from `offset`."""
    on_server = connection.dialect.name != "sqlite"
    query = server_search.query(connection, terms) if on_server else expression(terms)
    if not query:
        return FoundPage(0, False)
    best_of = server_search.BEST if on_server else _BEST
    rows = connection.execute(best_of[what], {"query": query, "most": LOOKED_AT}).all()

    def passages_of(seqs: Sequence[int]) -> dict[int, Passage]:
        return _cut(connection, what, terms, seqs) if on_server else _passages(connection, _MARKED[what], query, seqs)

    full = len(rows) >= LOOKED_AT
    if what == "dispatches":
        seqs = [row.seq for row in rows[offset : offset + size]]
        passages = passages_of(seqs)
        dispatches = [(one, passages[seq]) for seq, one in _dispatches(connection, seqs)]
        return FoundPage(len(rows), full, dispatches=tuple(dispatches))
    best: dict[str, int] = {}
    for row in rows:
        best.setdefault(row.event, row.seq)
    ids = list(best)[offset : offset + size]
    passages = passages_of([best[id_] for id_ in ids])
    events = events_by_id(connection, ids, newest_day(connection))
    return FoundPage(len(best), full, events=tuple((events[i], passages[best[i]]) for i in ids if i in events))


def _dispatches(connection: Connection, seqs: Sequence[int]) -> list[tuple[int, Dispatch]]:
    ids = dict(
        connection.execute(select(t.dispatches.c.id, t.dispatches.c.seq).where(t.dispatches.c.seq.in_(seqs))).all()
    )
    return [(ids[one.id], one) for one in by_seq(connection, seqs, "dispatches")]


def _passages(connection: Connection, statement: TextClause, query: str, seqs: Sequence[int]) -> dict[int, Passage]:
    if not seqs:
        return {}
    values: dict[str, Any] = {"query": query, "some": seqs, "start": START, "end": END, "around": _AROUND}
    return {seq: _pieces(words) for seq, words in connection.execute(statement, values)}


def _cut(connection: Connection, what: What, terms: Sequence[Term], seqs: Sequence[int]) -> dict[int, Passage]:
    """The passages of texts or sentences, on a database that does not cut them as SQLite does."""
    table, column = (t.dispatches, t.dispatches.c.text) if what == "dispatches" else (t.reports, t.reports.c.sentence)
    rows = connection.execute(select(table.c.seq, column).where(table.c.seq.in_(seqs)))
    texts: dict[int, str] = {row[0]: row[1] for row in rows}
    stems = server_search.stems(connection, terms, {word.folded for one in texts.values() for word in words_in(one)})
    return {seq: passage(one, terms, stems, _AROUND) for seq, one in texts.items()}


def _pieces(words: str) -> Passage:
    """The passage cut where words found begin and end. Signs of ours that a text holds itself only mark more of it."""
    found: list[tuple[str, bool]] = []
    for at, part in enumerate(words.split(START)):
        marked, end, rest = part.partition(END)
        found += [(marked, True), (rest, False)] if at and end else [(part, False)]
    return tuple((piece.replace(END, ""), marked) for piece, marked in found if piece)
