"""Furniture: the lines of a page that are no reporting. They are marked, never cut.

Three kinds of evidence: the words of the language's data, the form of lines (rules, menus), and where a line stands
(headlines and subheads alone between full paragraphs). In doubt a line is reporting.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from itertools import pairwise

from legation.dispatch import Furniture
from legation.intake.folding import fold_words
from legation.intake.lines import Line
from legation.language.furniture import FurnitureGroup, FurnitureWords

_KEY = 3  # characters by which beginnings of lines are looked up; shorter entries by their first
_MAX_CHARS = 3_000  # of a line that patterns look at
_SENTENCE_END = re.compile(r"[.!?…][»\"”)]{0,2}\s+(?=[^\W\d_a-z\u00e0-\u00ff]|[«\"“(])")
_BREADCRUMB = re.compile(r"\s*[|›»>/•·]\s+|\s{3,}|\t")
_FULL_PARAGRAPH = 20  # words after which a line is a paragraph even without a full stop
_HEADLINE = 16  # words at most
_CLOSES_AFTER = {"nothing": 1.0, "headlines": 0.1, "everything": 0.5}  # share of the words that must stand before
_QUOTES = '«»“”"'
_NO_HEADLINE_START = "-–—•" + _QUOTES  # dialogue, lists, and quoted words with who said them
_NO_HEADLINE_END = (".", "…", ":", ";", ",", "!", "»", '"', "”", ")")


class FurnitureMarker:
    """Marks the furniture of one language."""

    def __init__(self, words: FurnitureWords) -> None:
        self._lines: dict[str, FurnitureGroup] = {}
        for group in words.group:
            for entry in group.lines:
                self._lines.setdefault(fold_words(entry), group)
        self._starts: dict[str, list[tuple[str, FurnitureGroup]]] = {}
        for group in words.group:
            for entry in group.starts:
                start = fold_words(entry)
                self._starts.setdefault(start[: _KEY if len(start) >= _KEY else 1], []).append((start, group))
        self._patterns = [(re.compile(pattern), group) for group in words.group for pattern in group.patterns]

    def mark_words(self, lines: list[Line]) -> dict[int, list[Furniture]]:
        """Furniture known by its words or its form, by the index of its line."""
        marks: dict[int, list[Furniture]] = {}
        total = sum(line.words for line in lines)
        passed = 0
        closing = "nothing"
        for index, line in enumerate(lines):
            if _is_rule(line):
                marks[index] = _whole(line, "rule")
                continue
            group = self._group_of(line)
            if closing == "headlines" and group is None and (line.ends_sentence or line.words >= _FULL_PARAGRAPH):
                closing = "nothing"
            found = _whole(line, group.reason) if group else self._sentences(line)
            if not found and closing != "nothing":
                found = _whole(line, "readers' comments" if closing == "everything" else "other articles")
            if found:
                marks[index] = found
            if group and closing != "everything" and passed > total * _CLOSES_AFTER[group.closes]:
                closing = group.closes
            passed += line.words
        for index, reason in _menus(lines).items():
            marks.setdefault(index, _whole(lines[index], reason))
        return marks

    def _group_of(self, line: Line) -> FurnitureGroup | None:
        """The group that knows this line as a whole."""
        if line.end - line.start > 600:
            return None
        folded = fold_words(line.text)
        for whole in (folded, folded.rstrip(".:… ")):
            if whole in self._lines:
                return self._lines[whole]
        for start, group in self._starts.get(folded[:_KEY], []) + self._starts.get(folded[:1], []):
            if folded.startswith(start) and line.words <= group.max_words:
                follows = folded[len(start) : len(start) + 1]
                if not follows.isalnum() or not start[-1].isalnum():
                    return group
        return self._group_of_all(line.text)

    def _group_of_all(self, text: str) -> FurnitureGroup | None:
        """The group of a row of buttons, "PARTAGER | IMPRIMER", each known as a line; that of the first."""
        parts = [fold_words(part) for part in _BREADCRUMB.split(text)]
        if len(parts) < 2 or not all(part in self._lines for part in parts):
            return None
        return self._lines[parts[0]]

    def _sentences(self, line: Line) -> list[Furniture]:
        """The sentences of a line that a pattern knows; the whole line when they are at least half of it."""
        bounds = [0, *(match.end() for match in _SENTENCE_END.finditer(line.text[:_MAX_CHARS])), len(line.text)]
        hits: list[tuple[int, int, str]] = []
        for start, end in pairwise(bounds):
            folded = fold_words(line.text[start : min(end, start + _MAX_CHARS)])
            group = next((group for pattern, group in self._patterns if pattern.search(folded)), None)
            if group:
                hits.append((start, start + len(line.text[start:end].rstrip()), group.reason))
        if hits and 2 * len(hits) >= len(bounds) - 1:
            return _whole(line, hits[0][2])
        return [Furniture(line.start + start, line.start + end, reason) for start, end, reason in hits]


def mark_headlines(lines: list[Line], marks: Mapping[int, list[Furniture]], title: str | None) -> dict[int, str]:
    """Headlines of other articles and subheads: title-like lines alone between full paragraphs, by line index."""
    whole = {
        index for index, found in marks.items()
        if any(mark.start == lines[index].start and mark.end == lines[index].end for mark in found)
    }  # fmt: skip
    told = [index for index in range(len(lines)) if index not in whole]
    open_lines = frozenset(told)
    own = fold_words(title) if title else None
    headlines: dict[int, str] = {}
    for position in range(1, len(told) - 1):
        index = told[position]
        line, after = lines[index], lines[told[position + 1]]
        before = next((lines[i] for i in reversed(told[:position]) if i not in headlines), None)
        if before is None or not _is_headline(line) or fold_words(line.text) == own:
            continue
        between = _is_paragraph(before) and _is_paragraph(after) and after.opens_upper
        if between and _stands_alone(lines, open_lines, index):
            headlines[index] = "other headline" if line.text.rstrip().endswith("?") else "subhead"
    return headlines


def _is_headline(line: Line) -> bool:
    text = line.text.strip("*_# \t")
    if not text or not line.opens_upper or text[0] in _NO_HEADLINE_START or text.endswith(_NO_HEADLINE_END):
        return False
    return line.words <= _HEADLINE and not (text[-1] == "?" and any(mark in text for mark in _QUOTES))


def _is_paragraph(line: Line) -> bool:
    return (line.ends_sentence and line.words >= 6) or line.words >= 2 * _FULL_PARAGRAPH


def _stands_alone(lines: list[Line], told: Container[int], index: int) -> bool:
    """Whether a line is a paragraph of its own, and no piece of a hard-wrapped one."""
    line = lines[index]
    if line.blank_before and line.blank_after:
        return True
    if line.blank_before:
        return lines[index + 1].words >= _FULL_PARAGRAPH
    first = last = index
    while not lines[first].blank_before:
        first -= 1
    while not lines[last].blank_after:
        last += 1
    block = [lines[other] for other in range(first, last + 1) if other in told and other != index]
    return len(block) >= 2 and sum(other.ends_sentence for other in block) >= 0.7 * len(block)


def _is_rule(line: Line) -> bool:
    return not any(char.isalnum() for char in line.text)


def _menus(lines: list[Line]) -> dict[int, str]:
    """Runs of four or more lines of at most three words, and bread crumbs ("Accueil > Monde > Amériques")."""
    found = {index: "menu" for index, line in enumerate(lines) if _is_breadcrumb(line)}
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and _is_menu_entry(lines[index]):
            run.append(index)
            continue
        if len(run) >= 4:
            found.update(dict.fromkeys(run, "menu"))
        run = []
    return found


def _is_menu_entry(line: Line) -> bool:
    return line.words <= 3 and not line.ends_sentence and len(line.text) <= 40


def _is_breadcrumb(line: Line) -> bool:
    if line.words > 24 or line.ends_sentence or "«" in line.text:
        return False
    pieces = [piece for piece in _BREADCRUMB.split(line.text) if piece.strip()]
    return len(pieces) >= 3 and all(len(piece.split()) <= 4 for piece in pieces[:-1])


def _whole(line: Line, reason: str) -> list[Furniture]:
    return [Furniture(line.start, line.end, reason)]
