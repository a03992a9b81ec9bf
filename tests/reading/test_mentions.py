import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.pack import load_pack
from legation.language.words import split_words
from legation.reading.mentions import NEIGHBOUR, MentionFinder
from legation.reading.names import build_index


def one(stages, text, kind):
    (found,) = [m for m in stages.mentions(text) if m.kind == kind]
    return found


@pytest.mark.parametrize(
    ("text", "codes", "person", "quoted"),
    [
        ("le ministre russe des Affaires étrangères, Sergueï Lavrov, a", ("RUS",), "Sergueï Lavrov", None),
        ("le ministre des Affaires étrangères russe Sergueï Lavrov", ("RUS",), "Sergueï Lavrov", None),
        ("le président du Brésil", ("BRA",), None, "président du Brésil"),
        ("la ministre de la Défense du Mali", ("MLI",), None, "ministre de la Défense du Mali"),
        ("le roi d'Espagne, Felipe VI, a", ("ESP",), "Felipe VI", None),
        ("l'ambassadeur de la Fédération de Russie", ("RUS",), None, "ambassadeur de la Fédération de Russie"),
        ("les présidents français et allemand", ("FRA", "DEU"), None, "présidents français et allemand"),
        ("les ministres du Mali et du Niger", ("MLI", "NER"), None, "ministres du Mali et du Niger"),
        ("le secrétaire général de l'ONU", ("UNO",), None, "secrétaire général de l'ONU"),
        ("Anna Ozola, ministre lettone des Transports, a", ("LVA",), "Anna Ozola", None),
        ("le roi Philippe de Belgique a", ("BEL",), "Philippe", "roi Philippe de Belgique"),
        ("le ministre letton J. Kalnins a", ("LVA",), "J. Kalnins", None),
        ("le vice-ministre iranien des Affaires étrangères chargé du droit, Ali Bigi, a", ("IRN",), "Ali Bigi", None),
        ("le Serviteur des Deux Saintes Mosquées a", ("SAU",), None, "Serviteur des Deux Saintes Mosquées"),
        ("le ministre de l'Europe et des Affaires étrangères a", ("FRA",), None, None),
        ("le ministre malien Awa Ndiaye Wagner a", ("MLI",), "Awa Ndiaye Wagner", None),
        ("le président gabonais Denis N'Guema Obiang a", ("GAB",), "Denis N'Guema Obiang", None),
        ("Jean M'Bala, ministre ivoirien de la Défense, a", ("CIV",), "Jean M'Bala", None),
        ("le ministre togolais Yao Kossi-N'Gbeho a", ("TGO",), "Yao Kossi-N'Gbeho", None),
        ("le président tchadien, N'Djamena et Niamey", ("TCD",), None, None),
    ],
)
def test_an_office_with_its_state_and_holder(stages, text, codes, person, quoted):
    found = one(stages, text, "office")
    assert (found.codes, found.person) == (codes, person)
    assert found.needs is None
    assert quoted is None or found.text == quoted


def test_two_offices_in_the_plural_name_two_people(stages):
    found = one(stages, "les présidents russe et turc, Vladimir Poutine et Recep Tayyip Erdogan,", "office")
    assert found.codes == ("RUS", "TUR")
    assert found.people == ("Vladimir Poutine", "Recep Tayyip Erdogan")


@pytest.mark.parametrize(
    ("text", "kind", "needs"),
    [
        ("le ministre a protesté", "office", "role"),
        ("son homologue a protesté", "counterpart", "counterpart"),
        ("les deux pays ont signé", "group", "group"),
        ("les trois capitales ont signé", "group", "group"),
        ("le pays a signé", "country", "country"),
        ("le gouvernement a signé", "institution", "institution"),
        ("il a signé", "pronoun", "pronoun"),
        ("elles ont signé", "pronoun", "pronouns"),
        ("nous avons signé", "pronoun", "speaker"),
        ("M. Kalnins a signé", "person", "surname"),
    ],
)
def test_what_reference_must_find(stages, text, kind, needs):
    found = one(stages, text, kind)
    assert (found.needs, found.codes) == (needs, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("l'accord russo-vénézuélien", ("RUS", "VEN")),
        ("la frontière algéro-marocaine", ("DZA", "MAR")),
        ("les sanctions américaines", ("USA",)),
    ],
)
def test_demonyms(stages, text, codes):
    assert one(stages, text, "adjective").codes == codes


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("à Moscou", True),
        ("A Moscou", True),
        ("en Russie", True),
        ("au Pérou", True),
        ("de Moscou", False),
        ("Moscou a dit", False),
    ],
)
def test_a_preposition_of_place_is_noted(stages, text, placed):
    (found,) = stages.mentions(text)
    assert found.placed is placed


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("l'ancien président péruvien", "CVL"),
        ("le président péruvien", "GOV"),
        ("l'armée péruvienne", "MIL"),
        ("l'opposition péruvienne", "OPP"),
        ("le parlement péruvien", "LEG"),
    ],
)
def test_sectors(stages, text, sector):
    (found,) = stages.mentions(text)
    assert (found.sector, found.codes) == (sector, ("PER",))


def test_a_possessive_is_its_owner_s(stages):
    assert one(stages, "son homologue péruvien", "counterpart").owner == "son"


def test_a_neighbour_is_somebody_s(stages):
    assert one(stages, "son puissant voisin", "counterpart").role == NEIGHBOUR
    assert stages.mentions("le vin voisine") == []
    assert [m.text for m in stages.mentions("la Roumanie voisine")] == ["Roumanie"]


@pytest.mark.parametrize(
    "text",
    [
        "faire état de blessés",
        "une visite d'État",
        "une table ronde",
        "Demain, tout ira mieux",
        "Selon toute apparence",
        "",
    ],
)
def test_ordinary_words_are_no_mentions(stages, text):
    assert stages.mentions(text) == []


FINDER = MentionFinder(load_pack("fr"), build_index(load_pack("fr")))
SCRAPS = (
    "le la les l' du de d' à , . et président ministre russe Moscou Lavrov Sergueï homologue son deux pays ancien M.",
    "Kim-Jong a-t-il « » russo-turc États-Unis ONU gouvernement il nous al- -",
)
WORDS = st.sampled_from([word for line in SCRAPS for word in line.split()])


@given(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=80)))
def test_mentions_stand_in_order_and_never_overlap(text):
    words = split_words(text)
    edges = {w.start for w in words}, {w.end for w in words}
    found = FINDER.find(words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(m.start in edges[0] and m.end in edges[1] and m.start <= m.head < m.end for m in found)


@pytest.mark.parametrize(
    "text",
    ["selon le New York Times", "interrogé par France 24", "le Khmer Times l'écrit", "dans le Jerusalem Post"],
)
def test_an_outlet_is_no_party(stages, text):
    assert stages.mentions(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("La Serbie n'a pas remis Milan Petrović", False),
        ("La Serbie accuse Milan Petrović de vol", False),
        ("Le ministre a reçu à Milan Petrović", True),
        ("Le ministre est à Milan, Petrović aussi", True),
        ("La police de Milan Petrović", True),
    ],
)
def test_a_town_before_a_surname_is_a_first_name(stages, text, named):
    assert any(m.kind == "city" for m in stages.mentions(text)) == named
