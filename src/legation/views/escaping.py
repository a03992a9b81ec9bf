"""Text from dispatches as it is shown: nothing in it may act.

Control characters (escape sequences of terminals), bidirectional overrides and other unseen characters are written
out. On a terminal everything is printed as plain text, never as rich's markup; a page escapes besides.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_HARMLESS = "\u00ad\u200b\ufeff"
"""Soft hyphen, zero-width space, byte-order mark: common in texts from the web, without meaning, left out."""


def visible(text: str) -> str:
    """The text with line ends and tabs kept and every other unseen character written as its escape (`\\x1b`)."""
    if text.isprintable():
        return text
    return "".join(char if char in "\n\t" else _shown(char) for char in text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The text on one line, its unseen characters written out."""
    return visible(re.sub(r"\s+", " ", text).strip())


def escaped_json(line: str) -> str:
    """A line of JSON in which unseen characters stand as JSON escapes: other characters, the same content."""
    if line.isprintable():
        return line
    return "".join(_json_escape(char) if unicodedata.category(char) in _UNSEEN else char for char in line)


def _shown(char: str) -> str:
    if char in _HARMLESS:
        return ""
    if unicodedata.category(char) in _UNSEEN:
        return ascii(char)[1:-1]
    return char


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
