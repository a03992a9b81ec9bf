"""What was announced and what came of it, as an entry of the brief's table."""

from __future__ import annotations

from legation.event import Event
from legation.views.brief.contents import Entry, Promise
from legation.views.brief.entries import EntryMaker
from legation.views.brief.material import Material
from legation.views.wording import Interface, due_words
from legation.when import known_bounds


def promise_of(
    event: Event, entry: Entry, maker: EntryMaker, material: Material, interface: Interface
) -> Promise | None:
    """The promise of an event; None when it has none, or when nothing in the ledger says its words."""
    commitment = event.commitment
    if commitment is None:
        return None
    words = interface.brief
    end = known_bounds(commitment.due)[1]
    late = end is not None and commitment.as_of is not None and end.isoformat() < commitment.as_of
    outcome_words = {
        "open": words.outcome_open_late if late else words.outcome_open,
        "kept": words.outcome_kept,
        "overdue": words.outcome_overdue,
        "cancelled": words.outcome_cancelled,
    }[commitment.outcome]
    announced = maker.tellings(material.known(commitment.announced))
    announced = announced or maker.tellings(material.known(report.id for report in event.reports))
    if not announced:
        return None
    told = maker.tellings(material.known(commitment.evidence), event.status)
    return Promise(
        entry=entry,
        due=due_words(commitment, interface),
        outcome=commitment.outcome,
        outcome_words=outcome_words,
        telling=announced[0],
        told=told[0] if told else None,
        evidence=tuple(sorted({number for telling in told for number in telling.dispatches})),
    )
