"""Source chains: outlet ← agency ← whom the agency cites; and the root that each report rests on.

A communiqué, a named official or a third party that speaks is a root of its own; an agency that was there is one; an
outlet that only passes on is none. Reprints are folded into their original before roots are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal
from urllib.parse import urlsplit

import msgspec
from rapidfuzz.fuzz import token_sort_ratio

from legation.dispatch import Dispatch
from legation.event import EventSource
from legation.merging.people import plain, same_person
from legation.report import Report

LinkKind = Literal["outlet", "agency", "speaker", "document", "dispatch"]
_DEPTH: dict[LinkKind, int] = {"dispatch": 0, "outlet": 1, "agency": 2, "speaker": 3, "document": 3}
_SAME_BODY = 85.0
"""Least likeness (0 to 100, words sorted) of two names of one state's body: "ministère russe des Affaires étrangères"
and "ministère des Affaires étrangères de Russie"."""


class Link(msgspec.Struct, frozen=True):
    """One link of a source chain; `kind` is `dispatch` when nothing but the dispatch itself is known."""

    kind: LinkKind
    name: str
    code: str | None


def _host(source: str) -> str:
    """The host of an address without "www.", else the last part of a path."""
    host = urlsplit(source).hostname if "://" in source else None
    return (host or source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]).removeprefix("www.")


def chain(report: Report, dispatch: Dispatch | None = None) -> tuple[Link, ...]:
    """The links of a report's source chain, outermost first; never empty.

    What the report's attribution leaves out (outlet, agency) is taken from the dispatch's credits, its outlet, and at
    last its address. An agency's credit does not stand before an agency that the text itself names for the report.
    """
    said = [Link(link.kind, link.name, link.code) for link in report.attribution]
    kinds = {link.kind for link in said}
    credits = [Link(credit.kind, credit.name, credit.code) for credit in dispatch.credits] if dispatch else []
    outlets = [link for link in credits if link.kind == "outlet"]
    name = report.dispatch.outlet or (dispatch.outlet if dispatch else None)
    if not outlets and name:
        outlets = [Link("outlet", name, None)]
    if not outlets:
        outlets = [Link("dispatch", _host(report.dispatch.source), None)]
    links = ([] if "outlet" in kinds else outlets[:1]) + (
        [] if "agency" in kinds else [link for link in credits if link.kind == "agency"]
    )
    links += sorted(said, key=lambda link: _DEPTH[link.kind])  # stable: the order within one depth stays
    seen, kept = set[str](), []
    for link in sorted(links, key=lambda link: _DEPTH[link.kind]):
        if plain(link.name) not in seen:
            seen.add(plain(link.name))
            kept.append(link)
    return tuple(kept)


def chain_text(report: Report, dispatch: Dispatch | None = None) -> str:
    """The chain as people write it: "thanhnien.vn ← AFP ← télévision d'État vénézuélienne"."""
    return " ← ".join(link.name for link in chain(report, dispatch))


def root(report: Report, dispatch: Dispatch | None = None) -> Link:
    """Whom the report rests on in the end: the innermost link of its chain."""
    return chain(report, dispatch)[-1]


def same_root(a: Link, b: Link) -> bool:
    """Whether two roots are one source: equal names, spellings of one speaker, or names of one body of one state."""
    if plain(a.name) == plain(b.name):
        return True
    speaking = {"speaker", "document"}
    if a.kind not in speaking or b.kind not in speaking or (a.code and b.code and a.code != b.code):
        return False
    if a.kind == b.kind == "speaker" and same_person(a.name, b.name)[0]:
        return True
    return bool(a.code and a.code == b.code) and token_sort_ratio(plain(a.name), plain(b.name)) >= _SAME_BODY


def independent_sources(
    reports: Iterable[Report],
    dispatches: Mapping[str, Dispatch],
    originals: Mapping[str, str],
) -> tuple[EventSource, ...]:
    """The distinct roots of an event's reports, each with the sources of the dispatches that rest on it.

    Args:
        reports: the reports of one event.
        dispatches: dispatches by id; one that is missing counts by what its report says of it.
        originals: for the id of a reprint, that of its original (`reprints.originals`). A reprint rests on what its
            original rests on, even where its own text names no agency any more.
    """
    ordered = sorted(reports, key=lambda report: (report.dispatch.id in originals, report.dispatch.id, report.id))
    roots: list[tuple[Link, set[str]]] = []
    by_group: dict[str, set[str]] = {}
    for report in ordered:
        group = originals.get(report.dispatch.id, report.dispatch.id)
        if group not in by_group:
            link = root(report, dispatches.get(report.dispatch.id))
            known = next((names for other, names in roots if same_root(other, link)), None)
            if known is None:
                known = set()
                roots.append((link, known))
            by_group[group] = known
        by_group[group].add(report.dispatch.source)
    found = (EventSource(link.name, tuple(sorted(names))) for link, names in roots)
    return tuple(sorted(found, key=lambda source: (-len(source.dispatches), source.name)))
