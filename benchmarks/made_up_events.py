"""Made-up events of ten years with their dispatches, for a ledger as large as one likes; the same on every run.

Which states deal with each other follows Zipf: a few take part in much, most pairs meet seldom. Most events are told
once, some by many dispatches; a dispatch tells one to six of them.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from made_up_consensus import Act as _Act
from made_up_consensus import made_event
from merging_scale import FIRST, PHRASES, STATES, YEARS, words

from legation import ontology
from legation.dispatch import Credit, Dispatch, OwnDate, Span, text_id
from legation.event import Event
from legation.merging import Verdict
from legation.merging.likeness import Observation
from legation.report import Attribution, DispatchRef, Participant, Place, Report, Status

BLOCK = 2000
"""Events made, and written, together; the dispatches of a block tell no others."""
MORE = ["AFG", "ARM", "AZE", "COD", "ETH", "GEO", "HRV", "IRL", "KEN", "LTU", "MMR", "NZL", "PHL", "PRK", "QAT", "THA"]
NAMED = 24
"""People of each state."""
TYPES = ("CONSULT",) * 9 + ("AGREE",) * 4 + ("SUPPORT",) * 3 + ("ACCUSE",) * 3 + ("AID",) * 2 + ("REQUEST",) * 2 + (
    "SANCTION", "COOPERATE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "RETREAT", "CONCEDE",
)  # fmt: skip
STATUSES: tuple[Status, ...] = ("occurred",) * 15 + ("ongoing", "planned", "planned", "hypothetical", "denied")
OUTLETS = [f"{name} {place}" for place in ("A", "B", "C", "D", "E") for name in ("Courrier", "Gazette", "Journal")]
OFFICES = (
    "président",
    "ministre des affaires étrangères",
    "ministre de la défense",
    "porte-parole",
    "ambassadeur",
    None,
)
TOLD = (1,) * 12 + (2,) * 5 + (3, 3, 4, 6)
"""Reports of an event."""


class Made(NamedTuple):
    """A block: dispatches with their reports, the events that these tell, and by their ids what joined them."""

    items: list[tuple[Dispatch, list[Report]]]
    events: list[Event]
    joins: dict[str, tuple[Verdict, ...]]


class World:
    """Everything that events are drawn from."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = random.Random(seed)
        self.words = words(self.rng, 6000)
        self.states = self.rng.sample([*STATES, *MORE], len(STATES) + len(MORE))
        self.weights = list(itertools.accumulate((rank + 1) ** -0.8 for rank in range(len(self.states))))
        self.names = {s: [" ".join(w.title() for w in words(self.rng, 2)) for _ in range(NAMED)] for s in self.states}
        self.contexts = ontology.load().contexts.names

    def prose(self, number: int) -> str:
        """Words, some far more often than others, with set phrases between them."""
        rng, most = self.rng, len(self.words)
        found = [self.words[int(most * rng.random() ** 2.5)] for _ in range(number)]
        if number > 12:
            found.insert(number // 2, rng.choice(PHRASES))
        return " ".join(found)

    def act(self, number: int, day: date) -> _Act:
        """One act of two states."""
        rng = self.rng
        one, other = (rng.choices(self.states, cum_weights=self.weights)[0] for _ in range(2))
        while one == other:
            other = rng.choices(self.states, cum_weights=self.weights)[0]
        kind, status = rng.choice(TYPES), rng.choice(STATUSES)
        modes = tuple(ontology.load().types[kind].modes)
        people = tuple(self._person(state) if rng.random() < 0.5 else None for state in (one, other))
        return _Act(
            number, day, (one, other), people, tuple(rng.choice(OFFICES) if who else None for who in people), kind,
            rng.choice(modes) if modes and rng.random() < 0.6 else None, status,
            rng.choice((one, other)) if rng.random() < 0.4 else None,
            (rng.choice(self.contexts),) if rng.random() < 0.5 else (), self.prose(6),
        )  # fmt: skip

    def _person(self, state: str) -> str:
        return self.names[state][int(NAMED * self.rng.random() ** 2)]


def blocks(events: int) -> Iterator[Made]:
    """So many events in the order of their days, a block at a time."""
    world = World()
    for start in range(0, events, BLOCK):
        numbers = range(start, min(start + BLOCK, events))
        days = [FIRST + timedelta(int(number * YEARS * 365 / events)) for number in numbers]
        acts = [world.act(number, day) for number, day in zip(numbers, days, strict=True)]
        yield _made(world, acts)


def _made(world: World, acts: Sequence[_Act]) -> Made:
    rng = world.rng
    told = [act for act in acts for _ in range(rng.choice(TOLD))]
    rng.shuffle(told)
    items, of_act = [], dict[int, list[Report]]()
    while told:
        part = {act.number: act for act in (told.pop() for _ in range(min(rng.choice((1, 2, 3, 3, 4, 6)), len(told))))}
        dispatch, reports = _dispatch(world, list(part.values()))
        items.append((dispatch, reports))
        for act, report in zip(part.values(), reports, strict=True):
            of_act.setdefault(act.number, []).append(report)
    by_number = {act.number: act for act in acts}
    events = [made_event(by_number[number], reports) for number, reports in sorted(of_act.items())]
    return Made(items, events, {event.id: _joins(event) for event in events})


def _joins(event: Event) -> tuple[Verdict, ...]:
    """Each report of an event joined with the next."""
    ids = sorted(report.id for report in event.reports)
    said = (Observation("type", 1.5, "the same type"), Observation("parties", 4.0, "the same parties"))
    return tuple(Verdict(a, b, 5.5, True, False, said) for a, b in itertools.pairwise(ids))


def _dispatch(world: World, acts: list[_Act]) -> tuple[Dispatch, list[Report]]:
    rng = world.rng
    published = max(act.day for act in acts) + timedelta(rng.randint(0, 2))
    agency = Credit("agency", f"Agence {rng.choice('KLMNOPQRST')}") if rng.random() < 0.6 else None
    sentences, places, at = [], [], 0
    for act in acts:
        said = f"{act.people[0] or act.states[0]} et {act.people[1] or act.states[1]} : {act.subject} {world.prose(5)}."
        places.append(Span(said, at, at + len(said)))
        sentences += [said, world.prose(rng.randint(10, 40)) + "."]
        at += len(said) + len(sentences[-1]) + 2
    text = " ".join(sentences)
    id_ = text_id(text)
    outlet = rng.choice(OUTLETS)
    source = f"https://news{OUTLETS.index(outlet)}.example/{published:%Y/%m}/{id_}.html"
    dispatch = Dispatch(
        id_, text, source, "fr", " ".join(text.split()[:7]), outlet, OwnDate(published.isoformat(), "published"),
        credits=(agency,) if agency else (),
    )  # fmt: skip
    return dispatch, [_report(rng, dispatch, act, place) for act, place in zip(acts, places, strict=True)]


def _report(rng: random.Random, dispatch: Dispatch, act: _Act, said: Span) -> Report:
    kind = ontology.load().types[act.type]
    sides = [
        Participant(state, "GOV", person, office, person or state, at := said.text.index(person or state), at + 3)
        for state, person, office in zip(act.states, act.people, act.offices, strict=True)
    ]
    sides = [
        Participant(
            s.code, s.sector, s.person, s.office, s.text, said.start + s.start, said.start + s.start + len(s.text)
        )
        for s in sides
    ]
    day = act.day + timedelta(rng.randint(5, 40)) if act.status == "planned" else act.day
    status = act.status if act.status != "planned" or rng.random() < 0.8 else "occurred"
    when = (day.isoformat(), day.isoformat(), day.isoformat(), day.isoformat()[:7], None)[rng.randrange(5)]
    ref = DispatchRef(
        dispatch.id, dispatch.source, dispatch.title, dispatch.outlet, dispatch.language, dispatch.published
    )
    trigger = said.text.index(" : ") + 3 + said.start
    where = Place(act.place, act.place, said.text[:3], said.start, said.start + 3) if act.place else None
    says = Attribution("speaker", said.text[:9].strip(), act.states[0], said.text[:9], said.start, said.start + 9)
    return Report(
        version=1, id=hashlib.sha256(f"{dispatch.id} {said.start}".encode()).hexdigest()[:16], dispatch=ref,
        type=act.type, mode=act.mode, contexts=act.contexts, status=status, actors=(sides[0],), recipients=(sides[1],),
        scope="international", salience="main", date=when, date_basis=None, place=where,
        attribution=(says,) if rng.random() < 0.3 else (), trigger=Span(act.subject[:6], trigger, trigger + 6),
        mentions=(), sentence=said, quad=kind.quad, intensity=ontology.load().intensity(act.type, act.mode),
        confidence=0.8, why={},
    )  # fmt: skip
