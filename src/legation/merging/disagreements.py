"""On what the reports of one event differ, and who says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from legation.event import Disagreement, SaidValue
from legation.merging.numbers import counted
from legation.merging.people import canonical, group_people
from legation.merging.telling import Telling
from legation.when import overlap


def _said(field: str, values: Mapping[str, Iterable[Telling]]) -> Disagreement:
    return Disagreement(
        field,
        tuple(
            SaidValue(value, tuple(sorted({telling.report.dispatch.source for telling in tellings})))
            for value, tellings in sorted(values.items())
        ),
    )


def _gather(tellings: Iterable[Telling], values: Iterable[str | None]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for telling, value in zip(tellings, values, strict=True):
        if value is not None:
            found.setdefault(value, []).append(telling)
    return found


def _dates(tellings: Sequence[Telling], consensus: str | None) -> Disagreement | None:
    """Dates that exclude the consensus, each on its own; those that agree with it stand under it."""
    values = [
        telling.report.date
        if consensus is None or telling.report.date is None or not overlap(telling.report.date, consensus)
        else consensus
        for telling in tellings
    ]
    found = _gather(tellings, values)
    return _said("date", found) if len(found) > 1 else None


def _places(tellings: Sequence[Telling]) -> Disagreement | None:
    if len({telling.report.place.code for telling in tellings if telling.report.place}) < 2:
        return None
    places = [t.report.place for t in tellings]
    return _said("place", _gather(tellings, [f"{p.name} ({p.code})" if p else None for p in places]))


def _status(tellings: Sequence[Telling]) -> Disagreement | None:
    """Whether it took place: what was only announced when it was told as a plan is no disagreement."""
    settled = [telling for telling in tellings if telling.report.status in ("occurred", "ongoing", "denied")]
    statuses = {telling.report.status for telling in settled}
    if "denied" not in statuses or len(statuses) == 1:
        return None
    return _said("status", _gather(settled, [telling.report.status for telling in settled]))


def _participants(tellings: Sequence[Telling]) -> Disagreement | None:
    """Parties that only some name, where it is not merely that one knows fewer."""
    sets = {telling.codes for telling in tellings}
    if all(a <= b or b <= a for a, b in combinations(sorted(sets, key=sorted), 2)):
        return None
    return _said("participants", _gather(tellings, [", ".join(sorted(telling.codes)) for telling in tellings]))


def _people(tellings: Sequence[Telling]) -> list[Disagreement]:
    """For each party, persons of whom no dispatch names two together."""
    found = []
    for code in sorted({code for telling in tellings for code in telling.people}):
        naming = [telling for telling in tellings if code in telling.people]
        groups = group_people(tuple(name for telling in naming for name in telling.people[code]))
        who = [frozenset(g for g in groups if set(g) & set(telling.people[code])) for telling in naming]
        if any(not (a & b) for a, b in combinations(who, 2)):
            names = [", ".join(sorted(canonical(group) for group in present)) for present in who]
            found.append(_said("people", _gather(naming, names)))
    return found


def _numbers(tellings: Sequence[Telling]) -> list[Disagreement]:
    """Different numbers before the same noun in the triggers' sentences; values as written ("seize accords")."""
    counts = [counted(t.report.sentence.text, t.report.dispatch.language) for t in tellings]
    patterns: dict[str, tuple[int | None, ...]] = {}
    for noun in sorted({noun for count in counts for noun in count}):
        pattern = tuple(count[noun][0] if noun in count else None for count in counts)
        if len({value for value in pattern if value is not None}) > 1:
            patterns[noun] = pattern
    found, kept = [], list[tuple[int | None, ...]]()
    # Words after the noun are counted with it ("17 accords bilatéraux"): the word most dispatches have is the noun.
    for noun, pattern in sorted(patterns.items(), key=lambda item: (item[1].count(None), _written(item[0], counts))):
        if any(all(x is None or x == y for x, y in zip(pattern, other, strict=True)) for other in kept):
            continue
        kept.append(pattern)
        shown: dict[int | None, str] = {}
        for count in counts:
            if noun in count:
                value, written = count[noun]
                shown[value] = min(shown.get(value, written), written, key=lambda words: (len(words), words))
        found.append(_said("number", _gather(tellings, [shown.get(value) for value in pattern])))
    return found


def _written(noun: str, counts: Sequence[Mapping[str, tuple[int, str]]]) -> tuple[int, str]:
    return min(len(count[noun][1]) for count in counts if noun in count), noun


def _without_copies(tellings: Sequence[Telling]) -> list[Telling]:
    """One telling of each text: a copy has nothing of its own to say, however it was read."""
    first: dict[str, Telling] = {}
    for telling in tellings:
        own = telling.report.dispatch.id == telling.origin
        if own or telling.origin not in first:
            first[telling.origin] = telling
    return [telling for telling in tellings if first[telling.origin] is telling]


def disagreements(tellings: Iterable[Telling], date: str | None) -> tuple[Disagreement, ...]:
    """All disagreements of an event's tellings; `date` is the date agreed on for the event."""
    every = sorted(tellings, key=lambda telling: telling.id)
    ordered = _without_copies(every)
    if len(ordered) < 2:
        return ()
    single = [_dates(ordered, date), _participants(ordered), _places(ordered), _status(ordered)]
    found = [one for one in single if one] + _people(ordered) + _numbers(ordered)
    found.sort(key=lambda one: (one.field, [value.value for value in one.values]))
    return tuple(_with_copies(one, every) for one in found)


def _with_copies(found: Disagreement, tellings: Sequence[Telling]) -> Disagreement:
    """The same, each value said by the copies of its texts too."""
    origin_of = {telling.report.dispatch.source: telling.origin for telling in tellings}
    said: dict[str, set[str]] = {}
    for source, origin in origin_of.items():
        said.setdefault(origin, set()).add(source)
    values = tuple(
        SaidValue(value.value, tuple(sorted({s for source in value.dispatches for s in said[origin_of[source]]})))
        for value in found.values
    )
    return Disagreement(found.field, values)
