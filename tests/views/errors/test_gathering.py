from __future__ import annotations

from evaluation.cases import FIRST, accused, dispatch, gold_event, told
from views.errors.cases import page_of


def heads(page):
    return [[(e.kind, e.head) for e in p.entries] for d in page.documents for p in d.passages]


def tallies(page):
    return {tally.name: (tally.count, tally.of) for tally in page.tallies}


def test_sentences_stand_in_order_with_all_their_errors():
    page = page_of([gold_event(type="AID")], [accused(), told()], dispatch())
    assert heads(page) == [[("missed", "AID"), ("extra", "CONSULT")], [("extra", "ACCUSE")]]
    pieces = page.documents[0].passages[0].pieces
    assert "".join(piece.text for piece in pieces) == FIRST.rstrip(".")
    assert [(piece.text, piece.marked) for piece in pieces if piece.marked] == [("rencontré", "both")]
    assert tallies(page)["missed"] == (1, 1)
    assert tallies(page)["extra"] == (2, 2)


def test_a_missed_event_tells_what_came_in_its_place():
    page = page_of([gold_event(type="AID")], [accused(), told()], dispatch())
    assert page.documents[0].passages[0].entries[0].remarks[0] == "reported in its place: CONSULT “rencontré”"
    assert page.tallies[0].remark == "1 of them told as another type"


def test_wrong_fields_are_counted_and_a_wrong_month_is_a_wrong_date():
    page = page_of([gold_event(date="2020-05", status="planned")], [told(date="2020-02-07")], dispatch())
    assert heads(page) == [[("wrong", "CONSULT")]]
    assert page.documents[0].passages[0].entries[0].faults == ("date", "status")
    assert tallies(page)["wrong date"] == tallies(page)["wrong status"] == (1, 1)
    assert tallies(page)["wrong parties"] == (0, 1)
    assert [(row.name, row.missed, row.extra, row.wrong) for row in page.types] == [("CONSULT", 0, 0, (0, 1, 1, 0, 0))]


def test_a_report_in_another_sentence_is_quoted():
    far = gold_event("accuse", other_mentions=(0,), status="planned")
    page = page_of([far], [told()], dispatch())
    assert page.documents[0].passages[0].entries[0].rows[-1].came == FIRST


def test_faultless_and_unread_documents_are_named():
    page = page_of([gold_event()], [told()], dispatch(), unread=["b.txt"])
    assert (page.documents, page.faultless, page.unread, page.types[0].missed) == ((), ("a.txt",), ("b.txt",), 1)
