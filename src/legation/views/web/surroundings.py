"""Where the sentence before and the sentence after begin and end, found by their signs."""

from __future__ import annotations

import re

REACH = 450
"""Characters of a neighbouring sentence at most; a longer one is cut between words."""
_END = re.compile(r"(?<!\b[A-ZÀ-Þ])[.!?…][»”\"')\]]*(?=\s)|\n[ \t]*\n")


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the sentence before `start` to the end of the one after `end`, in code points."""
    return _before(text, start), _after(text, end)


def _before(text: str, start: int) -> int:
    low = max(start - REACH, 0)
    head = text[low:start].rstrip()
    ends = [match.end() for match in _END.finditer(head) if match.end() < len(head)]
    cut = 0 if low == 0 else max(head.find(" "), 0)
    begin = low + (ends[-1] if ends else cut)
    while begin < start and text[begin].isspace():
        begin += 1
    return begin


def _after(text: str, end: int) -> int:
    begin = end
    while begin < len(text) and begin < end + REACH and text[begin].isspace():
        begin += 1
    tail = text[begin : begin + REACH + 1]
    found = _END.search(tail + " ")
    if found:
        return begin + min(found.end(), len(tail))
    if len(tail) <= REACH:
        return begin + len(tail.rstrip())
    return begin + max(tail.rfind(" "), 0)
