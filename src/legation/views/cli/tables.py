"""Tables of reports, events and reprints, and the summary of a long run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from legation.event import Event
from legation.merging import Reprint
from legation.report import Report
from legation.views.cli.printing import console, kind, print_table, quoted, short, sides
from legation.views.wording.saying import place_of

_BUSIEST = 15


def print_reports(reports: Sequence[Report]) -> None:
    """A row a report."""
    print_table(
        ("id", "date", "what", "status", "who → whom", "words", "source"),
        (
            (
                short(report.id),
                report.date or "–",
                kind(report.type, report.mode),
                report.status,
                sides(report.actors, report.recipients),
                quoted(report.sentence, report.trigger),
                place_of(report.dispatch.source),
            )
            for report in reports
        ),
        narrow=(0, 1, 3),
    )


def print_events(events: Sequence[Event]) -> None:
    """A row an event, with the sentence of the first of its reports that tells it as it is now known.

    "2 (3)": two independent sources in three dispatches.
    """
    print_table(
        ("id", "date", "what", "status", "who → whom", "sources", "words"),
        (
            (
                short(event.id),
                event.date or "–",
                kind(event.type, event.mode),
                event.status if event.commitment is None else f"{event.status}, {event.commitment.outcome}",
                sides(event.actors, event.recipients),
                f"{event.independent_sources} ({event.dispatches})",
                _words(event),
            )
            for event in events
        ),
        narrow=(0, 1, 5),
    )


def _words(event: Event):  # type: ignore[no-untyped-def]  # noqa: ANN202  rich's Text, not imported here
    from legation.views.wording.saying import told_as  # noqa: PLC0415

    told = told_as(event)
    return quoted(told.sentence, told.trigger)


def print_reprints(reprints: Sequence[Reprint]) -> None:
    """A row a reprint."""
    print_table(
        ("original", "copy", "likeness", "kind"),
        ((found.original, found.copy, f"{found.likeness:.2f}", found.kind) for found in reprints),
    )


def print_summary(types: Counter[tuple[str, str]], pairs: Counter[str]) -> None:
    """Counts in place of too many rows: reports by type and status, and the pairs that occur most."""
    statuses = sorted({status for _, status in types})
    names = sorted({name for name, _ in types})
    print_table(
        ("type", *statuses, "all"),
        (
            (name, *(str(types[name, status] or "") for status in statuses), str(sum(types[name, s] for s in statuses)))
            for name in names
        ),
    )
    if pairs:
        busiest = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:_BUSIEST]
        print_table(("pair", "reports"), ((pair, str(count)) for pair, count in busiest))
    console().print("`legation events STATE STATE` lists what the ledger holds of a pair.")
