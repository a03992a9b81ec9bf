from __future__ import annotations

import pytest

from evaluation.cases import accused, gold_event, told
from legation.evaluation.comparing import compare, shared_parties
from record_builders import speaker

ACCUSED = {"trigger": "accuse", "type": "ACCUSE"}


def test_sides_do_not_matter_where_the_type_is_symmetric():
    assert compare(gold_event(actors=("VEN", "RUS"), recipients=()), told()).parties
    assert not compare(gold_event(**ACCUSED, actors=("CUB",), recipients=("FRA",)), accused()).parties
    assert compare(gold_event(**ACCUSED, actors=("FRA",), recipients=("CUB",)), accused()).parties


def test_too_many_and_too_few_parties_are_wrong():
    assert not compare(gold_event(actors=("RUS", "CUB")), told()).parties
    assert not compare(gold_event(recipients=()), told()).parties
    assert compare(gold_event(actors=("ONU",)), told(actors="UNO")).parties


def test_shared_parties_are_counted_on_whatever_side():
    assert shared_parties(gold_event(actors=("VEN", "CUB"), recipients=("RUS",)), told()) == 2


@pytest.mark.parametrize(
    ("wanted", "came", "day", "month"),
    [
        ("2020-02-07", "2020-02-07~", True, True),
        ("2020-02-07", "2020-02-08", False, True),
        ("2020-02", "2020-02-08", False, True),
        ("2020-02-07/2020-02-09", "2020-02-07", False, False),
        ("2019-12/..", "2019-12-03/..", False, True),
        (None, None, True, True),
        (None, "2020", False, False),
        ("", None, True, True),
        ("XXXX-07-04%", "XXXX-07-04?", True, True),
    ],
)
def test_dates(wanted, came, day, month):
    found = compare(gold_event(date=wanted), told(date=came))
    assert (found.date, found.month) == (day, month)


def test_place_counts_only_where_the_gold_has_one():
    assert compare(gold_event(), told(place="VEN")).place is None
    assert compare(gold_event(place="VEN"), told(place="VEN")).place is True
    assert compare(gold_event(place="VEN"), told()).place is False


@pytest.mark.parametrize(
    ("wanted", "names", "right"),
    [
        ("Sergueï Lavrov", ["Lavrov"], True),
        ("Kremlin", ["Agence Sud", "le KREMLIN"], True),
        ("l'Elysée", ["Élysée"], True),
        ("Capitole", ["AP"], False),
        ("Kremlin", ["…"], False),
        ("Kremlin", [], False),
        (None, ["Kremlin"], None),
        ("", [], None),
    ],
)
def test_attribution_contains_the_words_either_way(wanted, names, right):
    report = told(speakers=tuple(map(speaker, names)))
    assert compare(gold_event(attributed_to=wanted), report).attribution is right


def test_what_is_wrong_is_named():
    found = compare(gold_event(status="planned", date="2020", place="CUB"), told(actors="CUB"))
    assert found.wrong == ("parties", "date", "month", "status", "place")
    assert compare(gold_event(), told()).wrong == ()
