from __future__ import annotations

import msgspec
import pytest

from legation.people import Person, load_people


def holders(surname: str, year: str) -> list[tuple[str, str, str]]:
    """Name, code and office of those called `surname` who held an office in `year`."""
    return [
        (one.name, one.code, one.office)
        for one in load_people()
        if surname in one.surnames and (one.since or "") <= year <= (one.until or "9999")
    ]


@pytest.mark.parametrize(
    ("surname", "year", "expected"),
    [
        ("Poutine", "2004", ("Vladimir Poutine", "RUS", "president")),
        ("Poutine", "2010", ("Vladimir Poutine", "RUS", "prime_minister")),
        ("Poutine", "2024", ("Vladimir Poutine", "RUS", "president")),
        ("Lavrov", "2020", ("Sergueï Lavrov", "RUS", "minister")),
        ("Zelenski", "2023", ("Volodymyr Zelensky", "UKR", "president")),
        ("Bush", "1991", ("George Bush", "USA", "president")),
        ("Bush", "2003", ("George W. Bush", "USA", "president")),
        ("Clinton", "1996", ("Bill Clinton", "USA", "president")),
        ("Clinton", "2011", ("Hillary Clinton", "USA", "secretary_of_state")),
        ("Assad", "1995", ("Hafez al-Assad", "SYR", "president")),
        ("Assad", "2015", ("Bachar al-Assad", "SYR", "president")),
        ("Aliev", "2023", ("Ilham Aliyev", "AZE", "president")),
        ("Bongo", "2000", ("Omar Bongo", "GAB", "president")),
        ("Bongo", "2015", ("Ali Bongo", "GAB", "president")),
        ("Stoltenberg", "2020", ("Jens Stoltenberg", "NATO", "secretary_general")),
        ("Guterres", "2020", ("António Guterres", "UNO", "secretary_general")),
        ("Barnier", "2018", ("Michel Barnier", "EUR", "negotiator")),
        ("Maduro", "2020", ("Nicolás Maduro", "VEN", "president")),
        ("Guaidó", "2020", ("Juan Guaidó", "VEN", "opposition_leader")),
        ("Xi", "2020", ("Xi Jinping", "CHN", "president")),
    ],
)
def test_the_year_tells_who_is_meant(surname, year, expected):
    assert holders(surname, year) == [expected]


def test_there_are_enough_and_from_everywhere():
    people = load_people()
    assert len({one.name for one in people}) > 350
    assert len({one.code for one in people}) > 150


@pytest.mark.parametrize(
    "name", ["Li", "Blanc", "Petit", "Martin", "Ali", "Kim", "Khan", "Wagner", "Rodríguez", "Silva", "II", "VI"]
)
def test_common_names_are_no_keys(name):
    assert [one.name for one in load_people() if name in {text.split()[-1] for text in one.surnames}] == []


def test_people_are_immutable_and_read_once():
    assert load_people() is load_people()
    with pytest.raises(AttributeError):
        load_people()[0].name = "other"  # type: ignore[misc]


def test_unknown_fields_are_refused():
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(
            {"name": "A", "surnames": ["A"], "code": "FRA", "sector": "GOV", "office": "president", "born": "1900"},
            Person,
        )
