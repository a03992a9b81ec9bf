import pytest

from legation.language.words import split_words
from legation.people import Person as KnownPerson
from legation.reading.mentions import Mention
from legation.reading.people import People, WellKnown, fold, surname

KNOWN = (
    KnownPerson("Aldo Ferri", ("Ferri",), "ITA", "GOV", "president", "1990", "1999"),
    KnownPerson("Marco Ferri", ("Ferri",), "SMR", "GOV", "president", "2015", None),
    KnownPerson("Otto III", (), "DEU", "GOV", "monarch", "2000", None, ("Otto", "Otto von Halle")),
)


def introduced(name, code, office="ministre"):
    return Mention("office", 0, 1, 0, "", (code,), person=name, people=(name,), office=office, role="minister")


def test_a_surname_finds_whom_the_dispatch_introduced():
    people = People(WellKnown(()), None)
    people.learn(introduced("Ilze Ozola", "LVA"))
    found = people.find("Ozola")
    assert (found.name, found.codes, found.office) == ("Ilze Ozola", ("LVA",), "ministre")
    assert people.find("Kalnins") is None


def test_spelling_without_accents_is_the_same_name():
    people = People(WellKnown(()), None)
    people.learn(introduced("Jānis Bērziņš", "LVA"))
    assert people.find("Berzins").codes == ("LVA",)


def test_a_fuller_name_replaces_a_bare_one():
    people = People(WellKnown(()), None)
    people.learn(introduced("Ozola", "LVA"))
    people.learn(introduced("Ilze Ozola", "LVA"))
    assert people.find("Ozola").name == "Ilze Ozola"


@pytest.mark.parametrize(("year", "code"), [(1995, "ITA"), (2000, "ITA"), (2020, "SMR"), (None, "SMR")])
def test_the_year_chooses_among_the_well_known(year, code):
    assert People(WellKnown(KNOWN), year).find("Ferri").codes == (code,)


def test_the_dispatch_s_own_people_come_first():
    people = People(WellKnown(KNOWN), 2020)
    people.learn(introduced("Carla Ferri", "CHE"))
    assert people.find("Ferri").codes == ("CHE",)


def test_bare_names_among_words_that_nothing_covers():
    people = People(WellKnown(KNOWN), 2020)
    text = "Hier, Marco Ferri a parlé ; ferri aussi, mais pas Ferrari."
    (found,) = people.mentions(split_words(text), [])
    assert (text[found.start : found.end], found.person, found.codes) == ("Marco Ferri", "Marco Ferri", ("SMR",))
    assert people.mentions(split_words(text), [Mention("office", 6, 17, 6, "")]) == []


@pytest.mark.parametrize(
    ("name", "key"),
    [("Sergueï Lavrov", "lavrov"), ("Xi", "xi"), ("", ""), ("Nuñez", "nunez"), ("Felipe VI", "felipe vi")],
)
def test_surname(name, key):
    assert surname(name) == key
    assert fold(name).isascii()


@pytest.mark.parametrize(
    ("name", "role", "codes"),
    [
        ("Otto III", None, ("DEU",)),
        ("Otto von Halle", None, ("DEU",)),
        ("Otto", "monarch", ("DEU",)),
        ("Otto", None, None),
        ("Otto", "minister", None),
        ("Karl III", None, None),
    ],
)
def test_full_names_and_names_that_need_their_office(name, role, codes):
    found = People(WellKnown(KNOWN), 2020).find(name, role)
    assert (found.codes if found else None) == codes


def test_a_full_name_is_found_among_words():
    text = "Hier Otto von Halle et Otto ont parlé."
    (found,) = People(WellKnown(KNOWN), 2020).mentions(split_words(text), [])
    assert (text[found.start : found.end], found.person) == ("Otto von Halle", "Otto III")


def test_who_held_the_office_that_year_comes_before_who_did_later():
    known = (
        KnownPerson("Jan Visser", ("Visser",), "NLD", "GOV", "prime_minister", "2010", "2024"),
        KnownPerson("Jan Visser", ("Visser",), "NATO", "IGO", "secretary_general", "2024", None),
    )
    assert People(WellKnown(known), 2022).find("Visser").codes == ("NLD",)
    assert People(WellKnown(known), 2025).find("Visser").codes == ("NATO",)


def test_a_name_that_begins_with_the_surname():
    people = People(WellKnown(()), None)
    people.learn(introduced("Guo Jiakun", "CHN"))
    assert people.find("Guo").codes == ("CHN",)
