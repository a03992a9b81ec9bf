"""Whether two spellings name one person.

Spellings are folded with a table (data/name_folding.toml: "Tchernychenko" and "Chernishenko" become alike), then the
words of the two names are matched one to one. Two words match when they are equal after folding, or when they are
close by Jaro-Winkler *and* sound alike by metaphone: never by a likeness alone. Given names count: Raúl Castro is not
Fidel Castro. A bare surname matches any full name that holds it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import msgspec
from anyascii import anyascii
from jellyfish import metaphone
from rapidfuzz.distance import JaroWinkler

CLOSE = 0.88
"""Least Jaro-Winkler likeness of two folded words; the spellings in shared use of one name lie at 0.87 to 1.00
before folding, and metaphone must agree as well."""


class _Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    match: str
    by: str
    why: str


class _Folding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    honorifics: frozenset[str]
    particles: frozenset[str]
    rule: tuple[_Rule, ...]


@lru_cache(maxsize=1)
def _folding() -> tuple[_Folding, tuple[tuple[re.Pattern[str], str], ...]]:
    data = files("legation").joinpath("data", "name_folding.toml").read_bytes()
    table = msgspec.toml.decode(data, type=_Folding)
    return table, tuple((re.compile(rule.match), rule.by) for rule in table.rule)


def plain(text: str) -> str:
    """`text` in lower-case letters a to z and digits, one space between words."""
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", "")))


@lru_cache(maxsize=65536)
def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name after folding, without honorifics and particles; initials stay as one letter.

    A name of nothing but such words keeps them, so that no name folds to nothing unless it has no letters.
    """
    table, rules = _folding()
    words = plain(name).split()
    kept = [word for word in words if word not in table.honorifics and word not in table.particles] or words
    folded = []
    for word in kept:
        for pattern, by in rules:
            word = pattern.sub(by, word)  # noqa: PLW2901  the rules work on each other's results
        if word:
            folded.append(word)
    return tuple(folded)


def _words_match(a: str, b: str) -> str | None:
    """Why two folded words are one ("" when they are equal), or None."""
    if a == b:
        return ""
    if len(a) == 1 or len(b) == 1:
        return f"initial {a[0].upper()}." if a[0] == b[0] else None
    likeness = JaroWinkler.similarity(a, b)
    if likeness >= CLOSE and metaphone(a) == metaphone(b):
        return f"{a} ~ {b}, Jaro-Winkler {likeness:.2f}, same sound"
    return None


@lru_cache(maxsize=65536)
def same_person(a: str, b: str) -> tuple[bool, str]:
    """Whether names `a` and `b` can be one person's, and why; states and offices are for the caller to weigh.

    Symmetric. Every word of the shorter name must have a partner in the longer one, in any order, and at least one
    pair of words longer than an initial must match.
    """
    short, long = sorted((fold_name(a), fold_name(b)), key=lambda words: (len(words), words))
    if not short:
        return False, "a name without letters"
    if short == long:
        return True, "same spelling" if a == b else "same after folding the spelling"
    if len(short) == 1 and len(long) > 1 and len(short[0]) == 1:
        return False, "only an initial"
    left, notes, solid = list(long), [], False
    for word in short:
        partner = next((other for other in left if other == word), None) or next(
            (other for other in left if _words_match(word, other) is not None), None
        )
        if partner is None:
            return False, f"nothing in the other name matches {word!r}"
        note = _words_match(word, partner)
        if note:
            notes.append(note)
        solid = solid or (len(word) > 1 and len(partner) > 1)
        left.remove(partner)
    if not solid:
        return False, "only initials agree"
    if len(short) == 1 and len(long) > 1:
        notes.insert(0, "one is a bare surname")
    elif left:
        notes.insert(0, "one is given with more names")
    return True, "; ".join(notes) or "same words in another order"


def canonical(names: tuple[str, ...]) -> str:
    """The spelling to show for one person's names: the fullest, then the most frequent, then the first by letters."""
    return min(names, key=lambda name: (-min(len(fold_name(name)), 3), -names.count(name), name))


def group_people(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Names gathered into persons; full names first, so that a bare surname joins only when one person fits it.

    The order of `names` does not matter. A bare surname that fits several persons stands alone.
    """
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda name: (-len(fold_name(name)), name)):
        fitting = [group for group in groups if all(same_person(name, other)[0] for other in group)]
        equal = [group for group in fitting if any(fold_name(name) == fold_name(other) for other in group)]
        if len(equal) == 1 or len(fitting) == 1:
            (equal or fitting)[0].append(name)
        else:
            groups.append([name])
    return tuple(sorted(tuple(sorted(group)) for group in groups))
