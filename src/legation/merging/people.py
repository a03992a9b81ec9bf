"""Whether two spellings name one person.

Spellings are folded with a table (`merging/name_folding.py`), then the words of the two names are matched one to one.
Two words match when they are equal after folding, or when they are close by Jaro-Winkler *and* sound alike by
metaphone: never by a likeness alone. Given names count: Raúl Castro is not Fidel Castro. A bare surname matches any
full name that holds it, unless what is known of the two (state, office, years) says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from jellyfish import metaphone
from rapidfuzz.distance import JaroWinkler

from legation.merging.name_blocks import NameBlocks
from legation.merging.name_folding import (
    are_told_apart,
    fold_name,
    is_honorific,
    is_particle,
    joined_foldings,
    plain,
    title_gender,
)

__all__ = [
    "CLOSE", "Holder", "canonical", "fold_name", "group_people", "is_honorific", "is_particle", "plain", "same_person",
]  # fmt: skip

CLOSE = 0.88
"""Least Jaro-Winkler likeness of two folded words; the spellings in shared use of one name lie at 0.87 to 1.00
before folding, and metaphone must agree as well."""
_FULL = 2
"""Words of two names that must agree before the names alone make one person."""


class Holder(NamedTuple):
    """What dispatches tell of a name's bearer: the code of the state or organisation served, an office in its words,
    the first and last year in which both are attested. What is not known is None.
    """

    state: str | None = None
    office: str | None = None
    since: int | None = None
    until: int | None = None


class _Match(NamedTuple):
    """How two names agree: pairs of words longer than an initial, the notes, whether a name had more words."""

    solid: int
    notes: tuple[str, ...]
    bare: bool
    more: bool


def same_person(a: str, b: str, known_a: Holder | None = None, known_b: Holder | None = None) -> tuple[bool, str]:
    """Whether names `a` and `b` can be one person's, and why. Symmetric.

    Every word of the shorter name must have a partner in the longer one, in any order, and at least one pair of words
    longer than an initial must match. What is known of the bearers decides where the names alone do not: a bare
    surname is no match across states, nor across two offices held in the same years; a full name is one person even
    when the office changes, but not when two states have a holder of it in the same years.
    """
    match, why = _names_match(a, b)
    if match is None:
        return False, why
    if known_a and known_b:
        against, evidence = _weigh(match, known_a, known_b)
        if against:
            return False, against
        why = "; ".join(part for part in (why, evidence) if part)
    return True, why


@lru_cache(maxsize=65536)
def _names_match(a: str, b: str) -> tuple[_Match | None, str]:
    """How the names match and the words for it; None and why not."""
    short, long = sorted((fold_name(a), fold_name(b)), key=lambda words: (len(words), words))
    if not short:
        return None, "a name without letters"
    genders = {title_gender(a), title_gender(b)}
    if {"feminine", "masculine"} <= genders:
        return None, "one is a woman, one a man"
    if short == long:
        full = sum(len(word) > 1 for word in short)
        spelling = "same spelling" if a == b else "same after folding the spelling"
        return _Match(full, (), bare=len(short) == 1, more=False), spelling
    found, why = _words_agree(short, long)
    if found is None:
        first, second = (a, b) if a <= b else (b, a)
        for one, other in [(x, fold_name(second)) for x in joined_foldings(first)] + [
            (fold_name(first), x) for x in joined_foldings(second)
        ]:
            joined, _ = _words_agree(*sorted((one, other), key=lambda words: (len(words), words)))
            if joined and joined.solid and not (joined.bare or joined.more):
                return joined, "; ".join((*joined.notes, "written in one word or in two"))
        return None, why
    if found.bare:
        return found, "; ".join(("one is a bare surname", *found.notes))
    if found.more:
        return found, "; ".join(("one is given with more names", *found.notes))
    return found, "; ".join(found.notes) or "same words in another order"


def _words_agree(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[_Match | None, str]:
    """The words of the shorter name matched one to one with words of the longer; None and why not."""
    if len(short) == 1 and len(long) > 1 and len(short[0]) == 1:
        return None, "only an initial"
    left, notes, solid = list(long), list[str](), 0
    for word in sorted(short, key=lambda word: (-len(word), word)):  # initials take what the full words leave
        partner = next((other for other in left if other == word), None) or next(
            (other for other in left if _words_match(word, other) is not None), None
        )
        if partner is None:
            return None, f"nothing in the other name matches {word!r}"
        note = _words_match(word, partner)
        if note:
            notes.append(note)
        solid += len(word) > 1 and len(partner) > 1
        left.remove(partner)
    if not solid:
        return None, "only initials agree"
    if any(word.isdigit() for word in left) and any(word.isdigit() for word in short):
        return None, "two numbers"
    return _Match(solid, tuple(notes), bare=len(short) == 1 and len(long) > 1, more=bool(left)), ""


@lru_cache(maxsize=65536)
def _words_match(a: str, b: str) -> str | None:
    """Why two folded words are one ("" when they are equal), or None."""
    if a == b:
        return ""
    if a.isdigit() or b.isdigit():
        return None
    if len(a) == 1 or len(b) == 1:
        return f"initial {a[0].upper()}." if a[0] == b[0] else None
    likeness = JaroWinkler.similarity(a, b)
    if likeness >= CLOSE and metaphone(a) == metaphone(b) and not are_told_apart(a, b):
        first, second = sorted((a, b))
        return f"{first} ~ {second}, Jaro-Winkler {likeness:.2f}, same sound"
    return None


def _weigh(match: _Match, a: Holder, b: Holder) -> tuple[str, str]:
    """What state, office and years say against one person ("" for nothing), and what they say for it."""
    full = match.solid >= _FULL
    together = _overlap(a, b)
    states = a.state and b.state and a.state != b.state
    if states and not full:
        return f"a surname shared by {min(a.state, b.state)} and {max(a.state, b.state)}", ""  # type: ignore[type-var]
    if states and together:
        return "two states in the same years", ""
    if states:
        return "", "another state in other years"
    offices = _same_office(a.office, b.office)
    if offices is False and not full and together:
        return f"a surname shared by two offices: {' and '.join(sorted((a.office or '', b.office or '')))}", ""
    if offices:
        return "", "same office"
    return "", "another office" if offices is False else ""


def _overlap(a: Holder, b: Holder) -> bool:
    """Whether both are attested in one year; False where the years of either are not known."""
    first, last = (a.since or a.until), (a.until or a.since)
    start, end = (b.since or b.until), (b.until or b.since)
    if first is None or last is None or start is None or end is None:
        return False
    return first <= end and start <= last


def _same_office(a: str | None, b: str | None) -> bool | None:
    """Whether two offices are one: the words of one stand in the other. None where one is not known."""
    if not a or not b:
        return None
    one, other = ({word for word in plain(text).split() if not is_particle(word)} for text in (a, b))
    return one <= other or other <= one


def canonical(names: tuple[str, ...]) -> str:
    """The spelling to show for one person's names: the fullest, then the most frequent, then the first by letters."""
    times = Counter(names)
    return min(times, key=lambda name: (-min(len(fold_name(name)), 3), -times[name], name))


def group_people(names: tuple[str, ...], known: Mapping[str, Holder] | None = None) -> tuple[tuple[str, ...], ...]:
    """Names gathered into persons; full names first, so that a bare surname joins only when one person fits it.

    The order of `names` does not matter. A bare surname that fits several persons stands alone. `known` tells of some
    names' bearers.
    """
    held = known or {}
    groups: list[list[str]] = []
    blocks = NameBlocks()
    for name in sorted(names, key=lambda name: (-len(fold_name(name)), name)):
        fitting = [
            group
            for group in (groups[number] for number in sorted(blocks.near(name)))
            if all(same_person(name, other, held.get(name), held.get(other))[0] for other in group)
        ]
        equal = [group for group in fitting if any(fold_name(name) == fold_name(other) for other in group)]
        if len(equal) == 1 or len(fitting) == 1:
            (equal or fitting)[0].append(name)
        else:
            blocks.add(len(groups), name)
            groups.append([name])
    return tuple(sorted(tuple(sorted(group)) for group in groups))
