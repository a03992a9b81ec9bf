"""Finding the time expressions of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from legation.language.times import TimeBoundary, TimeGrammar
from legation.reading.times.expression import TimeExpression, TimeParts
from legation.reading.times.templates import Compiled, Node, Value, compiled
from legation.reading.times.tokens import Tokens, tokenise

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
"""Four digits outside are no year."""
_PIVOT = 70
"""A two-digit year up to this is one of the 2000s, as POSIX has it (which turns at 68)."""
_ROMAN = re.compile(r"(?=[ivx])x{0,2}(ix|iv|v?i{0,3})")
_UNITS_OF_ROMAN = {"i": 1, "v": 5, "x": 10}
_NUMBER_SIGNS = "%‰€$£¥°"

Captures = tuple[tuple[str, Value], ...]
Edge = tuple[str, Value, int]
"""A slot, the value it takes, and the token after it."""
Filling = tuple[int, int]
"""The value of digits or numerals, and the token after them."""


class _Match(msgspec.Struct, frozen=True):
    """A template that fits the tokens from `first` up to `stop`; `rank` is that of its rule."""

    first: int
    stop: int
    rank: int
    captures: Captures
    boundary: TimeBoundary | None


def find(text: str, grammar: TimeGrammar) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, in its order, none overlapping another.

    Where two compete the longer one wins, then the one whose rule stands first in the data. Offsets are code points
    into `text`, end exclusive. Never raises for any text; takes time linear in its length.

    Raises:
        ValueError: the grammar has a malformed template (`load_time_grammar` finds other faults).
    """
    known = compiled(grammar)
    tokens = tokenise(text)
    matches = list(_matches(text, tokens, known))
    taken = bytearray(len(tokens.words))
    chosen: list[_Match] = []
    for match in sorted(matches, key=lambda m: (m.first - m.stop, m.first)):
        if not any(taken[match.first : match.stop]):
            taken[match.first : match.stop] = b"\1" * (match.stop - match.first)
            chosen.append(match)
    chosen.sort(key=lambda match: match.first)
    return tuple(_expression(text, tokens, known, match) for match in chosen)


def _matches(text: str, tokens: Tokens, known: Compiled) -> Iterator[_Match]:
    """The longest match from each token on, its boundary phrase taken in."""
    numerals = "century" in known.root.slots
    for first, word in enumerate(tokens.words):
        if not ("0" <= word[0] <= "9" or word in known.starters or (numerals and word[0] in _UNITS_OF_ROMAN)):
            continue
        boundary, before = _boundary(tokens, known, first)
        best: tuple[int, int, Captures] | None = None
        for stop, rank, captures in _walk(tokens, known, first, bare=boundary is not None):
            if best is not None and (-stop, rank) >= (-best[0], best[1]):
                continue
            if known.rules[rank].lowercase and text[tokens.starts[stop - 1]].isupper():
                continue
            if not _is_part_of_number(text, tokens, known, first, stop):
                best = stop, rank, captures
        if best is not None and boundary is not None and known.rules[best[1]].op != "none":
            yield _Match(before, best[0], best[1], best[2], boundary)
        elif best is not None:
            yield _Match(first, best[0], best[1], best[2], None)


def _walk(tokens: Tokens, known: Compiled, first: int, bare: bool) -> Iterator[tuple[int, int, Captures]]:
    """Every (stop, rank of the rule, captures) that a template gives from token `first`."""
    stack: list[tuple[Node, int, Captures]] = [(known.root, first, ())]
    count = len(tokens.words)
    while stack:
        node, here, captures = stack.pop()
        if here > first:
            if node.rank is not None:
                yield here, node.rank, captures
            if bare and node.bare_rank is not None:
                yield here, node.bare_rank, captures
        if here == count or (here > first and not tokens.joined[here]):
            continue
        following = node.words.get(tokens.words[here])
        if following is not None:
            stack.append((following, here + 1, captures))
        if node.slots:
            for slot, value, after in _edges(tokens, known, here, node):
                for name, following in node.slots[slot].items():
                    stack.append((following, after, (*captures, (name, value))))


def _edges(tokens: Tokens, known: Compiled, here: int, node: Node) -> Iterator[Edge]:
    """The ways in which the tokens from `here` on fill one of the slots that may follow the node."""
    word = tokens.words[here]
    if "0" <= word[0] <= "9":
        for slot in node.slots:
            for number, after in _digits(tokens, known, here, slot):
                yield slot, number, after
        return
    for phrase, slot, value in known.lexicon.get(word, ()):
        if slot not in node.slots:
            continue
        stop = here + len(phrase)
        if stop == here + 1 or (tuple(tokens.words[here:stop]) == phrase and all(tokens.joined[here + 1 : stop])):
            yield slot, value, stop
    if "word" in node.slots and word.isalpha():
        yield "word", 0, here + 1
    if "century" in node.slots and word[0] in _UNITS_OF_ROMAN:
        for value, after in _roman(tokens, known, here):
            yield "century", value, after


def _digits(tokens: Tokens, known: Compiled, here: int, slot: str) -> list[Filling]:
    word = tokens.words[here]
    if len(word) > 4:
        return []
    value = int(word)
    short, after = len(word) <= 2, here + 1
    if slot in ("day", "day_numeral") and short and 1 <= value <= 31:
        return [(value, after), *_suffixed(tokens, here, value, known.day_suffixes)]
    if slot == "century" and short and 1 <= value <= 21:
        return _suffixed(tokens, here, value, known.century_suffixes)
    fits = {
        "month_number": short and 1 <= value <= 12,
        "year": len(word) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR,
        "short_year": len(word) == 2,
        "number": value > 0,
        "ordinal": len(word) == 1 and value > 0,
        "decade": value % 10 == 0 and (1700 <= value <= 2090 or (len(word) == 2 and 30 <= value <= 90)),
    }
    if not fits.get(slot, False):
        return []
    if slot == "short_year":
        value += 2000 if value <= _PIVOT else 1900
    if slot == "decade" and short:
        value += 1900
    plain: list[Filling] = [(value, after)]
    return plain + _suffixed(tokens, here, value, known.century_suffixes) if slot == "ordinal" else plain


def _suffixed(tokens: Tokens, here: int, value: int, suffixes: frozenset[str]) -> list[Filling]:
    after = here + 1
    fits = after < len(tokens.words) and tokens.words[after] in suffixes and tokens.starts[after] == tokens.ends[here]
    return [(value, after + 1)] if fits else []


def _roman(tokens: Tokens, known: Compiled, here: int) -> list[Filling]:
    """A century in Roman numerals with its suffix ("xxe"), or without ("siglo XX")."""
    word = tokens.words[here]
    numeral = _ROMAN.match(word)
    if numeral is None or not (word[numeral.end() :] in known.century_suffixes or numeral.end() == len(word)):
        return []
    digits = [_UNITS_OF_ROMAN[char] for char in numeral[0]]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    value = sum(-digit if digit < following else digit for digit, following in pairs)
    return [(value, here + 1)] if 1 <= value <= 21 else []


def _boundary(tokens: Tokens, known: Compiled, first: int) -> tuple[TimeBoundary | None, int]:
    """The longest boundary phrase that ends right before token `first`, and where it begins."""
    if first == 0 or not tokens.joined[first]:
        return None, first
    for phrase, boundary in known.boundaries.get(tokens.words[first - 1], ()):
        start = first - len(phrase)
        if start >= 0 and tuple(tokens.words[start:first]) == phrase and all(tokens.joined[start + 1 : first]):
            return boundary, start
    return None, first


def _is_part_of_number(text: str, tokens: Tokens, known: Compiled, first: int, stop: int) -> bool:
    """Whether the digits at either end go on beyond it ("3,2020", "12 mars 2020 000"), or count something."""
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    words = tokens.words
    if words[first][0].isdigit() and start:
        near = text[max(start - 2, 0) : start]
        if near[-1].isalnum() or (near[-1] in ".,/-:" and near[:-1].isdigit()):
            return True
    elif words[first][0].isalpha() and start and text[start - 1].isalnum():
        return True
    if words[stop - 1] == "," and text[end : end + 1].isdigit():
        return True  # "le 3,5"
    if not words[stop - 1][-1].isdigit():
        return words[stop - 1][-1].isalpha() and end < len(text) and text[end].isalnum()
    near = text[end : end + 2]
    if near[:1].isalnum() or (near[:1] in tuple(".,/-:") and near[1:].isdigit()):
        return True
    if stop == len(words) or not tokens.joined[stop]:
        return False
    following = words[stop]
    thousands = len(following) == 3 and following.isdigit()
    return thousands or following in known.counted or following in _NUMBER_SIGNS


def _expression(text: str, tokens: Tokens, known: Compiled, match: _Match) -> TimeExpression:
    rule, boundary = known.rules[match.rank], match.boundary
    start, end = tokens.starts[match.first], tokens.ends[match.stop - 1]
    return TimeExpression(
        text=text[start:end],
        start=start,
        end=end,
        kind=boundary.kind if boundary else rule.kind,
        direction=(boundary.direction if boundary else None) or rule.direction,
        parts=_parts(match.captures),
        rule=rule,
        boundary=boundary,
    )


def _parts(captures: Captures) -> TimeParts:
    """The captured slots under the names of `TimeParts`; classes of words leave nothing behind."""
    found: dict[str, Any] = {}
    for name, value in captures:
        field = name.replace("day_numeral", "day").replace("month_number", "month").replace("short_year", "year")
        if field in TimeParts.__struct_fields__:
            rough = field == "number" and isinstance(value, int) and value < 0
            found[field] = -int(value) if rough else value
            found["rough"] = found.get("rough", False) or rough
    return TimeParts(**found)
