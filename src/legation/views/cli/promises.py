"""Commitments as a table and as records: the words of the promise, and the words of what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.text import Text

from legation.event import Commitment, Event, EventReport
from legation.views.cli.printing import counted, kind, print_table, quoted, short, sides
from legation.views.escaping import one_line
from legation.views.wording import due_words, earliest, load_interface, who_says
from legation.views.wording.saying import place_of

_LANGUAGE = "en"
_QUOTED = 130


def print_promises(events: Sequence[Event], deeds: Mapping[str, EventReport]) -> None:
    """A row a commitment."""
    print_table(
        ("event", "due", "outcome", "what, who → whom", "the promise", "what came of it"),
        (_row(event, event.commitment, deeds) for event in events if event.commitment),
        narrow=(0, 2),
    )


def _row(event: Event, promised: Commitment, deeds: Mapping[str, EventReport]) -> tuple[str | Text, ...]:
    interface = load_interface(_LANGUAGE)
    return (
        short(event.id),
        due_words(promised, interface),
        interface.outcomes[promised.outcome],
        f"{kind(event.type, event.mode)}: {sides(event.actors, event.recipients)}",
        _words(event, promised.announced, deeds) or "–",
        _words(event, promised.evidence, deeds) or "–",
    )


def _words(event: Event, reports: Iterable[str], deeds: Mapping[str, EventReport]) -> Text | None:
    """The words of the earliest of these reports, whom they rest on, and where and when they came out."""
    told = earliest(event, reports, deeds)
    if told is None:
        return None
    rests_on = [source.name for source in who_says(event, [told.dispatch.source])]
    rests_on = rests_on or [link.name for link in told.attribution[-1:]]
    where = place_of(told.dispatch.source)
    said = ", ".join(dict.fromkeys(part for part in (*rests_on, where, told.dispatch.published) if part))
    return quoted(told.sentence, told.trigger, _QUOTED).append(f"\n— {one_line(said)}")


def in_all(events: Sequence[Event]) -> str:
    """How many there are, as of when, and what came of them: "3 commitments as of 2021-03-02: 2 open, 1 kept"."""
    promised = [event.commitment for event in events if event.commitment]
    outcomes = Counter(one.outcome for one in promised)
    names = load_interface(_LANGUAGE).outcomes
    days = {one.as_of for one in promised if one.as_of}
    as_of = f" as of {max(days)}" if days else ""
    told = ", ".join(f"{outcomes[name]} {words}" for name, words in names.items() if outcomes[name])  # type: ignore[index]
    return f"{counted(len(promised), 'commitment', 'commitments')}{as_of}" + (f": {told}" if told else "")
