"""Making an EDTF date of a time expression."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from legation.language.times import Basis, Direction, Operation
from legation.reading.times.anchors import (
    Anchor,
    anchor_of,
    days_from,
    months_from,
    sole,
    unit_from,
    written,
)
from legation.reading.times.expression import Resolved, TimeExpression
from legation.reading.times.years import calendar, date_range, quarter, season, weekday, weekdays
from legation.when import bounds, is_edtf, label

Tense = Literal["past", "future"]
_RELATIVE = frozenset({"weekday", "weekdays", "offset", "period", "stretch", "same"})
_HOURS_OF_DAY = 24


class Context(msgspec.Struct, frozen=True):
    """What an expression is read in."""

    anchor: str | None
    previous: str | None
    tense: Tense | None

    def basis(self, basis: Basis, shift: int) -> Anchor | None:
        """What to count from. Back from an interval means from its beginning, on from it from its end."""
        own = anchor_of(self.anchor, at_end=shift >= 0)
        if basis == "anchor":
            return own
        told = anchor_of(self.previous, at_end=shift >= 0)
        if basis == "previous" or (told is not None and told.day is not None):
            return told
        # "The day after" in the past tense follows something told, and not the day of the dispatch.
        against = (shift > 0 and self.tense != "future") or (shift < 0 and self.tense == "future")
        return None if against else own


_NOWHERE = Context(None, None, None)


def resolve(
    expression: TimeExpression, *, anchor: str | None, previous: str | None, tense: Tense | None
) -> Resolved | None:
    """The date an expression comes to, or None when it cannot be known.

    Args:
        expression: from `find`.
        anchor: the dispatch's own date (EDTF); it may lack the year (`XXXX-07-04`) or the day (`2020-02`). What is
            no EDTF of `legation.when` counts as unknown.
        previous: the date resolved last before these words; "la veille", "le lendemain", "trois jours plus tard"
            count from it.
        tense: of the clause; it chooses between last and next Friday, this and last year's 3 March.

    What is partly known is partly given: "en mai prochain" without an anchor is `XXXX-05`. A weekday and a day that
    contradict each other give the date marked `?`. Expressions of kind `vague` and `name` give None.
    """
    context = Context(anchor, previous, tense)
    try:
        edtf = _bounded(expression, context)
        bare = _bounded(expression, _NOWHERE)
    except OverflowError:  # before year 1 or after 9999
        return None
    if edtf is None or not is_edtf(edtf):
        return None
    return Resolved(edtf, expression.rule.op in _RELATIVE or expression.rule.lean is not None, edtf != bare)


def _bounded(expression: TimeExpression, context: Context) -> str | None:
    """The date of the expression with its boundary's words: "depuis", "jusqu'au", "d'ici à"."""
    core = _OPERATIONS[expression.rule.op](expression, context)
    boundary = expression.boundary
    if core is None or boundary is None:
        return core
    end_of = expression.parts.part or expression.rule.part
    if boundary.kind == "deadline" and end_of == "late":
        return core  # "by the end of the year" is some time in that year
    if "/" in core:
        first, _, last = core.partition("/")
    else:
        first = last = core
    if boundary.kind == "since":
        return f"{_beside(last, 1) if boundary.exclusive else first}/.."
    whole = end_of not in ("early", "mid")  # "before mid-January" may be in January
    return f"../{_beside(first, -1) if boundary.exclusive and whole else last}"


def _beside(edtf: str, step: int) -> str:
    """The unit before or after: "avant 2011" ends with 2010. Where that is not known, the date itself."""
    here = anchor_of(edtf)
    unit = label(edtf).end
    if here is None or unit is None or unit.approximate:
        return edtf
    if unit.precision == "day":
        return days_from(here, step) or edtf
    if unit.precision == "month":
        return months_from(here, step) or edtf
    if unit.precision == "season" and here.first is not None and here.last is not None:
        edge = here.first if step < 0 else here.last
        return months_from(Anchor(edge.year, edge.month, None, None, None), step) or edtf
    if unit.precision == "year":
        return unit_from(here, "year", step) or edtf
    return edtf


def _calendar(expression: TimeExpression, context: Context) -> str | None:
    rule, parts = expression.rule, expression.parts
    if rule.unit == "year":  # "en mars de l'an dernier"
        basis = context.basis(rule.basis, rule.shift)
        year = None if basis is None or basis.year is None else basis.year + rule.shift
        return sole(written(year, parts.month, parts.day))
    edtf = calendar(parts, context.basis(rule.basis, 0), rule.lean, _direction(expression, context))
    if rule.unit != "week":
        return edtf
    day = anchor_of(edtf)  # "la semaine du 10 mars"
    return unit_from(day, "week", 0) if day else None


def _direction(expression: TimeExpression, context: Context) -> Direction | None:
    """What the words say themselves ("d'ici", "depuis") goes before the tense of the clause."""
    return expression.direction or context.tense


def _range(expression: TimeExpression, context: Context) -> str | None:
    direction = _direction(expression, context)
    return date_range(expression.parts, context.basis("anchor", 0), expression.rule.lean, direction)


def _weekday(expression: TimeExpression, context: Context) -> str | None:
    rule = expression.rule
    basis = context.basis(rule.basis, 1 if rule.lean == "next" else 0)
    found = expression.parts.weekday
    return weekday(found, basis, rule.lean, _direction(expression, context)) if found else None


def _weekdays(expression: TimeExpression, context: Context) -> str | None:
    parts, rule = expression.parts, expression.rule
    if parts.weekday is None or parts.weekday2 is None:
        return None
    direction = _direction(expression, context)
    return weekdays(parts.weekday, parts.weekday2, context.basis(rule.basis, 0), rule.lean, direction)


def _offset(expression: TimeExpression, context: Context) -> str | None:
    """So many units from the basis: days exactly, longer units as roughly as people mean them."""
    parts, rule = expression.parts, expression.rule
    amount = rule.shift * (parts.number or 1)
    unit = parts.unit or rule.unit or "day"
    basis = context.basis(rule.basis, rule.shift)
    if basis is None:
        return None
    if unit == "hour":
        unit, amount = "day", int(amount / _HOURS_OF_DAY)
        rough = parts.rough or (parts.number or 0) % _HOURS_OF_DAY != 0
    else:
        rough = parts.rough or rule.approximate
    mark = "~" if rough else ""
    if unit == "day" and basis.day is None:
        # Today is in the dispatch's month; a day or two off, nearly always.
        near = abs(amount) <= 3 and basis.month is not None and rule.basis == "anchor"
        return basis.text + ("" if amount == 0 else "~") if near else None
    if unit == "day":
        return _marked(days_from(basis, amount), mark)
    if unit in ("week", "weekend"):
        return _marked(days_from(basis, 7 * amount), "~")
    if unit == "year":
        return None if basis.year is None else _marked(unit_from(basis, "year", amount), "~")
    months = {"month": 1, "quarter": 3, "semester": 6}[unit]
    return _marked(months_from(basis, months * amount), "~")


def _marked(edtf: str | None, mark: str) -> str | None:
    return None if edtf is None else edtf + mark


def _period(expression: TimeExpression, context: Context) -> str | None:
    """The week, month, year… `shift` away; for this year a dispatch without any date gives `XXXX`."""
    rule = expression.rule
    unit = rule.unit or expression.parts.unit
    basis = context.basis(rule.basis, rule.shift)
    if unit is None:
        return None
    if basis is None:
        return "XXXX" if unit == "year" and rule.shift == 0 and rule.basis == "anchor" else None
    shift = rule.shift
    if unit == "weekend" and basis.exact and basis.exact.isoweekday() >= 6 and rule.lean == "last":
        return unit_from(basis, unit, -1)
    if unit == "weekend" and basis.exact and rule.lean == "this" and context.tense == "past":
        # On Monday "ce week-end" is the one that is over.
        shift = 0 if basis.exact.isoweekday() >= 6 else -1
    return unit_from(basis, unit, shift)


def _stretch(expression: TimeExpression, context: Context) -> str | None:
    """The last or next so many units, up to or from the basis."""
    parts, rule = expression.parts, expression.rule
    basis = context.basis(rule.basis, rule.shift)
    if basis is None or parts.number is None or rule.shift == 0:
        return None
    unit, amount = parts.unit or rule.unit or "day", rule.shift * parts.number
    if unit == "hour":
        unit, amount = "day", rule.shift * max(parts.number // _HOURS_OF_DAY, 1)
    if unit in ("day", "week", "weekend"):
        here, there = days_from(basis, 0), days_from(basis, amount * (1 if unit == "day" else 7))
    elif unit == "year":
        here, there = unit_from(basis, "year", 0), unit_from(basis, "year", amount)
    else:
        months = {"month": 1, "quarter": 3, "semester": 6}[unit]
        here, there = months_from(basis, 0), months_from(basis, months * amount)
    if here is None or there is None:
        return None
    if expression.kind == "since":
        return f"{there}/.."
    return f"{there}/{here}" if rule.shift < 0 else f"{here}/{there}"


def _season(expression: TimeExpression, context: Context) -> str | None:
    direction = _direction(expression, context)
    return season(expression.parts, context.basis("anchor", 0), expression.rule.lean, direction)


def _quarter(expression: TimeExpression, context: Context) -> str | None:
    parts, rule = expression.parts, expression.rule
    unit = parts.unit or rule.unit
    basis = context.basis("anchor", 0)
    year = parts.year
    if year is None and basis is not None:
        year = None if basis.year is None else basis.year + rule.shift
    return quarter(parts.ordinal, unit, year) if unit in ("quarter", "semester") else None


def _age(expression: TimeExpression, context: Context) -> str | None:
    """A decade or a century: `199X`, `19XX` (its years by their first digits, so 1900 to 1999)."""
    parts, bounded = expression.parts, expression.boundary is not None
    if parts.decade is not None:
        edtf = f"{parts.decade // 10:03d}X"
    elif parts.century is not None:
        edtf = f"{parts.century - 1:02d}XX"
    else:
        return None
    if not bounded:
        return edtf
    first, last = bounds(edtf)
    return f"{first.year:04d}/{last.year:04d}" if first and last else None


def _same(expression: TimeExpression, context: Context) -> str | None:
    """The date told before: "then", "at once"."""
    return context.previous


def _none(expression: TimeExpression, context: Context) -> None:
    return None


_OPERATIONS: dict[Operation, Callable[[TimeExpression, Context], str | None]] = {
    "calendar": _calendar,
    "range": _range,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "offset": _offset,
    "period": _period,
    "stretch": _stretch,
    "season": _season,
    "quarter": _quarter,
    "age": _age,
    "same": _same,
    "none": _none,
}
