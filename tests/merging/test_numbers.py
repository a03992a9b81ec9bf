import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.merging.numbers import counted, most_counted


@pytest.mark.parametrize(
    ("sentence", "noun", "value"),
    [
        ("Ils ont signé 17 accords à Caracas.", "accords", 17),
        ("Ils ont signé seize nouveaux accords.", "accords", 16),
        ("Une aide de 1 500 tonnes de riz.", "tonnes", 1500),
        ("Vingt-deux officiers ont atterri.", "officiers", 22),
        ("Cent quarante-quatre agents ont débarqué.", "agents", 144),
        ("Il a relâché quatre cents pêcheurs.", "pecheurs", 400),
        ("Quatre-vingt-deux camions sont arrivés.", "camions", 82),
        ("Il rendra une soixantaine de détenus.", "detenus", 60),
        ("Dix-sept documents ont été paraphés.", "documents", 17),
    ],
)
def test_numbers_in_digits_and_words(sentence, noun, value):
    assert counted(sentence, "fr")[noun][0] == value


def test_dates_and_ages_count_nothing():
    assert counted("Le 7 novembre, après 30 ans et deux pays, à 18 heures.", "fr") == {}


def test_a_noun_with_two_numbers_is_left_out():
    assert "accords" not in counted("Trois accords lundi, quatre accords mardi.", "fr")


def test_a_language_without_words_reads_digits_and_a_hostile_one_reads_no_file():
    assert counted("They signed 17 accords.", "xx") == {"accords": (17, "17 accords")}
    assert counted("17 accords", "../fr") == {"accords": (17, "17 accords")}


@given(st.text(max_size=200))
def test_any_text(text):
    for value, written in counted(text, "fr").values():
        assert value >= 0
        assert written in text


def test_the_largest_number_before_a_noun():
    assert most_counted("40 000 tonnes, ce qui porte à 120 000 tonnes le total.", "fr")["tonnes"] == 120_000


def test_fractions_count_nothing_and_thousands_have_many_marks():
    assert counted("La Russie a livré 7,5 tonnes de médicaments.", "fr") == {}
    assert counted("A convoy of 7.5 tonnes.", "en") == {}
    assert most_counted("Un don de 1.500 tonnes.", "fr")["tonnes"] == 1500
    assert most_counted("A gift of 1,500 tonnes.", "en")["tonnes"] == 1500
