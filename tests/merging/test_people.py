import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.merging.people import Holder, canonical, fold_name, group_people, same_person
from merging.test_names import pairs

SAME = [
    ("Dmitri Tchernychenko", "Dmitri Chernishenko"),
    ("Tchernychenko", "Dmitri Chernyshenko"),
    ("Sergueï Lavrov", "Sergei Lavrov"),
    ("Serguei Riabkov", "Sergey Ryabkov"),
    ("Lavrov", "Sergueï Lavrov"),
    ("Lavrov Sergueï", "Sergueï Lavrov"),
    ("M. Maduro", "Nicolas Maduro"),
    ("Nicolás Maduro Moros", "Nicolas Maduro"),
    ("Delcy Rodríguez", "Delcy Rodriguez"),
    ("Vladimir Poutine", "Vladimir Putin"),
    ("Alexandre Loukachenko", "Alexandre Lukashenko"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Iouri Borissov", "Yuri Borisov"),
    ("S. Lavrov", "Sergueï Lavrov"),
    ("Jean-Noël Barrot", "Jean Noël Barrot"),
    ("Сергей Лавров", "Sergueï Lavrov"),
]
DIFFERENT = [
    ("Raúl Castro", "Fidel Castro"),
    ("Jorge Rodríguez", "Delcy Rodríguez"),
    ("Sergueï Lavrov", "Sergueï Riabkov"),
    ("Sergueï Lavrov", "Sergueï Choïgou"),
    ("Carlos Faría", "Félix Plasencia"),
    ("S.", "Sergueï Lavrov"),
    ("J. Castro", "Fidel Castro"),
    ("Wang Yi", "Li Qiang"),
    ("Marta Kos", "Kaja Kallas"),
    ("", "Sergueï Lavrov"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_person(a, b):
    assert same_person(a, b)[0], same_person(a, b)
    assert same_person(b, a)[0]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_persons(a, b):
    assert not same_person(a, b)[0], same_person(a, b)
    assert not same_person(b, a)[0]


def test_a_reason_is_given():
    assert "surname" in same_person("Lavrov", "Sergueï Lavrov")[1]
    assert "folding" in same_person("Dmitri Tchernychenko", "Dmitri Chernyshenko")[1]


@given(st.text(max_size=40), st.text(max_size=40))
def test_symmetric_for_any_text(a, b):
    assert same_person(a, b)[0] == same_person(b, a)[0]


@given(st.text(max_size=40))
def test_folding_any_text_gives_plain_words(name):
    assert all(word.isascii() and word.isalnum() for word in fold_name(name))


def test_grouping_does_not_depend_on_order_and_leaves_an_ambiguous_surname_alone():
    names = ("Delcy Rodríguez", "Jorge Rodríguez", "Rodríguez", "Lavrov", "Sergueï Lavrov", "Sergei Lavrov")
    groups = group_people(names)
    assert groups == group_people(names[::-1])
    assert ("Rodríguez",) in groups
    assert ("Lavrov", "Sergei Lavrov", "Sergueï Lavrov") in groups


def test_canonical_is_a_full_name_and_the_most_frequent():
    assert canonical(("Lavrov", "Sergei Lavrov", "Sergueï Lavrov", "Sergueï Lavrov")) == "Sergueï Lavrov"


POOL = sorted({name for pair in (*SAME, *DIFFERENT) for name in pair} | {"Wang", "Wang Yi", "Wang Wentao", "M. Wang"})


@given(st.lists(st.sampled_from(POOL), max_size=12), st.randoms(use_true_random=False))
def test_groups_are_the_same_in_any_order_and_hold_every_name_once(names, random):
    shuffled = list(names)
    random.shuffle(shuffled)
    groups = group_people(tuple(names))
    assert groups == group_people(tuple(shuffled))
    assert sorted(name for group in groups for name in group) == sorted(names)


def _compared_with_all(names):
    """What `group_people` says of names, found by comparing each with every person."""
    groups = []
    for name in sorted(names, key=lambda name: (-len(fold_name(name)), name)):
        fitting = [group for group in groups if all(same_person(name, other)[0] for other in group)]
        equal = [group for group in fitting if any(fold_name(name) == fold_name(other) for other in group)]
        if len(equal) == 1 or len(fitting) == 1:
            (equal or fitting)[0].append(name)
        else:
            groups.append([name])
    return tuple(sorted(tuple(sorted(group)) for group in groups))


WORDS = (
    "Ki", "Moon", "Kimoon", "El", "Baradei", "ElBaradei", "J.", "B.", "Jean", "Jean-Yves", "Mohammed", "Mohamed", "VI",
    "Mme", "Sidi", "Poutine", "Putin", "Abdel", "Aziz", "Abdelaziz", "Ould", "10", "H", "Élie",
)  # fmt: skip
WRITTEN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.one_of(st.sampled_from(POOL), WRITTEN, st.text(max_size=12)), max_size=14, unique=True))
def test_names_that_are_not_compared_would_not_have_matched(names):
    assert group_people(tuple(names)) == _compared_with_all(names)


@pytest.mark.parametrize("half", ["develop", "check"])
def test_labelled_names_are_grouped_as_when_all_are_compared(half):
    names = sorted({name for pair in pairs() if pair.half == half for name in (pair.a, pair.b)})
    assert group_people(tuple(names)) == _compared_with_all(names)


def test_few_of_many_names_are_compared(monkeypatch):
    compared = []

    def counted(*given):
        compared.append(given)
        return same_person(*given)

    monkeypatch.setattr("legation.merging.people.same_person", counted)
    syllables = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
    names = [f"Mohamed {a}{b}".title() for a in syllables for b in syllables[::7]]
    assert sorted(name for group in group_people(tuple(names)) for name in group) == sorted(names)
    assert len(compared) < 30 * len(names)


@given(st.sampled_from(POOL), st.sampled_from(POOL), st.sampled_from(["RUS", "VEN", None]), st.integers(2000, 2003))
def test_symmetric_with_what_is_known(a, b, state, year):
    one, other = Holder("RUS", "ministre", 2001, 2002), Holder(state, "président", year, None)
    assert same_person(a, b, one, other) == same_person(b, a, other, one)


COMMERCE = Holder("CHN", "ministre du Commerce", 2024, 2024)
FOREIGN = Holder("CHN", "ministre des Affaires étrangères", 2024, 2024)


def test_two_ministers_of_one_surname_stay_two():
    same, why = same_person("Wang", "Wang Yi", COMMERCE, FOREIGN)
    assert not same
    assert "two offices" in why
    assert not same_person("Wang Yi", "Wang Wentao", FOREIGN, COMMERCE)[0]
    assert same_person("Wang", "Wang Wentao", COMMERCE, COMMERCE) == (True, "one is a bare surname; same office")


def test_who_changes_office_stays_one():
    defence, foreign = Holder("FRA", "ministre de la Défense", 2016, 2016), Holder("FRA", "ministre", 2018, 2018)
    assert same_person("Jean-Yves Le Drian", "Le Drian", defence, foreign)[0]
    spain, union = Holder("ESP", "ministre", 2018, 2019), Holder("EU", "Haut représentant", 2020, 2023)
    assert same_person("Josep Borrell", "Josep Borrell", spain, union) == (
        True, "same spelling; another state in other years",
    )  # fmt: skip


def test_a_surname_is_no_person_across_states():
    assert not same_person("Rodríguez", "Delcy Rodríguez", Holder("CUB"), Holder("VEN"))[0]
    assert same_person("Rodríguez", "Delcy Rodríguez", Holder("VEN"), Holder("VEN"))[0]


def test_what_is_known_decides_whom_a_surname_joins():
    names = ("Wang", "Wang Wentao", "Wang Yi")
    assert ("Wang",) in group_people(names)
    known = {"Wang": COMMERCE, "Wang Wentao": COMMERCE, "Wang Yi": FOREIGN}
    assert ("Wang", "Wang Wentao") in group_people(names, known)


def test_rulers_are_told_by_their_numbers():
    assert same_person("le roi Mohammed VI", "Mohamed VI")[0]
    assert not same_person("Mohammed VI", "Mohammed V")[0]
    assert fold_name("Mohammed VI")[-1] == "6"


def test_titles_tell_a_woman_from_a_man():
    assert same_person("Mme Wong", "M. Wong") == (False, "one is a woman, one a man")
