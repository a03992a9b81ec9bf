"""The passage of a text to show for what was found in it, where the database cannot cut it: PostgreSQL.

Like SQLite's: so many words in a row that have most of what was looked for, around which "…" stands for the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from legation.ledger.search import Term
from legation.ledger.words import Word, words_in

Passage = tuple[tuple[str, bool], ...]
"""Pieces of a text in their order, and whether each is what was looked for."""
_CUT = "…"


class _Hit(NamedTuple):
    """From which word to which (both included) something stands that was looked for, and which term it is."""

    first: int
    last: int
    term: int


class _Form(NamedTuple):
    words: tuple[str, ...]
    prefix: bool
    term: int


def passage(text: str, terms: Sequence[Term], stems: Collection[str], around: int) -> Passage:
    """At most `around` words of the text, what was found marked; `stems` are words found by their stem."""
    words = list(words_in(text))
    hits = sorted(_hits(words, _forms(terms), stems))
    first, last = _window(hits, len(words), around)
    start = 0 if first == 0 or not words else words[first].start
    end = len(text) if last >= len(words) - 1 else words[last].end
    pieces = [(_CUT, False)] if start else []
    at = start
    for hit in hits:
        opened, closed = words[hit.first].start, words[hit.last].end
        if hit.first < first or hit.last > last or closed <= at:
            continue
        pieces += [(text[at : max(opened, at)], False), (text[max(opened, at) : closed], True)]
        at = closed
    pieces += [(text[at:end], False), (_CUT if end < len(text) else "", False)]
    return tuple((piece, marked) for piece, marked in pieces if piece)


def _forms(terms: Sequence[Term]) -> dict[str, list[_Form]]:
    """The forms of all terms by their first word; those that are a beginning only, by "" ."""
    found: dict[str, list[_Form]] = {}
    for number, term in enumerate(terms):
        for form in term.forms:
            words = tuple(word.folded for word in words_in(form))
            if words:
                key = "" if term.prefix and len(words) == 1 else words[0]
                found.setdefault(key, []).append(_Form(words, term.prefix, number))
    return found


def _hits(words: Sequence[Word], forms: Mapping[str, Sequence[_Form]], stems: Collection[str]) -> Iterator[_Hit]:
    for at, word in enumerate(words):
        for form in (*forms.get(word.folded, ()), *forms.get("", ())):
            if _stands(form, words, at):
                yield _Hit(at, at + len(form.words) - 1, form.term)
        if word.folded in stems:
            yield _Hit(at, at, -1)


def _stands(form: _Form, words: Sequence[Word], at: int) -> bool:
    *before, end = form.words
    last = at + len(before)
    if last >= len(words) or any(words[at + n].folded != one for n, one in enumerate(before)):
        return False
    return words[last].folded.startswith(end) if form.prefix else words[last].folded == end


def _window(hits: Sequence[_Hit], number: int, around: int) -> tuple[int, int]:
    """The first and the last word of the part to show: that with most terms, then most places, the first of equals."""
    best, worth = (0, -1), (0, 0)
    for at, hit in enumerate(hits):
        inside = [one for one in hits[at : at + around] if one.last < hit.first + around]
        found = len({one.term for one in inside}), len(inside)
        if found > worth:
            best, worth = (hit.first, max((one.last for one in inside), default=hit.last)), found
    spare = around - (best[1] - best[0] + 1)
    first = max(0, min(best[0] - spare // 2, number - around))
    return first, min(first + around, number) - 1
