"""When an event takes place: the words of time in its clause, else the scene it belongs to, else nothing.

Null beats a far date: a date is inherited only from the sentence, or from the scene that a dated
event of the same or the paragraph before has set.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from legation import when
from legation.dispatch import Basis, Dispatch, OwnDate, Span
from legation.reading.arguments import Grammar
from legation.reading.sentences import Sentence
from legation.reading.times import Resolved, TimeExpression, resolve
from legation.reading.triggers import Hit
from legation.reading.view import View
from legation.report import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


_BEGINNING = 3
"""Sentences within which a full day dates a dispatch that has no date of its own."""
_UNKNOWN = "XXXX"
_FIRST = 2008
"""First of twelve years among which every day of the year falls on every weekday."""
_SCENE = 6
"""Paragraphs after which a scene's date is no longer inherited."""


class Dated(NamedTuple):
    """A date with the words that gave it; offsets into the clean text, or None where the words are the dispatch's own
    date (then `origin` tells which). `weak`: inherited, not told in the clause itself.
    """

    edtf: str
    start: int | None
    end: int | None
    origin: Basis
    weak: bool = False


class Clock:
    """The time of one dispatch as it is being read."""

    def __init__(
        self,
        dispatch: Dispatch,
        expressions: Sequence[TimeExpression],
        sentences: Sequence[Sentence],
        grammar: Grammar,
    ) -> None:
        self._grammar = grammar
        self._expressions = expressions
        self._previous: str | None = None
        self._found = dispatch.own_date is None  # then the day's words are told in the clean text's offsets
        self._own = dispatch.own_date or self._first_day(_end_of_beginning(sentences))
        self._stand_in = self._year_of_weekday()
        self._scene: Dated | None = None
        self._scene_paragraph = -9

    def _first_day(self, beginning: int) -> OwnDate | None:
        """Without a date of its own a dispatch is dated by the first full day it names near its beginning."""
        for expression in self._expressions:
            if expression.start >= beginning:
                return None
            if expression.kind != "day" or expression.is_span:
                continue
            resolved = resolve(expression, anchor=None, previous=None, tense="past")
            if resolved is not None and not resolved.relative and when.precision(resolved.edtf) == "day":
                return OwnDate(resolved.edtf, "text", Span(expression.text, expression.start, expression.end))
        return None

    def of_sentence(self, view: View) -> list[TimeExpression]:
        """The expressions that stand in a sentence."""
        return [e for e in self._expressions if view.sentence.start <= e.start < view.sentence.end]

    def own(self, hit: Hit, support: Token | None, hits: Sequence[Hit], view: View) -> TimeExpression | None:
        """The expression of a hit's own clause."""
        candidates = self.of_sentence(view)
        if not candidates or view.doc is None:
            return None
        anchors = {h.token.i for h in hits}
        mine = {hit.token.i} | ({support.i} if support is not None else set())
        best: TimeExpression | None = None
        for expression in candidates:
            host = self._host(expression, view)
            if host is None:
                continue
            if self._describes_noun(host, mine):
                continue
            reached = self._climb(host, anchors | mine)
            if reached in mine and (best is None or best.is_span):
                best = expression
        return best

    def _describes_noun(self, host: Token, mine: set[int]) -> bool:
        """ "le traité de 1951": the date of something named in the sentence, not of what the sentence tells."""
        head = host.head
        if head == host or head.i in mine or not self._grammar.is_noun(head):
            return False
        return self._grammar.preposition(host) in self._grammar.words["of_prepositions"]

    def of_clause(self, hit: Hit, hits: Sequence[Hit], view: View) -> TimeExpression | None:
        """The one expression of a sentence that no other hit owns, for a hit without one."""
        free = [e for e in self.of_sentence(view) if not e.is_span and e.kind not in {"name", "vague"}]
        if len(free) > 1:
            anchors = {h.token.i for h in hits}
            free = [e for e in free if (host := self._host(e, view)) is not None and self._climb(host, anchors) is None]
            if len(free) > 1:
                mine = self._verb_above(hit.token)
                free = [e for e in free if (host := self._host(e, view)) is not None and self._verb_above(host) == mine]
        if len(free) != 1:
            return None
        host = self._host(free[0], view)
        if host is None:
            return free[0]
        owner = self._climb(host, {h.token.i for h in hits})
        if owner == hit.token.i:
            return free[0]
        if owner is None:
            return None if self._below(host, hit.token) else free[0]
        return free[0] if self._same_clause(view.doc[owner], hit.token) else None  # type: ignore[index]

    def _same_clause(self, one: Token, other: Token) -> bool:
        """Whether two triggers stand in one clause or one hangs on the other without a finite verb between."""
        return (
            self._verb_above(one) == self._verb_above(other)
            or self._verb_above(other) == one.i
            or (self._verb_above(one) == other.i)
        )

    def _verb_above(self, token: Token) -> int:
        node = token
        while not self._grammar.is_verb(node) and node.head != node:
            node = node.head
        while (
            node.dep_ in self._grammar.labels["conjunct"] | self._grammar.labels["open_complement"]
            and node.head != node
        ):
            node = node.head
        return int(node.i)

    def _host(self, expression: TimeExpression, view: View) -> Token | None:
        if view.doc is None:
            return None
        inside = [t for t in view.doc if view.start_of(t) < expression.end and expression.start < view.end_of(t)]
        indexes = {t.i for t in inside}
        return next((t for t in inside if t.head.i not in indexes or t.head == t), None)

    def _climb(self, token: Token, stops: set[int]) -> int | None:
        node = token
        for _ in range(40):
            if node.i in stops:
                return int(node.i)
            if node.head == node or (self._grammar.is_verb(node) and node.i != token.i):
                return None
            node = node.head
        return None

    def _below(self, token: Token, hit: Token) -> bool:
        """Whether a token stands in a clause that hangs on the hit, not the hit in a clause that hangs on its."""
        verb = token.doc[self._verb_above(token)]
        return verb.i != hit.i and any(t.i == verb.i for t in hit.subtree)

    def resolve(self, expression: TimeExpression, tense: Literal["past", "future"] | None) -> Resolved | None:
        """The date of an expression in this dispatch."""
        anchor = self._own.edtf if self._own is not None else None
        found = resolve(expression, anchor=anchor, previous=self._previous, tense=tense)
        if found is not None or anchor is None or self._stand_in is None:
            return found
        stood_in = resolve(expression, anchor=anchor.replace(_UNKNOWN, str(self._stand_in)), previous=None, tense=tense)
        if stood_in is None:
            return None
        return msgspec.structs.replace(stood_in, edtf=stood_in.edtf.replace(str(self._stand_in), _UNKNOWN))

    def _year_of_weekday(self) -> int | None:
        """A year that stands in for the unknown one of the dispatch's own day, so that weekdays can be counted: one in
        which that day falls on the weekday that the text gives it, or that its first sentences tell of as news.
        """
        own = self._own.edtf if self._own is not None else ""
        if not own.startswith(f"{_UNKNOWN}-") or when.precision(own) != "day":
            return None
        month, day = int(own[5:7]), int(own[8:10])
        weekday = None
        for expression in self._expressions:
            parts = expression.parts
            if parts.weekday is None or expression.is_span:
                continue
            if (parts.month, parts.day) == (month, day):
                weekday = parts.weekday
                break
            if weekday is None and parts.day is None and expression.direction is None:
                weekday = parts.weekday
        years = (year for year in range(_FIRST, _FIRST + 12) if _weekday(year, month, day) == weekday)
        return next(years, None) if weekday is not None else None

    def date(
        self, expression: TimeExpression | None, status: Status, view: View, *, background: bool, main: bool, now: bool
    ) -> Dated | None:
        """The date of a hit, given the expression of its clause; only what the main clause tells inherits one, and
        what it tells in the present tense (`now`) is of the dispatch's own day.
        """
        tense: Literal["past", "future"] = "future" if status == "planned" else "past"
        if expression is not None and expression.kind != "name":
            resolved = self.resolve(expression, tense)
            if resolved is not None:
                dated = Dated(resolved.edtf, expression.start, expression.end, "text")
                if not expression.is_span and not background and (main or status == "planned"):
                    self._remember(dated, view, status)
                return dated
            if expression.kind != "vague":
                return None
        if background or not main:
            return None
        today = self._today(status)
        if today is not None and (now or self._during_scene(today)):
            return today
        if self._scene is not None and view.sentence.paragraph - self._scene_paragraph <= _SCENE:
            self._scene_paragraph = view.sentence.paragraph
            return self._scene._replace(weak=True)
        return today

    def _during_scene(self, today: Dated) -> bool:
        """Whether the scene is a stretch of days that today is one of."""
        return self._scene is not None and "/" in self._scene.edtf and when.overlap(self._scene.edtf, today.edtf)

    def _remember(self, dated: Dated, view: View, status: Status) -> None:
        if "/" not in dated.edtf:
            self._previous = dated.edtf
        if status in {"occurred", "ongoing"}:
            self._scene = dated
            self._scene_paragraph = view.sentence.paragraph

    def _today(self, status: Status) -> Dated | None:
        """The dispatch's own day, for what it tells as news without saying when."""
        if self._own is None or status in {"hypothetical", "denied"} or self._own.basis == "address":
            return None
        if when.precision(self._own.edtf) != "day":
            return None
        edtf = self._own.edtf if self._own.edtf[-1] in "~?%" else f"{self._own.edtf}~"  # the day it was told, about
        if self._own.span is not None and self._found:
            return Dated(edtf, self._own.span.start, self._own.span.end, "text", weak=True)
        return Dated(edtf, None, None, self._own.basis, weak=True)


def _end_of_beginning(sentences: Sequence[Sentence]) -> int:
    return sentences[min(_BEGINNING, len(sentences)) - 1].end if sentences else 0


def _weekday(year: int, month: int, day: int) -> int | None:
    """Monday is 0; None for 29 February in a common year."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
