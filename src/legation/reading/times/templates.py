"""Compiling a language's time templates into one trie over tokens.

Every way to write a template (its optional parts left out or in) is a path of literal words and slots; all paths
share one trie. Matching walks it from each token, so the time is linear in the text: a path is never longer than its
template, and a token fits only a few branches.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import msgspec

from legation.language.times import TimeBoundary, TimeGrammar, TimeRule
from legation.reading.times.tokens import tokenise

Value = int | str
Phrase = tuple[str, ...]
Entry = tuple[Phrase, str, Value]
"""Words of a lexicon, the slot they fill, the value they give it."""

_MOST_PATHS = 4096
"""Ways to write one template; more is a mistake in the data."""


class Node(msgspec.Struct):
    """A place in the trie: what may come next, and the rule whose template ends here (its rank in the data)."""

    words: dict[str, Node] = {}
    slots: dict[str, dict[str, Node]] = {}
    """Slot → the names under which templates take it (`day`, `day2`) → what follows."""
    rank: int | None = None
    bare_rank: int | None = None


class Compiled(msgspec.Struct, frozen=True):
    """A grammar made ready for `find`."""

    rules: tuple[TimeRule, ...]
    root: Node
    lexicon: dict[str, tuple[Entry, ...]]
    """First word → what may begin with it."""
    starters: frozenset[str]
    """Words an expression can begin with; digits may always."""
    boundaries: dict[str, tuple[tuple[Phrase, TimeBoundary], ...]]
    """Last word → boundary phrases that end with it, the longest first."""
    day_suffixes: frozenset[str]
    century_suffixes: frozenset[str]
    counted: frozenset[str]


@lru_cache(maxsize=16)
def compiled(grammar: TimeGrammar) -> Compiled:
    """The grammar made ready; kept, so that it costs its 50 ms once.

    Raises:
        ValueError: a template with brackets that do not match, or with too many optional parts.
    """
    root = Node()
    for rank, rule in enumerate(grammar.rule):
        for template in rule.templates:
            for path in paths(grammar.expand(template)):
                _add(root, path, rank, rule.bare)
    lexicon = _lexicon(grammar)
    starters = {word for word, entries in lexicon.items() if any(slot in root.slots for _, slot, _ in entries)}
    return Compiled(
        rules=grammar.rule,
        root=root,
        lexicon=lexicon,
        starters=frozenset(root.words) | starters,
        boundaries=_boundaries(grammar),
        day_suffixes=frozenset(_folded(grammar.day_suffixes)),
        century_suffixes=frozenset(_folded(grammar.century_suffixes)),
        counted=frozenset(_folded(grammar.counted)),
    )


def paths(template: str) -> list[tuple[str, ...]]:
    """All ways to write a template, as literal tokens and `{slots}`.

    Raises:
        ValueError: brackets that do not match, or too many ways.
    """
    found, rest = _alternatives(template, "")
    if rest:
        raise ValueError(f"unmatched {rest[0]!r} in template {template!r}")
    return list(dict.fromkeys(path for path in found if path))


def _alternatives(text: str, closing: str) -> tuple[list[tuple[str, ...]], str]:
    """Paths of `a|b|c` up to the closing bracket, and what follows it."""
    found: list[tuple[str, ...]] = []
    while True:
        some, text = _sequence(text)
        found += some
        if text.startswith("|"):
            text = text[1:]
            continue
        if not closing:
            return found, text
        if not text.startswith(closing):
            raise ValueError(f"missing {closing!r} in a template")
        return found, text[1:]


def _sequence(text: str) -> tuple[list[tuple[str, ...]], str]:
    """Paths of what stands before the next `|`, `]`, `)` or the end, and the rest."""
    found: list[tuple[str, ...]] = [()]
    while text and text[0] not in "|])":
        if text[0] in "[(":
            optional = text[0] == "["
            some, text = _alternatives(text[1:], "]" if optional else ")")
            step = [(), *some] if optional else some
        elif text[0] == "{":
            slot, brace, text = text[1:].partition("}")
            if not brace:
                raise ValueError("missing '}' in a template")
            step = [(f"{{{slot}}}",)]
        else:
            stop = min((place for place in map(text.find, "[({|])") if place >= 0), default=len(text))
            step, text = [tuple(tokenise(text[:stop]).words)], text[stop:]
        if len(found) * len(step) > _MOST_PATHS:
            raise ValueError("a template with too many optional parts")
        found = [left + right for left, right in product(found, step)]
    return found, text


def _add(root: Node, path: tuple[str, ...], rank: int, bare: bool) -> None:
    node = root
    for step in path:
        if len(step) > 1 and step.startswith("{"):
            name = step[1:-1]
            node = node.slots.setdefault(name.rstrip("2"), {}).setdefault(name, Node())
        else:
            node = node.words.setdefault(step, Node())
    if bare:
        node.bare_rank = rank if node.bare_rank is None else min(node.bare_rank, rank)
    else:
        node.rank = rank if node.rank is None else min(node.rank, rank)


def _folded(words: tuple[str, ...]) -> list[str]:
    return ["".join(tokenise(word).words) for word in words]


def _lexicon(grammar: TimeGrammar) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    numbered = {
        "month": grammar.months,
        "weekday": grammar.weekdays,
        "number": grammar.numbers,
        "ordinal": grammar.ordinals,
        "day": grammar.days,
        "decade": grammar.decades,
    }
    entries: list[tuple[str, Value, str]] = []
    for slot, table in numbered.items():
        entries += [(slot, value, text) for value, texts in table.items() for text in texts]
    # A rough number is handed on as a negative one.
    entries += [("number", -value, text) for value, texts in grammar.rough_numbers.items() for text in texts]
    entries += [("unit", unit, text) for unit, texts in grammar.units.items() for text in texts]
    entries += [("season", season, text) for season, texts in grammar.seasons.items() for text in texts]
    entries += [("part", part, text) for part, texts in grammar.parts.items() for text in texts]
    entries += [(slot, 0, text) for slot, texts in grammar.words.items() for text in texts]
    for slot, value, text in entries:
        phrase = tuple(tokenise(text).words)
        if not phrase:
            raise ValueError(f"an empty word among {slot}")
        found.setdefault(phrase[0], []).append((phrase, slot, value))
        if slot == "number" and 1 <= int(value) <= 31:
            found[phrase[0]].append((phrase, "day", value))
    return {word: tuple(some) for word, some in found.items()}


def _boundaries(grammar: TimeGrammar) -> dict[str, tuple[tuple[Phrase, TimeBoundary], ...]]:
    found: dict[str, list[tuple[Phrase, TimeBoundary]]] = {}
    for boundary in grammar.boundary:
        for text in boundary.phrases:
            for phrase in paths(grammar.expand(text)):
                found.setdefault(phrase[-1], []).append((phrase, boundary))
    return {word: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for word, some in found.items()}
