from __future__ import annotations

from datetime import date

from legation.ledger.news import Told
from legation.views.digest.sifting import LOOKED_AT, Sifted, stands_as_promise

NEWEST = date(2024, 5, 1)


def told(number, *, pair=("RUS", "VEN"), status="occurred", outcome=None, before=False, dispatches=1):
    return Told(f"{number:08}", status, outcome, -(number % 10), "2024-05-01", dispatches, 1, *pair, True, before)


def test_everything_is_counted_and_a_bounded_part_remembered():
    number = 20_000
    sifted = Sifted((told(i, dispatches=2) for i in range(number)), NEWEST)
    assert (sifted.first_told, sifted.happened) == (number, number)
    assert list(sifted.new()) == [f"{i:08}" for i in range(9, 89, 10)], "eight of the pair, the heaviest, by id"
    assert (sifted.disputable.seen, len(sifted.disputable.weights())) == (number, LOOKED_AT)


def test_a_busy_pair_hides_no_other():
    crowd = [told(i) for i in range(1000)]
    sifted = Sifted([*crowd, told(1, pair=("FRA", "MLI"))], NEWEST)
    assert "00000001" in sifted.new()
    assert len(sifted.new()) == 9


def test_commitments_and_what_was_known_stand_apart():
    sifted = Sifted(
        [told(1, status="planned", outcome="open"), told(2, outcome="kept"), told(3, before=True, outcome="open")],
        NEWEST,
    )
    assert (list(sifted.promised.weights()), list(sifted.new())) == (["00000001"], ["00000002"])
    assert (sifted.first_told, list(sifted.again.weights())) == (2, ["00000003"])


def test_what_was_announced_and_took_place_is_an_event():
    assert not stands_as_promise("occurred", "kept")
    assert not stands_as_promise("occurred", None)
    assert stands_as_promise("occurred", "open")
    assert stands_as_promise("denied", "cancelled")
