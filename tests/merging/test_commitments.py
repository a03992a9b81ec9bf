from datetime import date

from legation.merging import merge
from legation.merging.clusters import gather
from legation.merging.commitments import as_of, commitment, judged
from legation.merging.fulfilment import fulfilments
from legation.merging.merge import event_of
from legation.merging.telling import prepare_all
from legation.report import Promise
from merging.tellings import telling
from record_builders import make_dispatch, make_report

SESSION = {"actors": "RUS + VEN", "recipients": "", "mode": "multilateral"}
ANNOUNCED = ("La session de la commission se tiendra en mai.", "2020-02-07", "2020-05", "planned")


def _commitments(*told, as_of=None, **fields):
    dispatches, reports = [], []
    for text, published, day, status in told:
        dispatch = make_dispatch(text, published=published)
        dispatches.append(dispatch)
        reports.append(make_report(dispatch, date=day, status=status, **(SESSION | fields)))
    events = merge(dispatches, reports, as_of=as_of)
    return [(event.status, event.commitment) for event in events]


def test_announced_and_told_is_kept_with_its_evidence():
    ((status, found),) = _commitments(
        ANNOUNCED, ("La commission a tenu sa session jeudi.", "2020-05-15", "2020-05-14", "occurred")
    )
    assert status == "occurred"
    assert found
    assert (found.outcome, found.due) == ("kept", "2020-05")
    assert len(found.announced) == len(found.evidence) == 1
    assert found.announced != found.evidence


def test_told_a_few_days_after_the_window_is_still_kept():
    ((_, found),) = _commitments(
        ANNOUNCED,
        ("La commission a tenu sa session de printemps.", "2020-06-04", "2020-06-03", "occurred"),
        place="VEN",
    )
    assert found
    assert found.outcome == "kept"


def test_told_for_another_month_does_not_keep_it():
    found = _commitments(ANNOUNCED, ("La commission a tenu sa session.", "2020-08-04", "2020-08-03", "occurred"))
    assert sorted(c.outcome for _, c in found if c) == ["overdue"]
    assert len(found) == 2


def test_open_until_a_week_after_the_window_then_overdue():
    for day, outcome in (("2020-05-31", "open"), ("2020-06-07", "open"), ("2020-06-08", "overdue")):
        ((status, found),) = _commitments(ANNOUNCED, as_of=date.fromisoformat(day))
        assert found
        assert (status, found.outcome, found.as_of) == ("planned", outcome, day)


def test_without_a_year_or_a_window_it_stays_open():
    for due in ("XXXX-05", None, "2020-05-01/.."):
        ((_, found),) = _commitments((ANNOUNCED[0], None, due, "planned"), as_of=date(2030, 1, 1))
        assert found
        assert found.outcome == "open"


def test_called_off_is_cancelled():
    ((status, found),) = _commitments(
        ANNOUNCED, ("La session de la commission n'aura pas lieu en mai.", "2020-04-02", "2020-05", "denied")
    )
    assert found
    assert (status, found.outcome) == ("denied", "cancelled")
    assert len(found.evidence) == 1


def test_an_announcement_after_the_fact_announces_another():
    found = _commitments(
        ("La commission a tenu sa session.", "2020-05-05", "2020-05-04", "occurred"),
        ("La commission tiendra une session ce mois-ci.", "2020-05-20", "2020-05", "planned"),
    )
    assert len(found) == 2


def test_the_default_day_is_the_newest_own_date():
    found = _commitments(ANNOUNCED, ("Rien de cela.", "2020-09-01", "2019-01-01", "occurred"))
    assert {(c.as_of, c.outcome) for _, c in found if c} == {("2020-09-01", "overdue")}


def test_what_has_happened_or_cannot_be_kept_is_no_commitment():
    ((_, found),) = _commitments(("La commission a tenu sa session.", "2020-05-05", "2020-05-04", "occurred"))
    assert found is None
    ((_, found),) = _commitments(("Moscou ne cédera pas.", "2020-05-05", None, "planned"), type_="REJECT", mode=None)
    assert found is None


def test_the_day_on_which_something_was_promised_is_no_window():
    words = ("Moscou continuera à soutenir Caracas.", "2020-02-07", "2020-02-07", "planned")
    ((_, found),) = _commitments(words, as_of=date(2021, 1, 1), type_="AID", mode=None)
    assert found
    assert (found.due, found.outcome) == (None, "open")
    ((_, found),) = _commitments(words, as_of=date(2021, 1, 1), type_="SUPPORT", mode=None)
    assert found is None, "an attitude"
    today = ("La commission se réunit vendredi soir.", "2020-02-07", "2020-02-07", "planned")
    ((_, found),) = _commitments(today, as_of=date(2021, 1, 1))
    assert found
    assert (found.due, found.outcome) == ("2020-02-07", "overdue")


def test_an_event_formed_without_a_day_is_judged_for_any():
    for outcome, told in (
        ("open", ()),
        ("kept", (("La commission s'est réunie.", "2020-05-15", "2020-05-14", "occurred"),)),
    ):
        dispatches, reports = [], []
        for text, published, day, status in (ANNOUNCED, *told):
            dispatches.append(make_dispatch(text, published=published))
            reports.append(make_report(dispatches[-1], date=day, status=status, **SESSION))
        tellings = {telling.id: telling for telling in prepare_all(reports, {})}
        (group,) = gather(tellings.values())
        event = event_of(group, tellings, {d.id: d for d in dispatches}, {})
        assert event.commitment
        assert (event.commitment.outcome, event.commitment.as_of) == (outcome, None)
        assert as_of(event, None) == event
        for day in (date(2020, 6, 7), date(2020, 6, 8)):
            assert (as_of(event, day),) == merge(dispatches, reports, as_of=day)


def test_a_plan_known_only_from_its_end_is_cancelled():
    ((status, found),) = _commitments(("La session de mai n'aura pas lieu.", "2020-04-02", "2020-05", "denied"))
    assert found
    assert (status, found.outcome, found.due, found.announced) == ("denied", "cancelled", "2020-05", ())
    assert len(found.evidence) == 1
    ((_, past),) = _commitments(("La session de mars n'a pas eu lieu.", "2020-04-02", "2020-03", "denied"))
    assert past is None


def test_a_promise_in_words_is_open_then_overdue_then_kept():
    sides = {"actors": "FRA", "recipients": "CUB"}
    promise = telling(
        "Paris a promis 30 ambulances.", "2020-02-08", type_="AGREE", date="2020-02-07",
        promised=Promise("AID", "2020-05"), **sides,
    )  # fmt: skip
    deed = telling("30 ambulances livrées.", "2020-05-05", type_="AID", date="2020-05-04", **sides)
    part = telling("12 ambulances livrées.", "2020-05-05", type_="AID", date="2020-05-04", **sides)
    outcomes = []
    for day, told in ((date(2020, 6, 7), []), (date(2020, 6, 8), []), (date(2020, 6, 8), [part]), (None, [deed])):
        found = commitment([promise], fulfilments([promise, *told]).get(promise.id, ()))
        assert found
        found = judged(found, day) if day else found
        assert (found.due, found.announced) == ("2020-05", (promise.id,))
        assert found.evidence == tuple(one.id for one in told)
        outcomes.append(found.outcome)
    assert outcomes == ["open", "overdue", "overdue", "kept"]


def test_a_promise_that_is_said_to_be_honoured_is_kept_by_that_word():
    sides = {"actors": "FRA", "recipients": "CUB", "type_": "AGREE", "promised": Promise(None, None)}
    said = telling("Paris a promis 30 ambulances à La Havane.", "2020-02-08", **sides)
    kept = telling("Paris a tenu la parole donnée en février à La Havane.", "2020-05-08", **sides)
    broken = telling("Paris n'a pas tenu la parole donnée à La Havane.", "2020-05-09", **sides)
    for told, outcome, evidence in ((kept, "kept", (kept.id,)), (broken, "open", ())):
        found = commitment([said, told])
        assert found
        assert (found.outcome, found.evidence) == (outcome, evidence)


def test_what_had_been_planned_and_is_denied_without_a_day_was_called_off():
    for text, outcome in (
        ("La session prévue à Caracas a été annulée.", "cancelled"),
        ("Moscou dément toute session avec Caracas.", None),
    ):
        ((_, found),) = _commitments((text, "2020-04-02", None, "denied"))
        assert (found.outcome if found else None) == outcome


def test_a_complaint_that_will_be_lodged_is_announced_and_a_refusal_that_lasts_is_not():
    for kind, there in (("ACCUSE", True), ("REJECT", False)):
        ((_, found),) = _commitments(
            ("Moscou portera plainte.", "2020-04-02", None, "planned"),
            type_=kind,
            mode=None,
            actors="RUS",
            recipients="VEN",
        )
        assert bool(found) is there
