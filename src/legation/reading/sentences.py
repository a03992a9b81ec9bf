"""Sentences and paragraphs of a clean text, found before anything is parsed, because the gate chooses among them."""

from __future__ import annotations

import re
from typing import NamedTuple

from legation.language.syntax import Syntax

_END = re.compile(r"[.!?…]+[»\"”')\]]*(?:\s*»)?(?=\s|$)|\n")
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
        if blocks and _goes_on(text[blocks[-1][0] : blocks[-1][1]], stripped):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _goes_on(before: str, line: str) -> bool:
    ends = before[-1] in '.!?…:»"”;' or before.endswith("--")
    return not ends and (line[0].islower() or (before[-1] == "," and len(before) > 40))


def _sentences(text: str, start: int, end: int, syntax: Syntax) -> list[tuple[int, int]]:
    known = syntax.abbreviations["words"]
    found = []
    at = start
    for match in _END.finditer(text, start, end):
        if match.group() == "\n":
            continue
        stop = match.end()
        rest = text[stop:end].lstrip()
        if rest and not (rest[0].isupper() or rest[0] in _OPENING or rest[0].isdigit()):
            continue
        before = re.search(r"([\w.]+)$", text[at : match.start()])
        word = before.group(1) if before else ""
        if match.group() == "." and (word.lower() in known or (len(word) == 1 and word.isupper())):
            continue
        if text[at:stop].strip():
            found.append((at, stop))
        at = stop
    if text[at:end].strip():
        found.append((at, end))
    return [_trimmed(text, s, e) for s, e in found]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
