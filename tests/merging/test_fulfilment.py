"""What became of promises and plans in events told elsewhere."""

import pytest

from legation.merging.fulfilment import fulfilled, fulfilments, is_kept, is_off
from legation.report import Promise
from merging.tellings import telling

SIDES = {"actors": "FRA", "recipients": "CUB"}


def promise(text="Paris a promis 30 ambulances.", type_="AID", due="2020", **fields):
    fields = {"type_": "AGREE", "date": "2020-02-07"} | SIDES | fields
    return telling(text, "2020-02-08", promised=Promise(type_, due), **fields)


def deed(text, date="2020-05-04", **fields):
    return telling(text, "2020-05-05", date=date, **({"type_": "AID"} | SIDES | fields))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Livraison de 30 ambulances.", "whole"),
        ("Livraison de 28 ambulances.", "whole"),
        ("Livraison de 12 ambulances.", "part"),
        ("Livraison de 12 ambulances, soit 30 ambulances en tout.", "whole"),
        ("Une première livraison: des ambulances.", "part"),
        ("Les ambulances sont arrivées.", "whole"),
    ],
)
def test_kept_wholly_or_in_part(text, met):
    found = fulfilled(promise(), deed(text))
    assert found is not None
    assert found.met == met


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2020-01-04"},
        {"status": "planned"},
        {"actors": "CUB", "recipients": "FRA"},
        {"recipients": "VEN"},
        {"type_": "CONSULT"},
        {"type_": "ACCUSE"},
    ],
)
def test_what_keeps_no_promise(fields):
    assert fulfilled(promise(), deed("Livraison de 30 ambulances.", **fields)) is None


def test_another_thing_outside_the_window_keeps_nothing():
    assert fulfilled(promise(due="2020-04"), deed("Livraison de riz.")) is None
    assert fulfilled(promise(due="2020-05"), deed("Livraison de riz.")) is not None


def test_all_of_it_by_the_last_part():
    first = deed("Livraison de 12 ambulances.", "2020-04-02")
    last = deed("Livraison de 30 ambulances.", "2020-05-04")
    one = promise()
    met = fulfilments([one, first, last])[one.id]
    assert {f.met for f in met} == {"part", "whole"}
    assert is_kept(met)
    assert not is_kept([f for f in met if f.met == "part"])


def test_a_meeting_called_off_ends_its_plan():
    plan = telling("Visite prévue en mai.", "2020-02-08", date="2020-05", status="planned", **SIDES)
    off = telling("Visite annulée.", "2020-04-08", date="2020-04-07", type_="REJECT", mode="meet", **SIDES)
    other = telling("Visite annulée.", "2020-04-08", type_="REJECT", mode="meet", actors="FRA", recipients="VEN")
    late = telling("Visite annulée.", "2020-09-08", date="2020-09-07", type_="REJECT", mode="meet", **SIDES)
    found = fulfilled(plan, off)
    assert found is not None
    assert is_off([found])
    assert not is_kept([found])
    assert fulfilled(plan, other) is None
    assert fulfilled(plan, late) is None


def test_a_visit_is_known_from_what_the_guest_did_there():
    guest = {"actors": "FRA:Laurent Fabius", "recipients": "CUB"}
    plan = telling(
        "M. Fabius se rendra à La Havane en mai.", "2020-02-08", date="2020-05", status="planned", mode="visit",
        place="CUB", **guest,
    )  # fmt: skip
    there = {"type_": "SUPPORT", "date": "2020-05-14", "place": "CUB"}
    signed = telling("Laurent Fabius a signé un accord à La Havane.", "2020-05-15", **(guest | there))
    met = fulfilled(plan, signed)
    assert met is not None
    assert (met.met, met.reason) == ("whole", "announced for 2020-05; Laurent Fabius was there on 2020-05-14")
    for other in (
        guest | there | {"place": "FRA"},
        guest | there | {"date": "2020-07-14"},
        guest | there | {"actors": "FRA:Jean-Yves Le Drian"},
        guest | there | {"type_": "ACCUSE"},
        guest | there | {"status": "denied"},
    ):
        assert fulfilled(plan, telling("Un accord a été signé.", "2020-07-20", **other)) is None


@pytest.mark.parametrize(("done", "met"), [("2020-05-13", True), ("2020-05-15", True), ("2020-05-17", False)])
def test_a_day_before_or_after_the_day_announced(done, met):
    plan = telling(
        "La session se tiendra le 14 mai à Paris.", "2020-05-08", date="2020-05-14", status="planned", **SIDES
    )
    held = telling("Rencontre des deux ministres.", "2020-05-20", date=done, **SIDES)
    assert (fulfilled(plan, held) is not None) is met


def test_names_of_the_parties_are_no_shared_content():
    one = promise("La France s'est engagée à aider les Cubains de La Havane.", due=None)
    assert fulfilled(one, deed("La France a remis du riz aux Cubains à La Havane.")) is None
    assert fulfilled(one, deed("La France a remis du riz, comme promis.")) is not None


def test_units_alone_say_nothing_of_what_is_measured():
    wheat = promise("Paris a promis 600 tonnes de farine.", due=None)
    assert fulfilled(wheat, deed("Paris a livré 7 tonnes de matériel médical.")) is None
    met = fulfilled(wheat, deed("Paris a livré 600 tonnes de farine."))
    assert met is not None
    assert met.met == "whole"
