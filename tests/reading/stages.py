"""The stages of reading, taken one by one, for tests that look at a single one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from legation.dispatch import Dispatch, Furniture, OwnDate, Span, text_id
from legation.language.words import split_words
from legation.reading.arguments import Argument
from legation.reading.mentions import Mention, MentionFinder
from legation.reading.names import build_index
from legation.reading.parse import parse
from legation.reading.reader import Reader
from legation.reading.triggers import Hit
from legation.reading.view import View
from legation.report import Report


class Stages:
    """Each stage of reading by itself, over one sentence: the parts of a reader."""

    def __init__(self, reader: Reader, parser: Any) -> None:
        tools = reader._tools
        self.pack = reader.pack
        self.reader = reader
        self.parser = parser
        self.finder = MentionFinder(reader.pack, build_index(reader.pack))
        self.grammar = tools.grammar
        self.triggers = tools.triggers
        self.status = tools.status
        self.content = tools.content
        self.support = tools.support
        self.attribution = tools.attribution

    def mentions(self, text: str) -> list[Mention]:
        found = self.finder.find(split_words(text))
        for mention in found:
            mention.text = text[mention.start : mention.end]
        return found

    def views(self, text: str) -> list[View]:
        """The sentences with their mentions, unparsed."""
        return self.reader._prepare(dispatch(text))[-1]

    def view(self, text: str) -> View:
        """One sentence, parsed."""
        (one,) = self.views(text)
        parse([one], self.parser, None, self.pack.syntax)
        return one

    def hits(self, text: str) -> list[Hit]:
        return self.triggers.find(self.view(text).doc)

    def hit(self, text: str, word: str) -> Hit:
        """The hit whose head word is `word`."""
        (one,) = [h for h in self.hits(text) if h.token.text == word]
        return one

    def slots(self, text: str, word: str) -> set[tuple[str, str]]:
        """Slot and head word of the arguments of a word of the sentence."""
        token = next(t for t in self.view(text).doc if t.text == word)
        return {(a.slot, a.token.text) for a in self.grammar.arguments(token)}


def filled(arguments: Iterable[Argument]) -> set[tuple[str, str]]:
    return {(a.slot, a.token.text) for a in arguments}


def dispatch(text: str, published: str | None = None, furniture: tuple[Furniture, ...] = (), **said: Any) -> Dispatch:
    own = OwnDate(published, "published") if published else None
    return Dispatch(text_id(text), text, "test", "fr", own_date=own, furniture=furniture, **said)


def told(reports: Iterable[Report]) -> list[str]:
    """Each report in a few words, codes in alphabetical order: "CONSULT/visit TUR > GRC", "planned AID SWE > UKR"."""
    return [_told(report) for report in reports]


def _told(report: Report) -> str:
    actors, recipients = (sorted(p.code for p in side) for side in (report.actors, report.recipients))
    status = "" if report.status == "occurred" else f"{report.status} "
    mode = f"/{report.mode}" if report.mode else ""
    sides = " ".join(actors) + (f" > {' '.join(recipients)}" if recipients else "")
    return f"{status}{report.type}{mode} {sides}"


def spans(report: Report) -> list[Any]:
    """Everything in a report that quotes the dispatch."""
    found: list[Any] = [report.trigger, report.sentence, *report.mentions, *report.actors, *report.recipients]
    found += [a for a in report.attribution if a.start is not None]
    return found + [span for span in (report.place, report.date_basis) if span is not None]


def quotes(found: Span | Any, text: str) -> bool:
    return 0 <= found.start < found.end <= len(text) and text[found.start : found.end] == found.text


def without_accents_joined(text: str) -> str:
    """The same text with letters and accents apart (NFD)."""
    return unicodedata.normalize("NFD", text)
