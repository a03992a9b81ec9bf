from __future__ import annotations

from evaluation.cases import accused, gold_event, told
from legation.evaluation.gold import Gold
from legation.evaluation.judging import judge


def judged(events, reports):
    (found,) = judge(Gold({"a.txt": tuple(events)}), {"a.txt": reports})
    return found


def test_found_missed_and_extra():
    missing = gold_event(type="AID")
    found = judged([gold_event(), missing], [told(), accused()])
    assert [(m.event.type, m.report.type) for m in found.matches] == [("CONSULT", "CONSULT")]
    assert found.missed == (missing,)
    assert [report.type for report in found.extra] == ["ACCUSE"]
    assert (len(found.events), len(found.reports), found.faultless) == (2, 2, False)


def test_a_borderline_event_counts_neither_way():
    doubtful = gold_event(borderline=True)
    told_of, untold = judged([doubtful], [told()]), judged([doubtful], [])
    assert told_of.reports == untold.missed == told_of.events == ()
    assert told_of.borderline == untold.borderline == 1
    assert told_of.faultless
    assert not told_of.silent


def test_a_borderline_event_takes_no_report_that_a_sure_one_needs():
    found = judged([gold_event(borderline=True, actors=("CUB",)), gold_event()], [told()])
    assert len(found.matches) + len(found.missed) == 1
    both = judged([gold_event(borderline=True), gold_event()], [told(actors="CUB"), told(actors="FRA")])
    assert (len(both.matches), both.extra) == (1, ())


def test_silent_and_unread_documents():
    gold = Gold({"b.txt": (), "a.txt": (gold_event(),)})
    unread, silent = judge(gold, {"b.txt": [accused()], "other.txt": [told()]})
    assert (unread.document, unread.read, len(unread.missed)) == ("a.txt", False, 1)
    assert (silent.silent, silent.read, len(silent.extra), silent.faultless) == (True, True, 1, False)


def test_a_wrong_field_is_a_fault():
    assert judged([gold_event()], [told()]).faultless
    assert not judged([gold_event(date="2020")], [told()]).faultless
