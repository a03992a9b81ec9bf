import pytest

from legation.language.words import split_words
from legation.reading.names import Name, NameIndex, build_index


@pytest.fixture(scope="module")
def index(pack):
    return build_index(pack)


def first(index, text):
    hit = index.match(split_words(text), 0)
    return hit and (hit[0].kind, hit[0].codes, hit[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Venezuela", ("state", ("VEN",), 1)),
        ("États-Unis", ("state", ("USA",), 1)),
        ("Etats-Unis", ("state", ("USA",), 1)),
        ("Guinée équatoriale", ("state", ("GNQ",), 2)),
        ("Guinée", ("state", ("GIN",), 1)),
        ("Corée du Nord", ("state", ("PRK",), 3)),
        ("Caracas", ("capital", ("VEN",), 1)),
        ("Kremlin", ("seat", ("RUS",), 1)),
        ("Genève", ("city", ("CHE",), 1)),
        ("vénézuéliennes", ("adjective", ("VEN",), 1)),
        ("ONU", ("organisation", ("UNO",), 1)),
        ("Union européenne", ("organisation", ("EUR",), 2)),
        ("ministre", ("office", (), 1)),
        ("gouvernement", ("institution", (), 1)),
        ("homologue", ("counterpart", (), 1)),
        ("les deux pays", ("group", (), 3)),
    ],
)
def test_the_longest_name_is_found(index, text, expected):
    assert first(index, text) == expected


@pytest.mark.parametrize("text", ["chine", "caracas", "onu", "tour", "table", "kremlin", "genève"])
def test_names_want_their_capital(index, text):
    assert first(index, text) is None


def test_words_that_name_nothing_are_not_found(index):
    words = split_words("Une table et trois chaises")
    assert [index.match(words, i) for i in range(len(words))] == [None] * len(words)


def test_of_the_same_words_the_earlier_entry_wins():
    index = NameIndex([("Monaco", Name("state", "Monaco", ("MCO",))), ("Monaco", Name("city", "Monaco", ("FRA",)))])
    hit = index.match(split_words("Monaco"), 0)
    assert hit is not None
    assert hit[0].codes == ("MCO",)


def test_every_code_of_the_index_is_a_party(index, pack):
    known = pack.state_facts.keys() | pack.organisation_facts.keys()
    words = [split_words(surface) for surface in index.surfaces]
    found = {code for w in words for hit in [index.match(w, 0)] if hit for code in hit[0].codes}
    assert found <= known
