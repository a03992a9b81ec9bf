from __future__ import annotations

import msgspec
import pytest

from evaluation.cases import accused, gold_event, told
from legation.evaluation.figures import Detection, as_record, count
from legation.evaluation.gold import Gold
from legation.evaluation.judging import judge


@pytest.fixture
def figures():
    gold = Gold({
        "a.txt": (gold_event(place="VEN"), gold_event(type="AID", salience="background"),
                  gold_event(type="SUPPORT", also=("ACCUSE",), trigger="accuse", borderline=False)),
        "b.txt": (), "c.txt": (), "d.txt": (gold_event(borderline=True),),
    })  # fmt: skip
    told_of = {"a.txt": [told(place="CUB"), accused()], "b.txt": [told(), told(), accused()], "c.txt": [], "d.txt": []}
    return count(judge(gold, told_of))


def test_precision_recall_f1(figures):
    found = figures.detection
    assert (found.right, found.reported, found.wanted) == (2, 5, 3)
    assert found.precision == pytest.approx(2 / 5)
    assert found.recall == pytest.approx(2 / 3)
    assert found.f1 == pytest.approx(0.5)
    assert figures.with_parties.right == 1
    assert figures.borderline == 1
    assert Detection(0, 0, 0, 0).f1 == 0


def test_a_report_counts_under_its_own_type(figures):
    assert figures.by_type["SUPPORT"] == Detection(0, 0, 1, 1)
    assert figures.by_type["ACCUSE"] == Detection(1, 2, 0, 0)
    assert all(found.precision <= 1 and found.recall <= 1 for found in figures.by_type.values())


def test_shares(figures):
    assert figures.silent.value == 1.5
    assert (figures.main.count, figures.main.of) == (2, 2)
    assert (figures.of_matched["place"].count, figures.of_matched["place"].of) == (0, 1)
    assert figures.of_matched["attribution"].value is None
    assert figures.of_matched["status"].value == 1
    assert sum(b.reports for b in figures.calibration.bins) == 5


def test_unread_documents_do_not_count_as_quiet():
    silent = count(judge(Gold({"b.txt": (), "c.txt": ()}), {"b.txt": [told()]})).silent
    assert (silent.count, silent.of) == (1, 1)


def test_the_machine_form_is_plain_json(figures):
    record = msgspec.json.decode(msgspec.json.encode(as_record(figures)))
    assert record["detection"] == {"precision": 0.4, "recall": 0.667, "f1": 0.5, "right": 2, "predicted": 5, "found": 2,
                                   "gold": 3}  # fmt: skip
    assert record["of_matched"]["attribution"] is None
    assert record["without_events"] == {"documents": 2, "reports": 3, "reports_per_document": 1.5}
    assert len(record["calibration"]["bins"]) == 10
