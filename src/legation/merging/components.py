"""What hangs together: the connected components of pairs.

Groups of reports grow only along pairs that are judged the same, and copies hang together only along texts that are
alike. So each component can be settled on its own, and what is new changes only the components it touches.
"""

from __future__ import annotations

from collections.abc import Iterable


def components(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The ids that pairs connect, directly or through others, each component sorted, all by their first id.

    An id of a pair that is not among `ids` is left out with its pair.
    """
    first = {i: i for i in ids}

    def find(i: str) -> str:
        while first[i] != i:
            first[i] = first[first[i]]
            i = first[i]
        return i

    for a, b in pairs:
        if a in first and b in first:
            low, high = sorted((find(a), find(b)))
            first[high] = low
    found: dict[str, list[str]] = {}
    for i in sorted(first):
        found.setdefault(find(i), []).append(i)
    return tuple(tuple(members) for _, members in sorted(found.items()))
