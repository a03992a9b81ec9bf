"""Of a spelling that many dispatches have, those who wait for an answer get the newest reports."""

from __future__ import annotations

import pytest

from legation.ledger import open_ledger
from record_builders import make_dispatch, make_report

NAMED = ("Lavrov", "Sergueï Lavrov", "Lavrov", "Riabkov", "Lavrov", "Lavrov", "Riabkov")


@pytest.fixture
def ledger(place):
    """The youngest dispatch is read first, so that what was read last is not what was written last."""
    with open_ledger(place("namings")) as found:
        for n, name in enumerate(NAMED):
            one = make_dispatch(f"{name} a vu Caracas {n} fois.", f"{n}.txt", f"2020-01-{28 - n:02d}")
            people = f"RUS:{name}:ministre"
            found.keep([(one, [make_report(one, "CONSULT", people, "CUB:Lavrov", date="2020-01-01", trigger="vu")])])
        yield found


def sources(people):
    return {(one.state, one.person): tuple(source.rsplit("/")[-1] for source in one.dispatches) for one in people}


def test_a_spelling_that_many_have_is_known_by_the_newest(ledger):
    whole = sources(ledger.people())
    assert whole["RUS", "Sergueï Lavrov"] == ("0.txt", "1.txt", "2.txt", "4.txt", "5.txt")
    found = sources(ledger.people(newest=2))
    assert found["RUS", "Sergueï Lavrov"] == ("1.txt", "4.txt", "5.txt"), "two of the one spelling, one of the other"
    assert found["RUS", "Riabkov"] == ("3.txt", "6.txt"), "so few that all are looked at"
    assert found["CUB", "Lavrov"] == ("5.txt", "6.txt"), "each state's for itself"
    assert found.keys() == whole.keys()
    assert ledger.people(newest=100) == ledger.people()


def test_states_and_names_have_the_same_people(ledger):
    assert sources(ledger.people(("RUS",), newest=2)) == {
        who: told for who, told in sources(ledger.people(newest=2)).items() if who[0] == "RUS"
    }
    names = [name for name in ledger.names() if name.state == "RUS"]
    assert {*ledger.holdings(names, newest=2)} == {*ledger.people(("RUS",), newest=2)}
    assert {*ledger.holdings(names)} == {*ledger.people(("RUS",))}


def test_the_days_are_those_of_what_is_looked_at(ledger):
    (held,) = next(one for one in ledger.people(("CUB",), newest=2)).held or [None]
    assert held is None
    office = next(one for one in ledger.people(("RUS",), newest=2) if one.person == "Sergueï Lavrov").held[0]
    assert (office.first, office.last, len(office.dispatches)) == ("2020-01-23", "2020-01-27", 3)
