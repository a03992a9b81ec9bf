"""Full-text search: SQLite's FTS5 over the texts of dispatches and the sentences that reports quote."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, text

LONGEST = 50
"""Words of a query that are looked at."""

CREATE = (
    "CREATE VIRTUAL TABLE dispatch_words USING fts5("
    "text, content='dispatches', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE report_words USING fts5("
    "sentence, content='reports', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')",
    # Texts and sentences are only ever added, so one trigger each is all the upkeep there is.
    "CREATE TRIGGER dispatch_words_added AFTER INSERT ON dispatches BEGIN "
    "INSERT INTO dispatch_words(rowid, text) VALUES (new.seq, new.text); END",
    "CREATE TRIGGER report_words_added AFTER INSERT ON reports BEGIN "
    "INSERT INTO report_words(rowid, sentence) VALUES (new.seq, new.sentence); END",
)
"""Statements that set the search up on SQLite; part of the first migration, not to be changed."""

LOOKED_AT = 1000
"""Texts, the last read first, among which the best are looked for: a word that stands everywhere costs no more."""
_DISPATCHES = text(
    "SELECT seq FROM (SELECT rowid AS seq, rank AS place FROM dispatch_words WHERE dispatch_words MATCH :query"
    " ORDER BY rowid DESC LIMIT :looked_at) ORDER BY place, seq LIMIT :most"
)
_REPORTS = text(
    "SELECT seq FROM (SELECT rowid AS seq, rank AS place FROM report_words WHERE report_words MATCH :query"
    " ORDER BY rowid DESC LIMIT :looked_at) ORDER BY place, seq LIMIT :most"
)


def quoted(words: str) -> str:
    """A query of FTS5 that finds texts with all of these words, whatever signs they hold; "" when there is no word."""
    found = []
    for word in words.replace("\0", " ").split()[:LONGEST]:
        if any(sign.isalnum() for sign in word):
            found.append('"' + word.replace('"', '""') + '"')
    return " ".join(found)


class Term(msgspec.Struct, frozen=True):
    """One thing that must be found: any of `forms`, each a word or several in a row, whatever their accents and case.

    With `prefix` the last word of each form may go on.
    """

    forms: tuple[str, ...]
    prefix: bool = False


def expression(terms: Sequence[Term]) -> str:
    """The query of FTS5 that finds texts with all of the terms, whatever signs they hold; "" when there is no word."""
    found = []
    for term in terms[:LONGEST]:
        forms = [form.replace("\0", " ") for form in term.forms if any(sign.isalnum() for sign in form)]
        star = " *" if term.prefix else ""
        either = " OR ".join('"' + form.replace('"', '""') + '"' + star for form in forms)
        if either:
            found.append(f"({either})")
    return " AND ".join(found)


def matching(connection: Connection, words: str, what: str, most: int) -> list[int]:
    """The `seq` of dispatches (`what="dispatches"`) or reports with all words, the best first; on SQLite."""
    query = quoted(words)
    if not query:
        return []
    statement = _DISPATCHES if what == "dispatches" else _REPORTS
    return list(
        connection.execute(statement, {"query": query, "most": most, "looked_at": max(most, LOOKED_AT)}).scalars()
    )
