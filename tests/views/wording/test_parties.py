from __future__ import annotations

from legation.report import Place
from legation.views.wording import load_party_names
from record_builders import make_participant

EN, FR = load_party_names("en"), load_party_names("fr")


def test_names_in_the_language_of_the_interface():
    assert (EN.name("RUS"), FR.name("RUS")) == ("Russia", "Russie")
    assert (EN.name("UNO"), FR.name("UNO")) == ("United Nations", "Nations unies")
    assert EN.name("QQQ") == "QQQ"


def test_parties_each_once():
    participants = [make_participant("RUS:Lavrov", "x"), make_participant("RUS", "x"), make_participant("VEN", "x")]
    assert EN.all(participants) == ("Russia", "Venezuela")


def test_places_name_the_town_only_where_it_is_one():
    assert EN.place(Place("VEN", "Venezuela", "Caracas", 0, 7)) == "Caracas, Venezuela"
    assert EN.place(Place("VEN", "Venezuela", "son homologue", 0, 7)) == "Venezuela"


def test_a_town_that_a_person_gave_is_named_though_no_dispatch_writes_it():
    assert EN.place(Place("VEN", "Maracay", "", 0, 0)) == "Maracay, Venezuela"
    assert EN.place(Place("VEN", "VEN", "", 0, 0)) == EN.place(Place("VEN", "Venezuela", "", 0, 0)) == "Venezuela"
