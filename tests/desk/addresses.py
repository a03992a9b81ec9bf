"""The addresses of a desk's pages over a ledger: each kind of page, full, empty and wrong."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import APIRouter

from legation.ledger import Ledger, open_ledger


def pages(path: Path | str) -> list[str]:
    """Addresses of every kind of page, those with most on them."""
    with open_ledger(path) as ledger:
        return [*_plain(), *_of_records(ledger)]


def _plain() -> list[str]:
    return [
        "/", "/events", "/events?person=nobody", "/people", "/commitments", "/commitments?outcome=overdue",
        "/search",
        "/search?q=ministre", "/search?q=' OR 1=1 --", "/review", "/judgements", "/pairs/RUS/VEN", "/states/VEN",
        "/api",
        "/sign-in", "/pairs/RUS/VEN/brief", "/states/VEN/brief", "/pairs/RUS/VEN/months", "/states/VEN/months",
    ]  # fmt: skip


def _of_records(ledger: Ledger) -> list[str]:
    events = sorted(ledger.events(), key=lambda event: -len(event.reports))
    promised = next((event for event in events if event.commitment), events[0])
    disputed = next((event for event in events if event.disagreements), events[0])
    told = {report.dispatch.id for report in events[0].reports}
    shown = dict.fromkeys(event.id[:12] for event in (events[0], promised, disputed))
    return [
        *(f"/events/{id_}" for id_ in shown),
        f"/events/{events[0].id[:12]}/nearest",
        *(f"/dispatches/{id_}" for id_ in sorted(told)[:2]),
    ]


WRONG = {
    "/nothing": 404,
    "/events?since=yesterday": 422,
    "/states/Atlantis": 404,
    "/events/zz": 404,
    "/dispatches/zz": 404,
}
"""Addresses that nothing answers to, and the status of the page that says so."""
FILES = re.compile(r"/brief\.|/export\.|\.ics$|^/pairs$")
"""Routes that give a file to take along or lead elsewhere, and are no page."""


def left_out(routers: tuple[APIRouter, ...], asked: list[str]) -> list[str]:
    """The routes of pages that none of these addresses asks for."""
    paths = [address.split("?")[0] for address in asked]
    routes = [
        route
        for router in routers
        for route in router.routes
        if "GET" in (getattr(route, "methods", None) or ()) and not FILES.search(str(getattr(route, "path", "")))
    ]
    return [
        str(route.path)  # type: ignore[attr-defined]
        for route in routes
        if not any(route.path_regex.match(path) for path in paths)  # type: ignore[attr-defined]
    ]
