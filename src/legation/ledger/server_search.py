"""Full-text search on PostgreSQL: the same words as on SQLite, and the French stems of words in any form.

Words are cut and folded here and not by PostgreSQL, which takes hyphens, addresses and figures for words of other
kinds. A word as it stands has weight A; its stem, by the configuration `french`, has weight D and so counts less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from legation.ledger.search import LONGEST, Term
from legation.ledger.words import indexed, vector, words_in

_ADD = {
    what: text(
        f"INSERT INTO {table} (seq, words) VALUES (:seq, CAST(:exact AS tsvector) || to_tsvector('french', :folded))"
    )
    for what, table in (("dispatches", "dispatch_words"), ("reports", "report_words"))
}
_MATCHING = {
    what: text(
        f"SELECT seq FROM {table} WHERE words @@ CAST(:query AS tsquery)"
        " ORDER BY ts_rank(words, CAST(:query AS tsquery), 1) DESC, seq LIMIT :most"
    )
    for what, table in (("dispatches", "dispatch_words"), ("reports", "report_words"))
}
_LATEST = (
    "SELECT seq, ts_rank(words, CAST(:query AS tsquery), 1) AS place FROM {table}"
    " WHERE words @@ CAST(:query AS tsquery) ORDER BY seq DESC LIMIT :most"
)
BEST = {
    "dispatches": text(
        f"SELECT seq, place FROM ({_LATEST.format(table='dispatch_words')}) AS latest ORDER BY place DESC, seq DESC"
    ),
    "events": text(
        f"SELECT told.event, found.seq FROM ({_LATEST.format(table='report_words')}) AS found"
        " JOIN reports ON reports.seq = found.seq AND NOT reports.superseded"
        " JOIN event_reports AS told ON told.report = reports.id ORDER BY found.place DESC, found.seq DESC"
    ),
}
"""As `finding` asks SQLite."""


def add(connection: Connection, what: str, rows: Iterable[tuple[int, str]]) -> None:
    """Adds the words of new dispatches or reports (`what`), by their numbers; SQLite does so by itself."""
    if connection.dialect.name == "sqlite":
        return
    values = [{"seq": seq, "exact": vector(words := indexed(said)), "folded": " ".join(words)} for seq, said in rows]
    if values:
        connection.execute(_ADD[what], values)


def query(connection: Connection, terms: Sequence[Term]) -> str:
    """The `tsquery` that finds texts with all of the terms; "" when there is no word.

    A term of several forms is a word that may stand in any: its stems count too.
    """
    parts: list[str] = []
    values: dict[str, str] = {}
    for number, term in enumerate(terms[:LONGEST]):
        exact = " | ".join(found for form in term.forms if (found := _phrase(form, prefix=term.prefix)))
        if not exact:
            continue
        values[f"exact{number}"] = exact
        part = f"CAST(:exact{number} AS tsquery)"
        stemmed = _stemmed(term)
        if stemmed:
            values[f"stems{number}"] = stemmed
            part = f"({part} || to_tsquery('french', :stems{number}))"
        parts.append(part)
    if not parts:
        return ""
    return str(connection.execute(text(f"SELECT CAST({' && '.join(parts)} AS text)"), values).scalar_one())


def _phrase(form: str, *, prefix: bool = False) -> str:
    """The words of a form in a row, as they stand."""
    found = [f"'{word.folded}':A" for word in words_in(form)]
    if found and prefix:
        found[-1] = found[-1].replace(":A", ":*A")
    return f"({' <-> '.join(found)})" if found else ""


def _stemmed(term: Term) -> str:
    """What its forms are without their endings, for those of one word; "" for a term that stands for itself."""
    if len(term.forms) < 2 or term.prefix:
        return ""
    forms = [list(words_in(form)) for form in term.forms]
    return " | ".join(f"'{words[0].folded}':D" for words in forms if len(words) == 1)


def matching(connection: Connection, words: str, what: str, most: int) -> list[int]:
    """The `seq` of dispatches or reports with all words as they stand, the best first."""
    found = [Term((word,)) for word in words.split()[:LONGEST]]
    asked = query(connection, found)
    if not asked:
        return []
    return list(connection.execute(_MATCHING[what], {"query": asked, "most": most}).scalars())


def stems(connection: Connection, terms: Sequence[Term], folded: Iterable[str]) -> set[str]:
    """Those of some folded words that a term finds by their stem."""
    asked = " | ".join(f"({found})" for term in terms[:LONGEST] if (found := _stemmed(term)))
    if not asked:
        return set()
    statement = text(
        "SELECT word FROM unnest(CAST(:words AS text[])) AS word"
        " WHERE to_tsvector('french', word) @@ to_tsquery('french', :asked)"
    )
    values: dict[str, Any] = {"words": sorted(set(folded)), "asked": asked}
    return set(connection.execute(statement, values).scalars())
