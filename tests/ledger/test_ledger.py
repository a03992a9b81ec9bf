import random
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.ledger import AmbiguousPrefix, Kept, Question, open_ledger
from record_builders import make_dispatch, make_report

from .cases import export, world


@pytest.fixture
def ledger(place):
    with open_ledger(place("legation")) as opened:
        opened.keep(world())
        opened.update_events()
        yield opened


def test_what_was_kept_comes_back_as_it_was(ledger):
    kept = {dispatch.id: (dispatch, reports) for dispatch, reports in world()}
    assert {d.id: d for d in ledger.dispatches()} == {i: d for i, (d, _) in kept.items()}
    assert {r.id: r for r in ledger.reports()} == {r.id: r for _, reports in kept.values() for r in reports}


def test_reading_again_changes_nothing(ledger):
    before = export(ledger)
    assert ledger.keep(world()) == Kept(new=0, known=5)
    assert ledger.update_events() == ledger.update_events() == len(before[2])
    assert export(ledger) == before
    assert all(ledger.knows(dispatch) for dispatch, _ in world())
    assert not ledger.knows(world()[0][0], program="other")


def test_events_are_found_by_state_date_type_and_status(ledger):
    def types(**question):
        return [event.type for event in ledger.events(Question(**question))]

    assert types() == ["CONSULT", "CONSULT", "SUPPORT", "ACCUSE"]
    assert types(states=("RUS", "VEN")) == ["CONSULT", "CONSULT"]
    assert types(states=("GBR",)) == ["ACCUSE"]
    assert types(states=("RUS", "CUB")) == []
    assert types(since=date(2020, 3, 1)) == ["CONSULT", "SUPPORT"]
    assert types(until=date(2020, 3, 1)) == ["CONSULT"]
    assert types(since=date(2021, 12, 31), until=date(2021, 12, 31)) == ["SUPPORT"]
    assert types(since=date(2022, 1, 1)) == []
    assert types(since=date(2022, 1, 1), undated=True) == ["ACCUSE"]
    assert types(undated=False) == ["CONSULT", "CONSULT", "SUPPORT"]
    assert types(types=("ACCUSE", "SUPPORT")) == ["SUPPORT", "ACCUSE"]
    assert types(statuses=("planned",)) == []


def test_reports_and_dispatches_are_found_alike(ledger):
    assert len(ledger.reports(Question(states=("VEN",)))) == 5
    assert [r.status for r in ledger.reports(Question(statuses=("planned",)))] == ["planned"]
    assert [d.source for d in ledger.dispatches(Question(states=("RUS", "GBR")))] == ["revue.txt"]
    assert [d.source for d in ledger.dispatches(Question(since=date(2020, 5, 1)))] == ["radio.txt", "site.txt"]


@pytest.mark.parametrize("question", [Question(), Question(states=("RUS",)), Question(since=date(2020, 1, 1))])
def test_events_one_by_one_are_the_same_events(ledger, question, monkeypatch):
    monkeypatch.setattr("legation.ledger.questions.AT_ONCE", 1)
    assert tuple(ledger.each_event(question)) == ledger.events(question)


def test_the_ledger_can_be_asked_while_events_come_one_by_one(ledger):
    for event in ledger.each_event():
        ids = [told.id for told in event.reports]
        assert ledger.reports_by_id(ids).keys() == set(ids)
        ledger.keep([(make_dispatch("Rien de neuf ce jour."), [])])  # a writer does not wait for the reader


def test_reports_by_id(ledger):
    known = {report.id: report for report in ledger.reports()}
    assert ledger.reports_by_id([*known, "no such id"]) == known
    assert ledger.reports_by_id([]) == {}


def test_the_newest_day(ledger, place):
    assert ledger.newest_day() == max(date.fromisoformat(d.published) for d in ledger.dispatches() if d.published)
    with open_ledger(place("empty")) as empty:
        assert empty.newest_day() is None


def test_the_meeting_told_twice_is_one_event_with_its_reasons(ledger):
    event = ledger.events()[0]
    assert (event.dispatches, event.independent_sources) == (2, 2)
    assert len(ledger.joins(event.id)) == 1
    assert ledger.joins("none") == ()


def test_ids_are_found_by_their_beginning(ledger):
    event = ledger.events()[0]
    assert ledger.event(event.id[:10]) == event
    report = ledger.reports()[0]
    assert ledger.report(report.id[:10]) == report
    dispatch = ledger.dispatches()[0]
    assert ledger.dispatch(dispatch.id[:10]) == ledger.dispatch("depeche.txt") == dispatch
    for look in (ledger.event, ledger.report, ledger.dispatch):
        assert look("zz") is None
        assert look("") is None
        assert look("%") is None
    ledger.keep([(make_dispatch(f"Texte {n}"), []) for n in range(17)])
    initials = [d.id[0] for d in ledger.dispatches()]
    twice = next(i for i in initials if initials.count(i) > 1)
    with pytest.raises(AmbiguousPrefix, match="fits"):
        ledger.dispatch(twice)


def test_a_text_from_a_second_source_is_a_copy_whatever_came_first(place):
    text = "Lavrov a rencontré Arreaza à Caracas vendredi dernier pour parler de coopération."
    early, late = make_dispatch(text, "b.txt", "2020-02-07"), make_dispatch(text, "a.txt", "2020-02-09")
    items = [(early, [make_report(early, date="2020-02-07")]), (late, [make_report(late, date="2020-02-09")])]
    seen = []
    for n, order in enumerate((items, items[::-1])):
        with open_ledger(place(str(n))) as ledger:
            assert ledger.keep(order) == Kept(new=1, copies=1)
            ledger.update_events()
            seen.append(export(ledger))
            assert [d.source for d in ledger.dispatches()] == ["b.txt"]
            assert [r.date for r in ledger.reports()] == ["2020-02-07"]
            assert ledger.dispatch("a.txt") == ledger.dispatch("b.txt") == early
            assert [(r.original, r.copy, r.kind) for r in ledger.reprints()] == [("b.txt", "a.txt", "exact")]
            assert ledger.counts().sources == 2
    assert seen[0] == seen[1]


def test_another_version_supersedes_and_keeps_the_older_reports(ledger):
    dispatch, reports = world()[1]
    better = [msgspec.structs.replace(reports[0], id="better", confidence=0.9)]
    assert ledger.keep([(dispatch, better)], program="99.0") == Kept(reread=1)
    ledger.update_events()
    current = [r.id for r in ledger.reports() if r.dispatch.id == dispatch.id]
    assert current == ["better"]
    everything = [r.id for r in ledger.reports(superseded=True) if r.dispatch.id == dispatch.id]
    assert sorted(everything) == sorted(["better", reports[0].id])
    assert ledger.keep([(dispatch, reports)]).known == 1
    assert ledger.report(reports[0].id) == reports[0]


def test_an_id_that_goes_away_is_forwarded(place):
    second = make_dispatch("Entretien de Lavrov avec Arreaza.", "b", "2020-02-09")
    first = make_dispatch("Lavrov a vu Arreaza.", "a", "2020-02-07")
    fields = {"actors": "RUS:Lavrov", "recipients": "VEN:Arreaza", "date": "2020-02-07"}
    with open_ledger(place("l")) as ledger:
        ledger.keep([(second, [make_report(second, **fields)])])
        ledger.update_events()
        old = ledger.events()[0].id
        ledger.keep([(first, [make_report(first, **fields)])])
        assert ledger.counts().stale == 1
        ledger.update_events()
        assert ledger.counts().stale == 0
        (event,) = ledger.events()
        assert event.id != old
        assert ledger.event(old) == event
        assert ledger.event(old[:6]) == event


def test_commitments_as_stored_and_as_of_a_day(ledger):
    (event,) = ledger.commitments()
    assert event.commitment
    assert event.commitment.outcome == "kept"
    before = ledger.commitments(date(2020, 3, 1), ("RUS", "VEN"))
    assert [e.commitment.outcome for e in before if e.commitment] == ["open"]
    assert ledger.commitments(date(2020, 3, 1), ("CUB",)) == ()
    (again,) = ledger.commitments()
    assert again == event


def test_people_with_their_offices(ledger):
    found = {person.person: person for person in ledger.people(("RUS",))}
    assert found.keys() == {"Sergueï Lavrov"}
    assert found["Sergueï Lavrov"].offices == ("ministre des Affaires étrangères",)
    assert found["Sergueï Lavrov"].spellings == ("Lavrov", "Sergueï Lavrov")
    assert found["Sergueï Lavrov"].dispatches == ("depeche.txt", "journal.txt")
    assert [person.state for person in ledger.people()] == ["RUS", "VEN"]


def test_search_finds_words_without_their_accents(ledger):
    assert [d.source for d in ledger.search("INGERENCE londres").dispatches] == ["revue.txt"]
    assert [r.type for r in ledger.search("d'ingérence").reports] == ["ACCUSE"]
    assert ledger.search("absent").dispatches == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=60), st.text('"*()-:^+ANDORT', max_size=20)))
def test_any_search_text_is_safe(ledger, text):
    ledger.search(text)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_any_order_and_batching_ends_in_the_same_record(new_place, rng: random.Random, size):
    seen = []
    for shuffled in (False, True):
        items = world()
        if shuffled:
            rng.shuffle(items)
        with open_ledger(new_place()) as ledger:
            for at in range(0, len(items), size if shuffled else 5):
                ledger.keep(items[at : at + (size if shuffled else 5)])
                if shuffled:
                    ledger.update_events()
            ledger.update_events()
            seen.append(export(ledger))
    assert seen[0] == seen[1]


def test_all_of_a_batch_or_none(place):
    def broken():
        yield world()[0]
        raise RuntimeError("reading failed")

    with open_ledger(place("l")) as ledger:
        with pytest.raises(RuntimeError):
            ledger.keep(broken())
        assert ledger.dispatches() == ()
        assert ledger.keep(world()).new == 5


def test_counts(ledger):
    counts = ledger.counts()
    assert (counts.dispatches, counts.sources, counts.outlets) == (5, 5, 5)
    assert (counts.reports, counts.events, counts.commitments, counts.stale) == (6, 4, 1, 0)
