"""What a reader typed, made into what the ledger is asked to find.

- All words must be there; accents and capitals do not matter.
- Of verbs and adjectives that the lexicon knows any form is found; of other words singular and plural.
- "Words in quotation marks" are found in a row, as they stand; a word with a star at its end may go on.
- Abbreviations (up to five capitals), and what holds digits, are found as they stand.
- Small words of one or two letters are passed over, and so is what is elided before an apostrophe ("l'accord").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from legation.language.families import Families, load_families, unaccented
from legation.language.pack import available
from legation.language.states import fold
from legation.ledger import PersonName, Term
from legation.views.asking import parties_by_form

LONGEST = 300
"""Characters of a query that are looked at."""
MOST = 24
"""Words and phrases of a query that are looked for."""
_SMALL = 2
_LONGEST_ABBREVIATION = 5
_STAR = 3
"""Letters that a word with a star must have."""
_NAME_WORDS = 4
"""Words of a state's name."""
_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
_QUOTES = re.compile("[«»“”„‟]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class Query(msgspec.Struct, frozen=True):
    """A query: what must be found, its words as typed, and whether some of it was left out for its length."""

    terms: tuple[Term, ...]
    words: tuple[str, ...]
    cut: bool


def read_query(text: str) -> Query:
    """The query in a text; any text is one."""
    shown = _QUOTES.sub('"', text[:LONGEST].replace("\0", " "))
    if shown.count('"') % 2:
        shown = " ".join(shown.rsplit('"', 1))
    parts = [(phrase, word) for phrase, word in _PARTS.findall(shown) if any(c.isalnum() for c in phrase + word)]
    words = [word for phrase, plain in parts for word in (phrase.split() if phrase else [plain])]
    terms = [Term((phrase,)) if phrase else _term(word) for phrase, word in parts]
    if kept := [term for term, (phrase, word) in zip(terms, parts, strict=True) if phrase or not _is_small(word)]:
        terms = kept
    return Query(tuple(terms[:MOST]), tuple(words[:MOST]), len(text) > LONGEST or len(terms) > MOST)


def parties_named(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The states and organisations that some words name, by code, each once; and the words that are left.

    Three letters or fewer count in capitals, or when they are all there is.
    """
    found: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        code, length = _party_at(words, at)
        (found if code else rest).append(code or words[at])
        at += length
    return tuple(dict.fromkeys(found)), tuple(rest)


def _party_at(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """The state that the words from here on name, and how many they are: the longest name counts."""
    known = parties_by_form()
    for length in range(min(_NAME_WORDS, len(words) - at), 0, -1):
        said = " ".join(_EDGES.sub("", word) for word in words[at : at + length])
        said = said if fold(said) in known else _after_elision(said)
        code = known.get(fold(said))
        if code and (len(said) >= _NAME_WORDS or said.isupper() or length == len(words)):
            return code, length
    return None, 1


def people_named(words: Sequence[str], names: Iterable[PersonName]) -> tuple[PersonName, ...]:
    """The names of which one spelling has all of the words in its beginnings; those named most come first."""
    wanted = [plain for word in words if (plain := unaccented(_EDGES.sub("", word)))]
    if not wanted:
        return ()
    fitting = [name for name in names if any(_has(spelling, wanted) for spelling in name.spellings)]
    return tuple(sorted(fitting, key=lambda name: (-name.dispatches, name.state, name.person)))


def _has(spelling: str, wanted: Sequence[str]) -> bool:
    parts = re.split(r"[\W_]+", unaccented(spelling))
    return all(any(part.startswith(piece) for part in parts) for word in wanted for piece in re.split(r"[\W_]+", word))


def _term(word: str) -> Term:
    star = word.endswith("*")
    plain = _after_elision(_EDGES.sub("", word))
    if star and len(plain) >= _STAR:
        return Term((plain,), prefix=True)
    if (plain.isupper() and len(plain) <= _LONGEST_ABBREVIATION) or not plain.replace("-", "").isalpha():
        return Term((plain,))
    forms = {form for language in available() for form in _families(language).forms(plain)}
    return Term(tuple(sorted(spelling for form in forms for spelling in _ligatures(form))))


def _after_elision(word: str) -> str:
    """The word without what is elided before it."""
    parts = re.split("['’ʼ]", word)
    while len(parts) > 1 and len(parts[0]) <= _SMALL:
        parts = parts[1:]
    return "'".join(parts)


def _is_small(word: str) -> bool:
    plain = _EDGES.sub("", word)
    return len(plain) <= _SMALL and plain.islower()


def _ligatures(form: str) -> set[str]:
    """The form with "oe" and "ae" as two letters and as one: SQLite takes them for different words."""
    apart = form.replace("œ", "oe").replace("æ", "ae")
    return {form, apart, apart.replace("oe", "œ"), apart.replace("ae", "æ")}


def prepare() -> None:
    """Loads the words of all languages, which takes a second or two and is otherwise done at the first query."""
    for language in available():
        _families(language)
    parties_by_form()


@cache
def _families(language: str) -> Families:
    with as_file(files("legation") / "data" / "languages" / language) as folder:
        return load_families(Path(folder))
