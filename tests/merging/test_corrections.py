import pytest

from legation.judgement import FIELDS, correction, on_pair
from legation.merging import merge
from legation.merging.corrections import agrees, fault, shaped, value_of
from legation.merging.standing import standing
from record_builders import make_dispatch, make_report

DISPATCH = make_dispatch("Lavrov rencontrera Maduro à Caracas en mai.", published="2020-03-01")
REPORT = make_report(DISPATCH, actors="RUS:Sergueï Lavrov", recipients="VEN:Nicolás Maduro", mode="visit",
                     date="2020-05", status="planned", place="VEN", trigger="rencontrera")  # fmt: skip
(EVENT,) = merge([DISPATCH], [REPORT])


def corrected(*changes, event=EVENT):
    made = [
        correction(REPORT, field, value, "lu", by="ana", at=f"2024-05-31T12:00:{n:02}Z")
        for n, (field, value) in enumerate(changes)
    ]
    return shaped(event, standing(made, [REPORT])), made


def test_without_judgements_nothing_changes():
    assert shaped(EVENT, standing([], [REPORT])) is EVENT


def test_a_date_takes_its_bounds_and_what_is_due_with_it():
    event, (made,) = corrected(("date", "2020-06-02"))
    assert (event.date, event.date_bounds) == ("2020-06-02", ("2020-06-02", "2020-06-02"))
    assert event.commitment
    assert event.commitment.due == "2020-06-02"
    assert event.judgements == (made.id,)
    nothing, _ = corrected(("date", None))
    assert (nothing.date, nothing.date_bounds) == (None, (None, None))


@pytest.mark.parametrize(("status", "outcome"), [("occurred", "kept"), ("denied", "cancelled"), ("planned", "open")])
def test_a_status_settles_the_commitment(status, outcome):
    event, _ = corrected(("status", status))
    assert event.commitment
    assert (event.status, event.commitment.outcome) == (status, outcome)


def test_a_type_takes_quad_and_intensity_with_it():
    event, made = corrected(("type", "AID"))
    assert (event.type, event.mode, event.quad, event.intensity > 0) == ("AID", None, "material cooperation", True)
    event, made = corrected(("mode", "visit"), ("type", "AID"))
    assert (event.mode, event.judgements) == (None, (made[1].id,)), "a mode that the type does not have is passed over"
    event, _ = corrected(("mode", "phone"))
    assert (event.type, event.mode) == ("CONSULT", "phone")


def test_parties_keep_their_persons_and_leave_the_other_side():
    event, _ = corrected(("actors", "VEN"), ("recipients", "RUS, UNO"))
    assert [(p.code, p.person) for p in event.actors] == [("VEN", "Nicolás Maduro")]
    assert [(p.code, p.person, p.sector) for p in event.recipients] == [
        ("RUS", "Sergueï Lavrov", "GOV"),
        ("UNO", None, "IGO"),
    ]
    assert event.people == ("Nicolás Maduro", "Sergueï Lavrov")
    together, _ = corrected(("actors", "RUS, VEN"))
    assert [p.code for p in together.actors] == ["RUS", "VEN"]
    assert together.recipients == ()
    fewer, _ = corrected(("recipients", None))
    assert (fewer.recipients, fewer.people) == ((), ("Sergueï Lavrov",))


def test_a_place_with_or_without_its_name():
    event, _ = corrected(("place", "Minsk (BLR)"))
    assert event.place
    assert (event.place.code, event.place.name) == ("BLR", "Minsk")
    event, _ = corrected(("place", "BLR"))
    assert event.place
    assert (event.place.code, event.place.name) == ("BLR", "BLR")
    assert corrected(("place", None))[0].place is None


def test_the_last_correction_of_a_field_counts():
    event, made = corrected(("date", "2020-06"), ("date", "2020-07"))
    assert (event.date, event.judgements) == ("2020-07", (made[1].id,))


def test_a_pair_shaped_the_event_when_it_joined_or_parted():
    other = make_report(make_dispatch("Rien."), trigger="Rien")
    for kind, shaping in (("same", False), ("different", True), ("later", False)):
        made = on_pair(REPORT, other, kind, by="ana", at="2024-05-31T12:00:00Z")
        assert (shaped(EVENT, standing([made], [REPORT, other])).judgements == (made.id,)) is shaping


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "mardi"), ("date", "2020-13"), ("status", "done"), ("status", None), ("type", "WAR"), ("type", None),
        ("mode", "swim"), ("mode", "expel"), ("place", "Minsk"), ("place", "ZZZ"), ("place", "Minsk (ZZZ)"),
        ("place", "UNO"), ("actors", "RUS, ZZZ"), ("recipients", ","),
    ],
)  # fmt: skip
def test_values_that_make_no_sense_are_told_and_passed_over(field, value):
    said = fault(field, value, "CONSULT")
    assert said
    assert "\n" not in said
    event, _ = corrected((field, value))
    assert event == EVENT


def test_what_an_event_says_is_a_value():
    for field in FIELDS:
        said = value_of(EVENT, field)
        assert fault(field, said, EVENT.type) is None
        assert agrees(EVENT, field, said)
    assert agrees(EVENT, "place", "VEN")
    assert not agrees(EVENT, "place", "BLR")
    event, _ = corrected(("actors", "RUS, VEN"))
    assert agrees(event, "actors", "VEN, RUS")
    assert not agrees(event, "actors", "VEN")
