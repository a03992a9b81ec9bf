"""The time of one dispatch as it is being read: what dates each act.

Null beats a far date: a date is inherited only from the sentence, or from the scene that the paragraph has set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

from legation import when
from legation.dispatch import Dispatch
from legation.reading.arguments import Grammar
from legation.reading.dating.dated import Dated, due_window
from legation.reading.dating.nearness import lies_behind, nearer
from legation.reading.dating.own_day import UNKNOWN, find_own_day, stand_in_year
from legation.reading.dating.scope import Scope
from legation.reading.sentences import Sentence
from legation.reading.times import Resolved, TimeExpression, resolve
from legation.reading.triggers import Hit
from legation.reading.verdict import Verdict
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_SCENE = 6
"""Paragraphs after which a scene's date is no longer inherited in a dispatch without a day of its own."""
_PARTED = 1.5
"""Sentences per paragraph from which on a new paragraph is a new scene; where each sentence is one, it is none."""
_DATELINE = 4
"""Sentences among which the dateline stands."""
_POINTS = frozenset({"day", "weekday", "relative", "interval", "month"})
"""Kinds of expression that may set a scene."""
_BEFORE = 3
"""Dates told before that an act may take up."""
_YEAR = re.compile(r"[0-9]{4}")


class Clock:
    """The time of one dispatch as it is being read."""

    def __init__(
        self,
        dispatch: Dispatch,
        expressions: Sequence[TimeExpression],
        sentences: Sequence[Sentence],
        grammar: Grammar,
    ) -> None:
        self._scope = Scope(grammar)
        self._expressions = expressions
        self._found = dispatch.own_date is None  # then the day's words are told in the clean text's offsets
        self._own = find_own_day(dispatch, expressions, sentences)
        self._stand_in = stand_in_year(self._own.edtf, expressions, sentences) if self._own is not None else None
        full = self._own is not None and when.precision(self._own.edtf) == "day"
        self._own_day = self._own if full else None
        self._latest = self._latest_told() if self._own is None else None
        self._stay = self._first_stay() if self._own is None else None
        self._dated = self._first_dated_weekday() if self._own is None else None
        if self._dated is not None:
            self._stand_in = stand_in_year(self._dated, expressions, sentences)
        self._previous = self._chain(sentences)
        self._view: View | None = None
        paragraphs = len({s.paragraph for s in sentences})
        self.length = len(sentences)
        self._parted = len(sentences) > _PARTED * paragraphs
        self._scene: Dated | None = None
        self._scene_paragraph = -9
        self._before: list[tuple[Dated, bool, int]] = []

    def _latest_told(self) -> str | None:
        """Without a day of its own a dispatch is later than what it tells: the latest day or month with its year."""
        told = []
        for expression in self._expressions:
            if expression.is_span or expression.kind == "deadline" or expression.direction == "future":
                continue
            found = resolve(expression, anchor=None, previous=None, tense="past")
            if found is not None and when.precision(found.edtf) in {"day", "month"} and when.year_known(found.edtf):
                told.append(found.edtf.rstrip("~?%"))
        return max(told, default=None)

    def _within_stay(self, expression: TimeExpression) -> Resolved | None:
        """Without a day of its own: the weekday within the days that a visit told of lasts."""
        if self._stay is None:
            return None
        end = self._stay.partition("/")[2]
        found = resolve(expression, anchor=end, previous=None, tense="past")
        return found if found is not None and when.overlap(found.edtf, self._stay) else None

    def _first_dated_weekday(self) -> str | None:
        """Without a day of its own: "Wednesday 19 May", which tells how the other weekdays are counted."""
        for expression in self._expressions:
            parts = expression.parts
            if expression.kind in {"day", "since"} and None not in (parts.weekday, parts.month, parts.day):
                return f"{UNKNOWN if parts.year is None else parts.year}-{parts.month:02d}-{parts.day:02d}"
        return None

    def _first_stay(self) -> str | None:
        for expression in self._expressions:
            if expression.kind == "interval" and expression.parts.day2 is not None:
                found = resolve(expression, anchor=None, previous=None, tense="past")
                if found is not None and "/" in found.edtf and when.year_known(found.edtf):
                    return found.edtf
        return None

    def _chain(self, sentences: Sequence[Sentence]) -> dict[int, str]:
        """For each expression, by its start, the date told before it in the text, to count "the day before" from."""
        before: dict[int, str] = {}
        last: str | None = None
        told_in: int | None = None
        for expression in self._expressions:
            paragraph = next((s.paragraph for s in sentences if s.start <= expression.start < s.end), None)
            anew = paragraph != told_in and self._own_day is not None and _counts_back(expression)
            if last is not None and not anew:
                before[expression.start] = last
            found = self._resolve(expression, "past", before.get(expression.start))
            if found is not None and expression.kind not in {"decade", "century", "deadline"}:
                start, slash, end = found.edtf.partition("/")
                last, told_in = (start if slash and end == ".." else found.edtf), paragraph
        return before

    def enter(self, view: View) -> None:
        """Goes on to the next sentence: what the one before told sets the scene for it."""
        last, self._view = self._view, view
        if last is None:
            return
        self._look_back(last)
        if view.sentence.paragraph != last.sentence.paragraph and self._parted and self._own_day is not None:
            self._scene = None

    def _look_back(self, last: View) -> None:
        for expression in self.of_sentence(last):
            sets = self._scope.sets_scene(expression, last)
            resolved = self.resolve(expression, "past")
            if resolved is None:
                continue
            dated = Dated(resolved.edtf, expression.start, expression.end, "text", weak=True)
            self._before.append((dated, sets, last.index))
            if expression.direction == "future" or not sets:
                continue
            if expression.kind in _POINTS and self._is_near(dated):
                self._scene, self._scene_paragraph = dated, last.sentence.paragraph

    def _is_near(self, dated: Dated) -> bool:
        """Whether a date is precise enough to be that of the news, and not ahead."""
        fine = when.precision(dated.edtf) in (
            {"day", "interval"} if self._own is not None else {"day", "interval", "month"}
        )
        return fine and not self.is_ahead(dated)

    def of_sentence(self, view: View) -> list[TimeExpression]:
        """The expressions that stand in a sentence, but for the dispatch's own dateline."""
        dateline = (
            self._own.span.text if self._own is not None and self._own.span is not None and not self._found else ""
        )
        inside = [e for e in self._expressions if view.sentence.start <= e.start < view.sentence.end]
        return [e for e in inside if not (dateline and view.index <= _DATELINE and e.text in dateline)]

    def expression(
        self, hit: Hit, support: Token | None, hits: Sequence[Hit], view: View, verdict: Verdict, *, speech: bool
    ) -> TimeExpression | None:
        """The expression that dates a hit: that of its own clause, else of the clause above, else of the sentence.

        `speech`: the hit is a speech act; `verdict`: its status as far as its words alone tell.
        """
        return self._scope.of(hit, support, hits, view, self.of_sentence(view), speech=speech, verdict=verdict)

    def resolve(self, expression: TimeExpression, tense: Literal["past", "future"] | None) -> Resolved | None:
        """The date of an expression in this dispatch."""
        return self._resolve(expression, tense, self._previous.get(expression.start))

    def _resolve(
        self, expression: TimeExpression, tense: Literal["past", "future"] | None, previous: str | None
    ) -> Resolved | None:
        anchor = self._own.edtf if self._own is not None else None
        found = resolve(expression, anchor=anchor, previous=previous, tense=tense)
        if anchor is None and expression.kind == "weekday":
            inside = self._within_stay(expression)
            if inside is not None or self._dated is None:
                return inside or resolve(expression, anchor=None, previous=previous, tense=tense)
            anchor = self._dated
        if self._latest is not None and expression.kind in {"day", "month"} and expression.parts.year is None:
            return resolve(expression, anchor=self._latest, previous=previous, tense="past") or found
        if found is not None or anchor is None or self._stand_in is None:
            return found
        year = str(self._stand_in)
        stood_in = resolve(expression, anchor=anchor.replace(UNKNOWN, year), previous=None, tense=tense)
        if stood_in is None or any(y != year for y in _YEAR.findall(stood_in.edtf)):
            return None
        return msgspec.structs.replace(stood_in, edtf=stood_in.edtf.replace(year, UNKNOWN))

    def date(
        self,
        hit: Hit,
        expression: TimeExpression | None,
        verdict: Verdict,
        view: View,
        *,
        main: bool,
        speech: bool,
    ) -> Dated | None:
        """The date of a hit, given the expression of its clause (`expression`); without one what is told as news
        takes that of the scene or the dispatch's own day.

        `main`: the hit stands in its sentence's own clause; `speech`: it is a speech act.
        """
        if expression is not None and expression.kind != "name":
            resolved = self.resolve(expression, self.tense(expression, verdict, speech=speech))
            if resolved is not None:
                return Dated(due_window(resolved.edtf, verdict.status), expression.start, expression.end, "text")
            if expression.kind != "duration":
                return None
        if verdict.status in {"hypothetical", "denied"} or verdict.earlier:
            return None
        if verdict.status == "planned":
            return self._planned()
        spoken = self._scope.spoken(hit, view)
        if (verdict.now or (spoken and verdict.cue == "lexicon")) and (self._own_day is not None or self._own is None):
            return self.today() if main or speech else None
        if self._own_day is not None and spoken:
            return None
        if not main:
            return None
        before = self._scope.before_break(hit, view, self.of_sentence(view))
        if before is not None and (resolved := self.resolve(before, "past")) is not None:
            dated = Dated(resolved.edtf, before.start, before.end, "text", weak=True)
            if self._is_near(dated):
                return dated
        if self._scene is not None and view.sentence.paragraph - self._scene_paragraph <= _SCENE:
            self._scene_paragraph = view.sentence.paragraph
            return self._scene
        return self.today()

    def tense(self, expression: TimeExpression, verdict: Verdict, *, speech: bool) -> Literal["past", "future"]:
        """ "s'envole mercredi" looks forward, "réclame mercredi" back; what is denied for a day without a year may
        be either: "n'aura pas lieu le 20 mars".
        """
        if verdict.status == "denied" and not verdict.earlier:
            back, forth = (self.resolve(expression, tense) for tense in ("past", "future"))
            return nearer(back, forth, self._own)
        ahead = verdict.status == "planned" and (not verdict.earlier or expression.kind == "weekday")
        return "future" if ahead or (verdict.now and not speech) else "past"

    @property
    def has_day(self) -> bool:
        """Whether the dispatch has a day of its own."""
        return self._own_day is not None

    @property
    def basis(self) -> str | None:
        """What tells the dispatch's own day."""
        return None if self._own is None else "found" if self._found else self._own.basis

    @property
    def scene(self) -> Dated | None:
        """The date that a sentence before has set."""
        return self._scene

    def spoken(self, hit: Hit, view: View) -> bool:
        """Whether a hit is told by somebody who is quoted."""
        return self._scope.spoken(hit, view)

    def standing(self, hit: Hit, expression: TimeExpression, view: View) -> str:
        """How an expression of the sentence stands to a hit."""
        return self._scope.standing(hit, expression, view)

    def before(self, view: View) -> list[tuple[Dated, bool, int]]:
        """The dates told last before a sentence, the nearest first: each with whether its words tell when their whole
        sentence takes place, and how many sentences back.
        """
        return [(d, sets, view.index - i) for d, sets, i in reversed(self._before[-_BEFORE:]) if i < view.index]

    def _planned(self) -> Dated | None:
        """What is planned within a scene to come has its date: "se rend à Erevan les 26 et 27 mai. Il y signera…"."""
        return self._scene if self._own_day is None else None

    @cached_property
    def days(self) -> list[Dated]:
        """The days that the dispatch tells, in their order, or the months where it tells no day: those of what is done,
        none that is only expected.
        """
        found = []
        for e in self._expressions:
            told = self.resolve(e, "past") if e.kind in _POINTS and not e.is_span and e.direction != "future" else None
            if told is not None:
                found.append(Dated(told.edtf, e.start, e.end, "text", weak=True))
        days = [d for d in found if when.precision(d.edtf) in {"day", "interval"}]
        return days or [d for d in found if when.precision(d.edtf) == "month"]

    def is_ahead(self, dated: Dated | None) -> bool:
        """Whether a date lies wholly behind the dispatch's own day."""
        return dated is not None and self._own is not None and lies_behind(dated.edtf, self._own.edtf)

    def today(self) -> Dated | None:
        """The dispatch's own day, for what it tells as news without saying when."""
        if self._own_day is None or self._own is None or self._own.basis == "address":
            return None
        edtf = self._own.edtf if self._own.edtf[-1] in "~?%" else f"{self._own.edtf}~"  # the day it was told, about
        if self._own.span is not None and self._found:
            return Dated(edtf, self._own.span.start, self._own.span.end, "text", weak=True)
        return Dated(edtf, None, None, self._own.basis, weak=True)


def _counts_back(expression: TimeExpression) -> bool:
    """ "la veille" at the head of a new paragraph is the day before the dispatch's own."""
    return expression.rule.basis == "either" and expression.rule.shift < 0
