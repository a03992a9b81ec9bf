import pytest

from legation.language.words import split_words
from legation.people import Person as KnownPerson
from legation.reading.mentions import Mention
from legation.reading.people import People, fold, surname

KNOWN = (
    KnownPerson("Aldo Ferri", ("Ferri",), "ITA", "GOV", "president", "1990", "1999"),
    KnownPerson("Marco Ferri", ("Ferri",), "SMR", "GOV", "president", "2015", None),
)


def introduced(name, code, office="ministre"):
    return Mention("office", 0, 1, 0, "", (code,), person=name, people=(name,), office=office, role="minister")


def test_a_surname_finds_whom_the_dispatch_introduced():
    people = People((), None)
    people.learn(introduced("Ilze Ozola", "LVA"))
    found = people.find("Ozola")
    assert (found.name, found.codes, found.office) == ("Ilze Ozola", ("LVA",), "ministre")
    assert people.find("Kalnins") is None


def test_spelling_without_accents_is_the_same_name():
    people = People((), None)
    people.learn(introduced("Jānis Bērziņš", "LVA"))
    assert people.find("Berzins").codes == ("LVA",)


def test_a_fuller_name_replaces_a_bare_one():
    people = People((), None)
    people.learn(introduced("Ozola", "LVA"))
    people.learn(introduced("Ilze Ozola", "LVA"))
    assert people.find("Ozola").name == "Ilze Ozola"


@pytest.mark.parametrize(("year", "code"), [(1995, "ITA"), (2000, "ITA"), (2020, "SMR"), (None, "SMR")])
def test_the_year_chooses_among_the_well_known(year, code):
    assert People(KNOWN, year).find("Ferri").codes == (code,)


def test_the_dispatch_s_own_people_come_first():
    people = People(KNOWN, 2020)
    people.learn(introduced("Carla Ferri", "CHE"))
    assert people.find("Ferri").codes == ("CHE",)


def test_bare_names_among_words_that_nothing_covers():
    people = People(KNOWN, 2020)
    text = "Hier, Marco Ferri a parlé ; ferri aussi, mais pas Ferrari."
    (found,) = people.mentions(split_words(text), [])
    assert (text[found.start : found.end], found.person, found.codes) == ("Marco Ferri", "Marco Ferri", ("SMR",))
    assert people.mentions(split_words(text), [Mention("office", 6, 17, 6, "")]) == []


@pytest.mark.parametrize(("name", "key"), [("Sergueï Lavrov", "lavrov"), ("Xi", "xi"), ("", ""), ("Nuñez", "nunez")])
def test_surname(name, key):
    assert surname(name) == key
    assert fold(name).isascii()
