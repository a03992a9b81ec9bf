"""Front matter: what a `.txt` or `.md` file says about its text before the text.

The file begins with a line `---`, then lines `key: value`, then a line `---`. The text of the dispatch is what follows
the line end after the closing `---`, and offsets count from there. A file without a closing line within the first
forty, or without one of the known keys, has no front matter: all of it is text.
"""

from __future__ import annotations

import re

KEYS = ("title", "published", "outlet", "url", "language")
_MOST_LINES = 40
_ENTRY = re.compile(r"([A-Za-z_][\w-]{0,40})\s*:\s*(.*)")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The known keys with their values, and the text that follows; line ends must be unified before."""
    head, rule, rest = text.partition("\n")
    if not rule or head.rstrip() != "---":
        return {}, text
    values: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line, rule, rest = rest.partition("\n")
        if line.rstrip() == "---":
            return (values, rest) if values else ({}, text)
        entry = _ENTRY.fullmatch(line.strip())
        if line.strip() and not entry and not line.startswith((" ", "\t", "-", "#")):
            return {}, text
        if entry and entry[1].lower() in KEYS:
            value = _unquoted(entry[2].strip())
            if value:
                values.setdefault(entry[1].lower(), value)
        if not rule:
            break
    return {}, text


def _unquoted(value: str) -> str:
    return value[1:-1].strip() if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'" else value
