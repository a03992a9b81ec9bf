"""Sentences and paragraphs of a clean text, found before anything is parsed, because the gate chooses among them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from legation.language.syntax import Syntax

# Each run of signs is looked at once, from its start: a text may be nothing but dots.
_END = re.compile(r"(?<![.!?…])[.!?…]++[»\"”')\]]*+(?:\s*»)?(?=\s|$)|\n")
_NEXT = re.compile(r"\S")
_WORD = re.compile(r"[\w.]+$")
_WRAPPED = 40
"""Characters: a line that ends in a comma and is longer was cut at the margin."""
_OPENING = '«"“([—–-•'
_CLOSERS = '»"”'


class Sentence(NamedTuple):
    """One sentence; offsets into the clean text. `paragraph` counts from 0; `quoted` tells whether it stands wholly
    inside a quotation that an earlier sentence opened.
    """

    start: int
    end: int
    paragraph: int
    quoted: bool


def find_sentences(text: str, syntax: Syntax, *, longest: int = 1500) -> tuple[Sentence, ...]:
    """The sentences of a text, in order. A sentence longer than `longest` characters is cut, to bound the parser."""
    found: list[Sentence] = []
    paragraph = -1
    for start, end in _blocks(text):
        paragraph += 1
        open_quote = False
        for s_start, s_end in _sentences(text, start, end, syntax):
            for at in range(s_start, s_end, longest):
                piece_end = min(at + longest, s_end)
                piece = text[at:piece_end]
                found.append(Sentence(at, piece_end, paragraph, open_quote and not re.match(r"\s*«", piece)))
                opened, closed = piece.rfind("«"), piece.rfind("»")
                if opened > closed:
                    open_quote = True
                elif closed > opened:
                    open_quote = False
    return tuple(found)


def _blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs: lines, joined where a line plainly goes on (hard wraps, pages that cut a sentence in two)."""
    blocks: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        stripped = match.group().strip()
        if not stripped:
            continue
        start += len(match.group()) - len(match.group().lstrip())
        end = start + len(stripped)
        if blocks and _goes_on(text[max(blocks[-1][0], blocks[-1][1] - _WRAPPED - 1) : blocks[-1][1]], stripped):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on with what stands before it, of which the end is enough."""
    ends = before[-1] in '.!?…:»"”;' or before.endswith("--")
    return not ends and (line[0].islower() or (before[-1] == "," and len(before) > _WRAPPED))


def _sentences(text: str, start: int, end: int, syntax: Syntax) -> list[tuple[int, int]]:
    known = syntax.abbreviations["words"]
    reach = max(map(len, known), default=1) + 1
    found = []
    at = start
    for match in _END.finditer(text, start, end):
        if match.group() == "\n":
            continue
        stop = match.end()
        if (after := _NEXT.search(text, stop, end)) and not _opens(after.group()):
            continue
        if match.group() == "." and _is_abbreviation(text[max(at, match.start() - reach) : match.start()], known):
            continue
        if text[at:stop].strip():
            found.append((at, stop))
        at = stop
    if text[at:end].strip():
        found.append((at, end))
    return [_trimmed(text, s, e) for s, e in found]


def _opens(sign: str) -> bool:
    return sign.isupper() or sign in _OPENING or sign.isdigit()


def _is_abbreviation(before: str, known: Collection[str]) -> bool:
    """Whether a dot behind this belongs to the word at its end. It reaches further back than the longest one known."""
    word = found.group() if (found := _WORD.search(before)) else ""
    return word.lower() in known or (len(word) == 1 and word.isupper())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
