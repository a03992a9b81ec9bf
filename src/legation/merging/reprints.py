"""Reprints: dispatches that give the same text, whole, trimmed or lightly rewritten.

The text without furniture is cut into runs of three words. MinHash (rensa, fixed seed) gives each text keys and a
sketch; two texts that came out within two months of each other, as far as is known, share a key and whose sketches do
not tell them apart are compared on the runs themselves, others never. All of it depends on nothing but the dispatch, so
a ledger can keep it and look up what a new text is compared with.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from struct import Struct
from typing import Literal
from zlib import crc32

import msgspec
from anyascii import anyascii
from rensa import RMinHash  # type: ignore[import-untyped]

from legation.dispatch import Dispatch
from legation.when import known_bounds

RUN = 3
"""Words in a run: a word changed in ten leaves about three runs in four as they were."""
BANDS, ROWS, SEED = 42, 3, 20
"""Of a text as a whole. A pair with a Jaccard likeness of 0.5 shares a key with probability 0.996,
one of 0.3 with 0.69, one of 0.01, chance overlap, with 0.00004: few enough among a hundred thousand texts."""
LEAD_BANDS = 21
"""Bands of the lead: a trimmed copy has it whole, and those rewritten share a key as a whole, so that fewer do. A pair
of leads of 0.6 shares a key with probability 0.994."""
SKETCHED = 12
"""Least places of the sketches, of whole or lead, that agree: 25 of 126 are expected at a likeness of 0.2, 4 to 6 of
two texts that share a key by chance. Those are a dozen for each text among a hundred thousand: too many to read."""
LEAD = 60
"""Runs at the beginning that are compared on their own: a copy trimmed to its first paragraph is a small part of the
whole, but its lead is the same."""
LEAST = 0.38
"""Least share of the shorter text's runs that stand in the longer one. Two own accounts of one press conference that
quote the same sentences share a fifth, rewritten copies over half (evaluation/stories, develop): the middle."""
EXACT, TRIMMED = 0.9, 0.85
NEAR = 60
"""Days between two texts beyond which neither reprints the other: what is alike then is a form that is filled in anew,
a bulletin or a table, and there may be thousands of them. As long as what is news without a date (`blocks`)."""
_PRECISE = 31
"""Days that an own date may leave open; one that leaves more is as good as none: such texts are compared with all."""
LEAST_RUNS = 12
"""Shorter texts are reprints only when they are equal: a few set phrases would make any two alike."""

Kind = Literal["exact", "trimmed", "rewritten"]
Likeness = tuple[float, Kind]
Precedence = tuple[str, int, str]
_PERMUTATIONS = BANDS * ROWS
_NUMBERS, _HALF = Struct(f">{_PERMUTATIONS}I"), 2**31


class _Letters(dict[int, str]):
    """Plain letters by character, each found once: texts are long, and characters few."""

    def __missing__(self, character: int) -> str:
        return self.setdefault(character, anyascii(chr(character)))


_PLAIN = _Letters()


class Reprint(msgspec.Struct, frozen=True):
    """`copy` reprints `original` (both are dispatch sources, as in the public form).

    `likeness` is the share of the shorter text's runs of three words that stand in the longer one too.
    """

    original: str
    copy: str
    likeness: float
    kind: Kind
    original_id: str
    copy_id: str


def body(dispatch: Dispatch) -> str:
    """The text without its furniture."""
    parts, at = [], 0
    for piece in sorted(dispatch.furniture, key=lambda piece: (piece.start, piece.end)):
        parts.append(dispatch.text[at : max(at, piece.start)])
        at = max(at, piece.end)
    parts.append(dispatch.text[at:])
    return " ".join(parts)


def runs(dispatch: Dispatch) -> frozenset[str]:
    """The runs of three words of the body, in plain letters; a shorter body is one run."""
    return frozenset(in_order(dispatch))


def in_order(dispatch: Dispatch) -> list[str]:
    """The runs one after the other, as often as they come."""
    words = re.findall(r"[a-z0-9]+", body(dispatch).translate(_PLAIN).lower())
    if len(words) <= RUN:
        return [" ".join(words)] if words else []
    return [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def day_of(dispatch: Dispatch) -> int | None:
    """The day it came out, counted from the year 1, as far as its own date says: the last one that it can be."""
    return _day(dispatch.published)


def _day(published: str | None) -> int | None:
    first, last = known_bounds(published)
    if first is None or last is None or (last - first).days > _PRECISE:
        return None
    return last.toordinal()


def are_apart(a: int | None, b: int | None) -> bool:
    """Whether two texts of these days are too far apart to be compared."""
    return a is not None and b is not None and abs(a - b) > NEAR


def period(day: int | None) -> int:
    """The stretch of time in which a text of this day is looked up; 0 for one without a day."""
    return 0 if day is None else 1 + day // NEAR


def periods_near(own: int) -> tuple[int, ...]:
    """The periods, that of texts without a day last, in which texts near one of this period are."""
    return (own - 1, own, own + 1, 0) if own else (0,)


def compare(a: frozenset[str], b: frozenset[str]) -> Likeness | None:
    """Likeness and kind of two texts given as their runs, or None when neither reprints the other."""
    if not a or not b:
        return None
    common = len(a & b)
    jaccard, contained = common / (len(a) + len(b) - common), common / min(len(a), len(b))
    if jaccard >= EXACT:
        return round(contained, 3), "exact"
    if contained < LEAST or min(len(a), len(b)) < LEAST_RUNS:
        return None
    return round(contained, 3), "trimmed" if contained >= TRIMMED else "rewritten"


def precedence(published: str | None, size: int, dispatch_id: str) -> Precedence:
    """Sorts the first telling first: by own day where it is known (`day_of`), else the longer one, else the smaller id.

    Those without a day come last: one of them that were the original of others would make them near each other.
    """
    day = _day(published)
    return (date.fromordinal(day).isoformat() if day else "9999-99", -size, dispatch_id)


class Marks(msgspec.Struct, frozen=True):
    """What is known of a text without reading it: its keys and the sketch of its whole and lead.

    Keys are of 32 bits with sign: that two others are equal by chance is rare, and does no harm. The sketch has a byte
    for each permutation. A text without words has neither.
    """

    keys: frozenset[int]
    sketch: bytes


def marks(texts: Sequence[Sequence[str]]) -> list[Marks]:
    """The marks of texts, given as their runs in order.

    Alike as a whole, or in their leads, which is what a trimmed copy keeps: either gives a common key.
    """
    found: list[set[int]] = [set() for _ in texts]
    sketches = [b""] * len(texts)
    leads = [text[:LEAD] for text in texts]
    for name, part, bands in ((b"whole", texts, BANDS), (b"lead", leads, LEAD_BANDS)):
        hashes = RMinHash.from_token_sets([sorted(set(text)) for text in part], _PERMUTATIONS, SEED)
        for n, (text, minhash) in enumerate(zip(part, hashes, strict=True)):
            if text:
                signature = _NUMBERS.pack(*minhash.digest())
                found[n].update(_bands(name, signature, bands))
                sketches[n] += signature[3::4]
    return [Marks(frozenset(own), sketch) for own, sketch in zip(found, sketches, strict=True)]


def may_be_alike(a: bytes, b: bytes) -> bool:
    """Whether two texts that share a key are worth reading, by their sketches."""
    return any(
        _agreeing(a[part], b[part]) >= SKETCHED for part in (slice(0, _PERMUTATIONS), slice(_PERMUTATIONS, None))
    )


def _agreeing(a: bytes, b: bytes) -> int:
    """In how many places two strings of equal length agree: as numbers, since a loop over the places takes long."""
    different = int.from_bytes(a, "big") ^ int.from_bytes(b, "big")
    return different.to_bytes(len(a), "big").count(0)


def _bands(name: bytes, signature: bytes, number: int) -> Iterator[int]:
    size = len(signature) // BANDS
    for at in range(0, number * size, size):
        # The place of a band is part of its key: bands meet only their like.
        yield crc32(signature[at : at + size], crc32(name, at)) - _HALF


def chains(
    alike: Mapping[str, Mapping[str, Likeness]], order: Mapping[str, Precedence], days: Mapping[str, int | None]
) -> Iterator[tuple[str, str, Likeness]]:
    """Each copy once, with the text it hangs on and their likeness, over whole components of alike texts.

    All copies are near their original: where a form is filled in day by day, the first of two months later is another.

    Args:
        alike: for each id the ids of the texts it is like; both ways round.
        order: the precedence of each of them.
        days: the day of each of them (`day_of`).
    """
    seen = set[str]()
    for original in sorted(alike, key=order.__getitem__):
        if original in seen:
            continue
        seen.add(original)
        queue = deque([original])
        while queue:
            parent = queue.popleft()
            for copy in sorted(alike[parent].keys() - seen, key=order.__getitem__):
                if are_apart(days[original], days[copy]):
                    continue
                seen.add(copy)
                queue.append(copy)
                yield parent, copy, alike[parent][copy]


def find_reprints(dispatches: Iterable[Dispatch]) -> tuple[Reprint, ...]:
    """The reprints among `dispatches`, each copy once, sorted by original and copy.

    Texts that are alike, directly or through others, and came out within `NEAR` days of the first of them form a group.
    Its original is that first one, published first as far as known (without dates: the longest, then the smallest id).
    Each other text is a copy of the text through which it hangs together with the original, nearest first. The order
    of `dispatches` does not matter.
    """
    known = {dispatch.id: dispatch for dispatch in dispatches}
    cut = {i: in_order(dispatch) for i, dispatch in sorted(known.items())}
    sets = {i: frozenset(text) for i, text in cut.items()}
    alike: dict[str, dict[str, Likeness]] = defaultdict(dict)
    days = {i: day_of(dispatch) for i, dispatch in known.items()}
    for a, b in _proposals(cut, days):
        if found := compare(sets[a], sets[b]):
            alike[a][b] = alike[b][a] = found
    order = {i: precedence(known[i].published, len(sets[i]), i) for i in alike}
    copies = (
        Reprint(known[original].source, known[copy].source, likeness, kind, original, copy)
        for original, copy, (likeness, kind) in chains(alike, order, days)
    )
    return tuple(sorted(copies, key=lambda reprint: (reprint.original_id, reprint.copy_id)))


def _proposals(cut: Mapping[str, Sequence[str]], days: Mapping[str, int | None]) -> set[tuple[str, str]]:
    """The pairs of ids that share a key, are near and may be alike, the smaller id first."""
    ids = sorted(cut)
    known = dict(zip(ids, marks([cut[i] for i in ids]), strict=True))
    holders: dict[int, list[str]] = defaultdict(list)
    for i in ids:
        for key in known[i].keys:
            holders[key].append(i)
    shared = (pair for sharing in holders.values() for pair in combinations(sharing, 2))
    pairs = {(a, b) for a, b in shared if not are_apart(days[a], days[b])}
    return {(a, b) for a, b in pairs if may_be_alike(known[a].sketch, known[b].sketch)}


def originals(reprints: Iterable[Reprint]) -> dict[str, str]:
    """For the id of every copy, the id of the first original behind it; dispatches that are no copies are missing."""
    parents = {reprint.copy_id: reprint.original_id for reprint in reprints}
    found = {}
    for copy in parents:
        first, seen = copy, {copy}
        while first in parents and parents[first] not in seen:  # a circle, which chains never make, ends too
            first = parents[first]
            seen.add(first)
        found[copy] = first
    return found
