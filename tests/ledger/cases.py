"""A small world of dispatches for the tests of the ledger."""

from __future__ import annotations

from legation.dispatch import Dispatch
from legation.report import Report
from record_builders import make_dispatch, make_report, speaker

LAVROV = "RUS:Sergueï Lavrov:ministre des Affaires étrangères"


def world() -> list[tuple[Dispatch, list[Report]]]:
    """Five dispatches: a meeting told twice, a plan, its outcome, and an accusation without a year."""
    items = []

    def add(text, source, published, *reports):
        dispatch = make_dispatch(text, source, published, outlet=source.split(".", maxsplit=1)[0].title())
        items.append((dispatch, [make_report(dispatch, **fields) for fields in reports]))

    met = {"actors": LAVROV, "recipients": "VEN:Jorge Arreaza", "date": "2020-02-07", "place": "VEN"}
    session = {"actors": "RUS + VEN", "recipients": "", "mode": "multilateral"}
    add(
        "Lavrov a rencontré Arreaza à Caracas vendredi. La commission se réunira en mai à Moscou.",
        "depeche.txt",
        "2020-02-08",
        met
        | {"sentence": "Lavrov a rencontré Arreaza à Caracas vendredi.", "speakers": (speaker("AFP", kind="agency"),)},
        session | {"sentence": "La commission se réunira en mai à Moscou.", "date": "2020-05", "status": "planned"},
    )
    add("Entretien de Lavrov et d'Arreaza.", "journal.txt", "2020-02-09", met | {"actors": "RUS:Lavrov"})
    add("La commission s'est réunie jeudi à Moscou.", "radio.txt", "2020-05-15", session | {"date": "2020-05-14"})
    add(
        "Moscou accuse Londres d'ingérence.",
        "revue.txt",
        None,
        {"type_": "ACCUSE", "recipients": "GBR", "date": "XXXX-07-04"},
    )
    add("Cuba soutient le Venezuela.", "site.txt", "2021-01-02", {"type_": "SUPPORT", "actors": "CUB", "date": "2021"})
    return items


def export(ledger):
    """Everything the ledger says, for comparing two of them."""
    return (
        ledger.dispatches(),
        ledger.reports(),
        ledger.events(),
        ledger.reprints(),
        {event.id: ledger.joins(event.id) for event in ledger.events()},
    )
