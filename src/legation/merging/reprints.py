"""Reprints: dispatches that give the same text, whole, trimmed or lightly rewritten.

The text without furniture is cut into runs of three words; MinHash (rensa, fixed seed) with locality-sensitive hashing
proposes pairs, which are then verified on the runs themselves. Nothing is compared pairwise beyond the proposals.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from anyascii import anyascii
from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from legation.dispatch import Dispatch
from legation.when import bounds, is_edtf

RUN = 3
"""Words in a run: a word changed in ten leaves about three runs in four as they were."""
PERMUTATIONS, BANDS, SEED = 128, 64, 20
"""Bands of two rows propose a pair with a Jaccard likeness of 0.2 (a text trimmed to a fifth) with probability 0.93,
one of 0.01, chance overlap, with 0.006."""
LEAD = 60
"""Runs at the beginning that are compared on their own: a copy trimmed to its first paragraph is a small part of the
whole, but its lead is the same."""
LEAST = 0.55
"""Least share of the shorter text's runs that stand in the longer one. Two own accounts of one press conference that
quote the same sentences stay below; the figure is to be fitted on the stories."""
EXACT, TRIMMED = 0.9, 0.85
LEAST_RUNS = 12
"""Shorter texts are reprints only when they are equal: a few set phrases would make any two alike."""

Kind = Literal["exact", "trimmed", "rewritten"]


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
    return frozenset(_in_order(dispatch))


def _in_order(dispatch: Dispatch) -> list[str]:
    words = re.findall(r"[a-z0-9]+", anyascii(body(dispatch)).lower())
    if len(words) <= RUN:
        return [" ".join(words)] if words else []
    return [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def compare(a: frozenset[str], b: frozenset[str]) -> tuple[float, Kind] | None:
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


def _precedence(dispatch: Dispatch, size: int) -> tuple[str, int, str]:
    """Sorts the first telling first: by own date as far as known, else the longer one, else the smaller id."""
    first_day, last_day = (
        bounds(dispatch.published) if dispatch.published and is_edtf(dispatch.published) else (None, None)
    )
    day = last_day or first_day
    return (day.isoformat() if day else "9999-99", -size, dispatch.id)


def _proposals(cut: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs that may be reprints: alike as a whole, or in their leads, which is what a trimmed copy keeps."""
    ids = [i for i, in_order in cut.items() if in_order]
    for part in ([set(cut[i]) for i in ids], [set(cut[i][:LEAD]) for i in ids]):
        index = RMinHashLSH(0.2, PERMUTATIONS, BANDS)
        hashes = RMinHash.from_token_sets([sorted(tokens) for tokens in part], PERMUTATIONS, SEED)
        for key, minhash in enumerate(hashes):
            for other in index.query(minhash):
                yield ids[other], ids[key]
            index.insert(key, minhash)


def find_reprints(dispatches: Iterable[Dispatch]) -> tuple[Reprint, ...]:
    """The reprints among `dispatches`, each copy once, sorted by original and copy.

    Texts that are alike, directly or through others, form a group. Its original is the one published first as far as
    known (without dates: the longest, then the smallest id). Each other text is a copy of the text through which it
    hangs together with the original, nearest first. The order of `dispatches` does not matter.
    """
    known = {dispatch.id: dispatch for dispatch in dispatches}
    in_order = {i: _in_order(dispatch) for i, dispatch in sorted(known.items())}
    cut = {i: frozenset(text) for i, text in in_order.items()}
    alike: dict[str, dict[str, tuple[float, Kind]]] = defaultdict(dict)
    for a, b in sorted(set(_proposals(in_order))):
        if found := compare(cut[a], cut[b]):
            alike[a][b] = alike[b][a] = found
    order = {i: _precedence(known[i], len(cut[i])) for i in alike}
    found_reprints, seen = [], set[str]()
    for original in sorted(alike, key=order.__getitem__):
        if original in seen:
            continue
        seen.add(original)
        queue = deque([original])
        while queue:
            parent = queue.popleft()
            for copy in sorted(alike[parent].keys() - seen, key=order.__getitem__):
                seen.add(copy)
                queue.append(copy)
                likeness, kind = alike[parent][copy]
                sources = known[parent].source, known[copy].source
                found_reprints.append(Reprint(*sources, likeness, kind, parent, copy))
    return tuple(sorted(found_reprints, key=lambda reprint: (reprint.original_id, reprint.copy_id)))


def originals(reprints: Iterable[Reprint]) -> dict[str, str]:
    """For the id of every copy, the id of the first original behind it; dispatches that are no copies are missing."""
    parents = {reprint.copy_id: reprint.original_id for reprint in reprints}
    found = {}
    for copy in parents:
        first = copy
        while first in parents:
            first = parents[first]
        found[copy] = first
    return found
