"""Which dates an act could have in its dispatch, and what speaks for and against each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legation import when
from legation.reading.arguments import Grammar
from legation.reading.crossed import crossings
from legation.reading.dating.clock import Clock
from legation.reading.dating.dated import Dated, due_window
from legation.reading.dating.signs import context
from legation.reading.times import TimeExpression
from legation.reading.triggers import Hit
from legation.reading.verdict import Verdict
from legation.reading.view import View

if TYPE_CHECKING:
    from legation.reading.draft import Draft

_LAST = 4
"""Drafts back whose dates are looked at."""
_CLOSE, _FAR = 4, 10
"""Words between an act and words of time that count as near, as not so near."""
_LEAD = 2
"""Index of the last sentence of a lead, behind headline and dateline."""
_UNDATED = {"hypothetical", "denied"}
"""Statuses of what has no day but the one told in its sentence."""
_MARKS = "~?%"
_KINDS = {"none", "rule", "today", "here", "told", "before", "lead", "next"}
"""Where an option comes from; each is weighed with all that is known of the act."""


@dataclass(slots=True)
class Option:
    """One date an act could have (None: no date), and the signs of it: its own, and those of the act (`context`)
    crossed with where the option comes from (`kinds`).
    """

    date: Dated | None
    own: set[str] = field(default_factory=set)
    kinds: Sequence[str] = ()
    context: Sequence[str] = ()

    @property
    def signs(self) -> set[str]:
        """All signs by name, as weights are fitted for them."""
        return {*self.own, *crossings(self.kinds, self.context)}


@dataclass(frozen=True, slots=True)
class Act:
    """What is known of an act when it is dated. `by_rule` is the date the rules give, `expression` the words of time
    they find in its clause.
    """

    hit: Hit
    view: View
    verdict: Verdict
    codes: frozenset[str]
    main: bool
    speech: bool
    spoken: bool
    expression: TimeExpression | None
    by_rule: Dated | None
    told: Sequence[Draft]


class _Options:
    """The options gathered so far, by their dates."""

    def __init__(self) -> None:
        self.found: dict[str, Option] = {}

    def add(self, date: Dated | None, *signs: str) -> None:
        key = "" if date is None else date.edtf.rstrip(_MARKS)
        option = self.found.setdefault(key, Option(date))
        option.own.update(signs)
        if option.date is not None and date is not None and option.date.weak and not date.weak:
            option.date = date


def options(act: Act, clock: Clock, grammar: Grammar) -> list[Option]:
    """The dates an act could have, each with its signs; the first is none."""
    found = _Options()
    found.add(None, "none")
    if act.verdict.postponed:
        return [Option(_new_time(act, clock))]
    rule = "nothing" if act.by_rule is None else act.by_rule.origin if act.by_rule.start is None else "words"
    weak = act.by_rule is not None and act.by_rule.weak
    found.add(act.by_rule, "rule", f"rule {rule}:{weak}")
    _from_sentence(found, act, clock, grammar)
    if act.verdict.status not in _UNDATED:
        if (today := clock.today()) is not None and _may_be_news(act):
            found.add(today, "today")
        _from_told(found, act)
        _from_before(found, act, clock)
        _from_afar(found, act, clock)
    known = tuple(dict.fromkeys(context(act, clock, grammar)))
    for option in found.found.values():
        option.kinds, option.context = sorted(option.own & _KINDS), known
        option.own.update(crossings((f"rule {rule}:{weak}",), option.kinds))
        if option.date is not None:
            option.own.add(f"precision {when.precision(option.date.edtf)}")
            side = "ahead" if clock.is_ahead(option.date) else "behind"
            option.own.update((f"{side} {act.verdict.status}", f"{side} {act.verdict.status}:{act.speech}"))
    every = list(found.found.values())
    if _leads(act, clock):
        every = [o for o in every if o.date is not None]
    told = [o for o in every if {"here nearest", "ahead planned"} <= o.own]
    return told if told and not act.speech else every  # "aura lieu en mai", whenever it was announced


def _new_time(act: Act, clock: Clock) -> Dated | None:
    """ "prévue le 12 mars, est repoussée au 4 avril": the time that stands behind the verb."""
    view = act.view
    verb = view.sentence.start + max(view.text.find(act.verdict.cue), 0)
    for expression in clock.of_sentence(view):
        resolved = clock.resolve(expression, "future") if expression.start > verb else None
        if resolved is not None:
            dated = Dated(due_window(resolved.edtf, "planned"), expression.start, expression.end, "text")
            if clock.is_ahead(dated) or not clock.has_day:
                return dated
    return None


def _may_be_news(act: Act) -> bool:
    """Whether an act without a date may be of the dispatch's own day: a deed that is planned, what was before, and a
    deed that somebody quoted tells of are not, but by rule.
    """
    if act.by_rule is not None and act.by_rule.start is None:
        return True
    if act.verdict.status == "planned":
        return act.speech  # "continuera à soutenir" has the day on which it was said
    return not act.verdict.earlier and (act.speech or not act.spoken)


def _leads(act: Act, clock: Clock) -> bool:
    """Whether an act is what a dispatch with a day of its own tells first: such an act always has a day (of 200 in the
    annotated dispatches none was without).
    """
    first = act.view.index <= _LEAD and clock.today() is not None
    if not first or any(clock.resolve(e, "past") is not None for e in clock.of_sentence(act.view)):
        return False  # "récemment" is no day
    told = act.verdict.status == "occurred" and not act.verdict.earlier and not act.spoken
    return told and act.main and not act.hit.nominal


def _from_sentence(found: _Options, act: Act, clock: Clock, grammar: Grammar) -> None:
    expressions = clock.of_sentence(act.view)
    at = act.view.start_of(act.hit.token)
    nearest = min(expressions, key=lambda e: abs(e.start - at), default=None)
    for expression in expressions:
        resolved = clock.resolve(expression, clock.tense(expression, act.verdict, speech=act.speech))
        if resolved is None:
            continue
        date = Dated(resolved.edtf, expression.start, expression.end, "text")
        if act.speech and act.verdict.status == "occurred" and _is_term(expression, date, clock):
            continue
        side = "before" if expression.start < at else "after"
        between = _words_between(act.view, expression, act.hit)
        steps = "close" if between <= _CLOSE else "mid" if between <= _FAR else "far"
        rank = clock.standing(act.hit, expression, act.view)
        signs = {
            "here",
            f"kind {expression.kind}",
            f"here {side}:{steps}",
            f"here {side}:{rank}",
            f"here {expression.direction}:{act.verdict.status}",
            f"here verbs {side}:{min(_verbs_between(act.view, expression, act.hit, grammar), 2)}",
            f"here of {min(len(expressions), 3)}",
        }
        if expression is nearest:
            signs.add("here nearest")
        if expression is act.expression:
            signs.add("here by rule")
        if expression.is_span:
            signs.add("here span")
        found.add(date, *signs)


def _is_term(expression: TimeExpression, date: Dated, clock: Clock) -> bool:
    """ "s'est engagé à livrer d'ici à la fin de l'année": what was said has the day on which it was said, no term."""
    return expression.kind == "deadline" or clock.is_ahead(date)


def _from_afar(found: _Options, act: Act, clock: Clock) -> None:
    """The first day that the dispatch tells before a sentence, and the first behind it: a headline's act is dated
    below it. A dispatch that tells of one day alone mostly means that one.
    """
    days = clock.days
    alone = len({day.edtf for day in days}) == 1 and clock.today() is None
    sentence = act.view.sentence
    if (lead := next((d for d in days if d.start is not None and d.start < sentence.start), None)) is not None:
        found.add(lead, "lead", f"lead alone {alone}:{act.main}")
    if (after := next((d for d in days if d.start is not None and d.start >= sentence.end), None)) is not None:
        found.add(after, "next", f"next of {min(act.view.index, 3)}:{act.main}", f"next alone {alone}")


def _words_between(view: View, expression: TimeExpression, hit: Hit) -> int:
    low, high = sorted((expression.start, view.start_of(hit.token)))
    return sum(low <= w.start < high for w in view.words)


def _verbs_between(view: View, expression: TimeExpression, hit: Hit, grammar: Grammar) -> int:
    low, high = sorted((expression.start, view.start_of(hit.token)))
    between = view.words_from(low + 1, high)
    return grammar.finite_between(hit.token.doc, between.start, between.stop)


def _from_told(found: _Options, act: Act) -> None:
    for back, draft in enumerate(reversed(act.told[-_LAST:])):
        if draft.date is None:
            continue
        place = (
            "sentence"
            if draft.view.index == act.view.index
            else "paragraph"
            if draft.view.sentence.paragraph == act.view.sentence.paragraph
            else "farther"
        )
        signs = {"told", f"told {back}", f"told {place}", f"told {place}:{draft.date.weak}"}
        signs.add(f"told shares {min(len(draft.codes() & act.codes), 2)}:{place}")
        if draft.type == act.hit.entry.type:
            signs.add(f"told same type:{place}")
        if draft.view.index == act.view.index:
            signs.add(f"told {_relation(draft.hit, act.hit)}")
        found.add(draft.date._replace(weak=True), *signs)


def _relation(one: Hit, other: Hit) -> str:
    if any(a.i == one.token.i for a in other.token.ancestors):
        return f"above:{other.token.dep_}"
    if any(a.i == other.token.i for a in one.token.ancestors):
        return f"below:{one.token.dep_}"
    return "beside"


def _from_before(found: _Options, act: Act, clock: Clock) -> None:
    for back, (date, sets, sentences) in enumerate(clock.before(act.view)):
        far = min(sentences, 4)
        found.add(date, "before", f"before {back}", f"before {back}:{sets}", f"before {sets}:{far}")
        if date is not None and date.edtf == getattr(clock.scene, "edtf", None):
            found.add(date, "before scene")
