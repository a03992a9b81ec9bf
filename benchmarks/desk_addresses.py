"""The addresses that the desk is asked for: of every page and call many, with other pairs, filters, pages and words."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from legation.ledger import Ledger, Question


class Asked(NamedTuple):
    """The addresses of one page or call, and the statuses with which it may answer."""

    name: str
    paths: tuple[str, ...]
    statuses: tuple[int, ...] = (200,)


class Known(NamedTuple):
    """What there is to ask for."""

    rng: random.Random
    pairs: list[tuple[str, str]]
    states: list[str]
    events: list[str]
    reports: list[str]
    dispatches: list[str]
    words: list[str]
    names: list[str]
    doubts: list[tuple[str, str]]
    judgements: list[str]

    def pair(self) -> str:
        """A pair by its rank: half of those asked for are among the busiest hundred."""
        rng = self.rng
        one, other = rng.choice(self.pairs[:100] if rng.random() < 0.5 else self.pairs)
        return f"{one}/{other}"

    def state(self) -> str:
        """Any state."""
        return self.rng.choice(self.states)

    def filters(self) -> str:
        """Some filters of a list of events, as a part of an address."""
        rng, year = self.rng, self.rng.randint(2011, 2020)
        some = rng.choice((
            "type=AID", "type=AGREE&type=SUPPORT", "status=planned", f"since={year}",
            f"since={year}-03&until={year}-09",
            f"since={year}&until={year}&type=CONSULT", f"context={rng.choice(('military', 'economic', 'diplomatic'))}",
            f"place={self.state()}", "sources=2", "sources=3&type=ACCUSE", f"person={rng.choice(self.names)}",
            f"source=Journal+{rng.choice('ABC')}", f"since={year}-02-11&until={year}-04-20", "",
        ))  # fmt: skip
        return some + rng.choice(("", "", f"&page={rng.randint(2, 40)}"))


def addresses(ledger: Ledger, times: int) -> list[Asked]:
    """So many addresses of each page and call, or as many as there are."""
    known = _known(ledger)
    return [
        Asked(name, tuple(dict.fromkeys(make() for _ in range(1 if once else times))), statuses)
        for name, once, statuses, make in _kinds(known)
    ]


def _known(ledger: Ledger) -> Known:
    rng = random.Random(3)
    pairs = [(one.one, one.other) for one in ledger.busiest_pairs(100_000)]
    number = ledger.number_of_events()
    places = [rng.randrange(number) for _ in range(40)]
    events = [event for place in places for event in ledger.events(Question(limit=10, offset=place))]
    return Known(
        rng, pairs, [one.code for one in ledger.busiest_states()], [event.id for event in events],
        [report.id for event in events for report in event.reports],
        [report.dispatch.id for event in events for report in event.reports],
        sorted({word for event in events for word in event.reports[0].sentence.text.split()[4:] if word.isalpha()}),
        [name.person.split()[0] for name in ledger.names()[::20]], [(one.a, one.b) for one in ledger.doubts(most=500)],
        [one.id for one in ledger.judgements()],
    )  # fmt: skip


_Kind = tuple[str, bool, tuple[int, ...], Callable[[], str]]


def _kinds(known: Known) -> list[_Kind]:
    return [*_pages(known), *_calls(known)]


def _pages(k: Known) -> list[_Kind]:
    some, ok = k.rng.choice, (200,)
    return [
        ("/ (first)", True, ok, lambda: "/"),
        ("/", False, ok, lambda: f"/?n={k.rng.random()}"),
        ("/pairs/A/B", False, ok, lambda: f"/pairs/{k.pair()}"),
        ("/pairs/A/B?filters", False, ok, lambda: f"/pairs/{k.pair()}?{k.filters()}"),
        ("/pairs/A/B/months", False, ok, lambda: f"/pairs/{k.pair()}/months"),
        ("/states/A", False, ok, lambda: f"/states/{k.state()}"),
        ("/states/A?filters", False, ok, lambda: f"/states/{k.state()}?{k.filters()}"),
        ("/states/A/months", False, ok, lambda: f"/states/{k.state()}/months"),
        ("/events", False, ok, lambda: f"/events?page={k.rng.randint(1, 300)}"),
        ("/events?filters", False, ok, lambda: f"/events?{k.filters()}"),
        ("/events/ID", False, ok, lambda: f"/events/{some(k.events)[:12]}"),
        ("/events/ID/nearest", False, ok, lambda: f"/events/{some(k.events)[:12]}/nearest"),
        ("/dispatches/ID", False, ok, lambda: f"/dispatches/{some(k.dispatches)[:12]}"),
        ("/people", False, ok, lambda: f"/people?state={k.state()}&page={k.rng.randint(1, 2)}"),
        ("/people?name", False, ok, lambda: f"/people?name={some(k.names)}&sort=name"),
        ("/commitments", False, ok, lambda: f"/commitments?{some(('', f'state={k.state()}'))}"),
        ("/commitments?outcome", False, ok, lambda: f"/commitments?outcome={some(('open', 'overdue', 'kept'))}"
         f"&sort={some(('soonest', 'latest'))}&page={k.rng.randint(1, 50)}"),
        ("/search", False, ok, lambda: f"/search?q={some(k.words)}+{some(k.words)}"),
        ("/search?kind", False, ok, lambda: f"/search?q={some(k.words)}&kind={some(('events', 'dispatches'))}"),
        ("/review", False, ok, lambda: f"/review?pair={'.'.join(some(k.doubts))}"),
        ("/review?state", False, ok, lambda: f"/review?state={k.state()}"),
        ("/judgements", False, ok, lambda: f"/judgements?page={k.rng.randint(1, 40)}"),
    ]  # fmt: skip


def _calls(k: Known) -> list[_Kind]:
    some, ok, api = k.rng.choice, (200,), "/api/v1"

    def listed() -> str:
        year = k.rng.randint(2011, 2020)
        return some((f"state={k.state()}", "type=AID", f"since={year}", f"state={k.state()}&type=CONSULT&since={year}",
                     "status=planned", f"state={'&state='.join(k.pair().split('/'))}", ""))  # fmt: skip

    return [
        ("GET /events", False, ok, lambda: f"{api}/events?{listed()}&limit={some((20, 50, 100))}"),
        ("GET /events/ID", False, ok, lambda: f"{api}/events/{some(k.events)}"),
        ("GET /events/ID/reports", False, ok, lambda: f"{api}/events/{some(k.events)}/reports"),
        ("GET /events/ID/why", False, ok, lambda: f"{api}/events/{some(k.events)}/why"),
        ("GET /reports", False, ok, lambda: f"{api}/reports?{listed()}"),
        ("GET /reports/ID", False, ok, lambda: f"{api}/reports/{some(k.reports)}"),
        ("GET /dispatches", False, ok, lambda: f"{api}/dispatches?{listed()}"),
        ("GET /dispatches/ID", False, ok, lambda: f"{api}/dispatches/{some(k.dispatches)}"),
        ("GET /dispatches/ID/text", False, ok, lambda: f"{api}/dispatches/{some(k.dispatches)}/text"),
        ("GET /dispatches/ID/reports", False, ok, lambda: f"{api}/dispatches/{some(k.dispatches)}/reports"),
        ("GET /pairs", False, ok, lambda: f"{api}/pairs?limit={k.rng.randint(1, 200)}"),
        ("GET /pairs?state", False, ok, lambda: f"{api}/pairs?state={k.state()}"),
        ("GET /pairs/A/B", False, ok, lambda: f"{api}/pairs/{k.pair()}"),
        ("GET /states", False, ok, lambda: f"{api}/states"),
        ("GET /people", False, ok, lambda: f"{api}/people?state={k.state()}"),
        ("GET /commitments", False, ok,
         lambda: f"{api}/commitments?{some(('', f'state={k.state()}', 'outcome=open'))}"),
        ("GET /disagreements", False, ok, lambda: f"{api}/disagreements?{listed()}"),
        ("GET /judgements", False, ok, lambda: f"{api}/judgements?limit={k.rng.randint(1, 200)}"),
        ("GET /judgements/ID", False, ok, lambda: f"{api}/judgements/{some(k.judgements)}"),
        ("GET /search", False, ok, lambda: f"{api}/search?q={some(k.words)}"),
        ("GET /healthz", False, ok, lambda: f"/healthz?{k.rng.random()}"),
        ("GET /metrics", False, ok, lambda: f"/metrics?{k.rng.random()}"),
    ]  # fmt: skip
