"""Source chains: outlet ← agency ← whom the agency cites; and the root that each report rests on.

A communiqué, a named official or a third party that speaks is a root of its own; an agency that was there is one; an
outlet that only passes on is none. Reprints are folded into their original before roots are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from legation.dispatch import Credit, Dispatch
from legation.event import EventSource
from legation.merging.people import plain, same_person
from legation.merging.source_names import (
    SourceName,
    is_bare_medium,
    issuer,
    same_source,
    understand,
    understand_medium,
)
from legation.report import Attribution, Participant, Report

LinkKind = Literal["outlet", "agency", "speaker", "document", "dispatch"]
_DEPTH: dict[LinkKind, int] = {"dispatch": 0, "outlet": 1, "agency": 2, "speaker": 3, "document": 3}
_OUTLETS = 2
"""Outlets of a chain at most: who publishes, and from whom that was taken."""
_HEAD, _HEAD_LINES = 600, 6
"""Characters and lines at the beginning of a text in which a communiqué names who publishes it."""


class Link(msgspec.Struct, frozen=True):
    """One link of a source chain; `kind` is `dispatch` when nothing but the dispatch itself is known."""

    kind: LinkKind
    name: str
    code: str | None


def _host(source: str) -> str:
    """The host of an address without "www.", else the last part of a path."""
    host = urlsplit(source).hostname if "://" in source else None
    return (host or source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]).removeprefix("www.")


def chain(report: Report, dispatch: Dispatch | None = None, original: Dispatch | None = None) -> tuple[Link, ...]:
    """The links of a report's source chain, outermost first; never empty.

    What the report's attribution leaves out (outlet, agency) is taken from the dispatch's credits, its outlet, and at
    last its address. An agency's credit does not stand before an agency that the text itself names for the report. A
    copy that names no agency has that of its `original`, else the original's outlet. Who does the act by speaking
    ("Moscou a promis…") is no source of it, nor is the minister whose ministry publishes the text.
    """
    said = [Link(link.kind, link.name, link.code) for link in report.attribution if not _does(link, report)]
    published = _published(report, dispatch)
    agencies = _agencies(dispatch)
    if any(link.kind == "agency" for link in said):
        agencies = []
    elif original and not agencies:
        agencies = _agencies(original)
        published += [] if agencies else _published(None, original)
    links = [*published, *agencies, *sorted(said, key=lambda link: _DEPTH[link.kind])]  # stable within one depth
    ministry = next((meant for link in links if (meant := _ministry(link))), None)
    found: list[Link] = []
    for link in links:
        own = ministry and link.kind == "speaker" and link.code in {None, ministry.state or link.code}
        if not own and not any(same_root(link, other) for other in found):
            found.append(link)
    return tuple(_without_bare(found))


def _published(report: Report | None, dispatch: Dispatch | None) -> list[Link]:
    """Who publishes, and from whom it says to have taken the text; the dispatch itself where nobody is known."""
    said: list[Credit | Attribution] = [
        *(dispatch.credits if dispatch else ()),
        *(report.attribution if report else ()),
    ]
    outlets = [Link(link.kind, link.name, link.code) for link in said if link.kind == "outlet"]
    name = (report.dispatch.outlet if report else None) or (dispatch.outlet if dispatch else None)
    if not outlets and name:
        outlets = [Link("outlet", name, None)]
    source = report.dispatch.source if report else dispatch.source if dispatch else ""
    if not outlets and dispatch and not _agencies(dispatch):
        body = issuer([line for line in dispatch.text[:_HEAD].splitlines() if line.strip()][:_HEAD_LINES])
        outlets = [Link("outlet", body, dispatch.dateline_place)] if body else []
    return outlets[:_OUTLETS] or [Link("dispatch", _host(source), None)]


def _agencies(dispatch: Dispatch | None) -> list[Link]:
    credits = dispatch.credits if dispatch else ()
    return [Link(credit.kind, credit.name, credit.code) for credit in credits if credit.kind == "agency"]


def _does(link: Attribution, report: Report) -> bool:
    """Whether a speaker is not the source of the act but does it, by saying what the dispatch tells."""
    if link.kind != "speaker" or report.type == "CONSULT" or not report.quad.startswith("verbal"):
        return False
    return any(
        _same_words(link, actor) or (actor.person is not None and same_person(actor.person, link.name)[0])
        for actor in report.actors
    )


def _same_words(link: Attribution, actor: Participant) -> bool:
    return link.start is not None and link.end is not None and link.start < actor.end and actor.start < link.end


def _ministry(link: Link) -> SourceName | None:
    """The body that publishes the text itself, if that is one."""
    meant = _meaning(link) if link.kind == "outlet" else None
    is_body = meant and (meant.nature == "body" or (meant.outlet and meant.outlet.kind == "ministry"))
    return meant if is_body else None


def _without_bare(links: Sequence[Link]) -> list[Link]:
    """Without "la chaîne" and the like where the chain names a medium that they point back to."""
    named = [x for x in links if x.kind in ("agency", "document") and not is_bare_medium(x.name)]
    return [x for x in links if not (named and x.kind in ("speaker", "document") and is_bare_medium(x.name))]


def chain_text(report: Report, dispatch: Dispatch | None = None, original: Dispatch | None = None) -> str:
    """The chain as people write it: "thanhnien.vn ← AFP ← télévision d'État vénézuélienne"."""
    return " ← ".join(link.name for link in chain(report, dispatch, original))


def root(report: Report, dispatch: Dispatch | None = None, original: Dispatch | None = None) -> Link:
    """Whom the report rests on in the end: the innermost link of its chain."""
    return chain(report, dispatch, original)[-1]


def _roots(report: Report, dispatch: Dispatch | None, original: Dispatch | None) -> tuple[Link, ...]:
    """The root, or all agencies that are credited side by side ("avec AFP et Reuters"): nobody can tell which."""
    links = chain(report, dispatch, original)
    credited = {credit.name for credit in dispatch.credits if credit.kind == "agency"} if dispatch else set()
    side_by_side = tuple(link for link in links if link.kind == "agency" and link.name in credited)
    return side_by_side if links[-1] in side_by_side else links[-1:]


def _meaning(link: Link) -> SourceName:
    if link.kind == "dispatch":
        return SourceName("description", link.name)
    return (understand_medium if link.kind in ("outlet", "agency") else understand)(link.name, link.code)


def same_root(a: Link, b: Link) -> bool:
    """Whether two roots are one source: one outlet or agency, one person, one body of one state under its names."""
    if plain(a.name) == plain(b.name):
        return True
    return same_source(_meaning(a), _meaning(b))


def _shown(link: Link) -> str:
    """A root's name as people are shown it: that of the outlet where it is a known one."""
    meant = _meaning(link)
    return meant.outlet.name if meant.outlet and meant.nature == "outlet" else link.name


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
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(originals.get(report.dispatch.id, report.dispatch.id), []).append(report)
    resting: list[tuple[tuple[Link, ...], list[Report]]] = []
    for group, members in sorted(groups.items()):
        members.sort(key=lambda report: (report.dispatch.id != group, report.dispatch.id, report.id))
        first = members[0]
        original = dispatches.get(group) if first.dispatch.id != group else None
        resting.append((_roots(first, dispatches.get(first.dispatch.id), original), members))
    roots: list[tuple[Link, set[str]]] = []
    for links, members in sorted(resting, key=lambda one: len(one[0]) > 1):  # who is sure of its root comes first
        known = next((names for other, names in roots if any(same_root(other, link) for link in links)), None)
        if known is None:
            known = set()
            roots.append((links[0], known))
        known.update(report.dispatch.source for report in members)
    found = (EventSource(_shown(link), tuple(sorted(names))) for link, names in roots)
    return tuple(sorted(found, key=lambda source: (-len(source.dispatches), source.name)))
