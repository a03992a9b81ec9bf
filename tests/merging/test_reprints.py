import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dispatch import Dispatch, Furniture
from legation.merging import reprints
from legation.merging.reprints import (
    NEAR,
    are_apart,
    body,
    compare,
    find_reprints,
    originals,
    period,
    periods_near,
    runs,
)
from record_builders import make_dispatch

STORY = (
    "Le ministre péruvien des Affaires étrangères a reçu mardi à Lima son homologue norvégienne pour évoquer la pêche, "
    "les forêts tropicales et la transition énergétique. Les deux responsables ont signé un mémorandum qui prévoit une "
    "mission technique au printemps, puis une réunion annuelle tour à tour dans chaque capitale. La ministre a salué "
    "une relation ancienne que la distance n'a jamais affaiblie et annoncé un appui de dix millions de couronnes. "
    "Elle doit poursuivre sa tournée au Chili avant de regagner Oslo en fin de semaine avec sa délégation."
)
OTHER = (
    "La présidente moldave a critiqué jeudi les pressions exercées sur son pays et demandé à ses partenaires européens "
    "une aide rapide pour passer l'hiver. Devant le Parlement, elle a rappelé que les livraisons de gaz avaient été "
    "réduites de moitié et que le gouvernement cherchait ailleurs de quoi chauffer les écoles et les hôpitaux du pays."
)


def _pairs(*dispatches: Dispatch):
    return [(r.original, r.copy, r.kind) for r in find_reprints(dispatches)]


def test_an_exact_copy_under_another_header_is_found_and_the_first_published_is_the_original():
    first = make_dispatch(STORY, "a.txt", "2021-03-02")
    header = "Accueil Monde Vidéos. "
    copy = make_dispatch(header + STORY, "b.txt", "2021-03-03")
    assert _pairs(copy, first) == [("a.txt", "b.txt", "exact")]
    found = find_reprints([copy, first])[0]
    assert found.likeness == 1.0
    assert originals([found]) == {copy.id: first.id}


def test_a_text_trimmed_to_its_first_sentences_is_a_trimmed_copy():
    whole = make_dispatch(STORY, "whole.txt")
    trimmed = make_dispatch(STORY[:230], "trimmed.txt")
    assert _pairs(trimmed, whole) == [("whole.txt", "trimmed.txt", "trimmed")]


def test_light_rewriting_is_found_and_named():
    rewritten = STORY.replace("a reçu", "a accueilli").replace("évoquer", "parler de").replace("signé", "paraphé")
    rewritten = rewritten.replace("ancienne", "solide").replace("annoncé", "promis").replace("Elle doit", "Elle va")
    rewritten = rewritten.replace("prévoit", "annonce")
    found = find_reprints([make_dispatch(STORY, "a", "2021-03-02"), make_dispatch(rewritten, "b", "2021-03-04")])
    assert [(r.original, r.copy, r.kind) for r in found] == [("a", "b", "rewritten")]
    assert 0.55 <= found[0].likeness < 0.9


def test_other_texts_and_texts_that_share_one_quoted_sentence_are_none():
    quote = STORY.split(". ")[2] + "."
    mixed = make_dispatch(OTHER + " " + quote)
    assert _pairs(make_dispatch(STORY), mixed) == []
    assert _pairs(make_dispatch(STORY), make_dispatch(OTHER)) == []
    assert compare(runs(make_dispatch(STORY)), runs(mixed)) is None


def test_furniture_does_not_count():
    menu = " ".join(f"Rubrique numéro {n} de la page" for n in range(60))
    text = menu + STORY
    framed = Dispatch("f" * 16, text, "framed", "fr", furniture=(Furniture(0, len(menu), "menu"),))
    assert body(framed) == " " + STORY or body(framed).strip() == STORY
    assert _pairs(framed, make_dispatch(STORY, "bare"))[0][2] == "exact"


def test_a_chain_of_copies_names_each_copy_once():
    texts = [STORY, "Dépêche. " + STORY, "Autre en-tête. " + STORY]
    found = find_reprints(make_dispatch(text, str(i), f"2021-03-0{i + 2}") for i, text in enumerate(texts))
    assert [(r.original, r.copy) for r in sorted(found, key=lambda r: r.copy)] == [("0", "1"), ("0", "2")]


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(rng: random.Random):
    dispatches = [
        make_dispatch(STORY),
        make_dispatch(STORY[:300]),
        make_dispatch(STORY + " Fin."),
        make_dispatch(OTHER),
    ]
    shuffled = dispatches[:]
    rng.shuffle(shuffled)
    assert find_reprints(shuffled) == find_reprints(dispatches)


def test_short_texts_with_a_set_phrase_are_no_reprints():
    assert not _pairs(
        make_dispatch("La ministre a quitté Lima hier."), make_dispatch("La ministre a quitté Lima lundi.")
    )
    assert not _pairs(make_dispatch(""), make_dispatch(" "))


def test_a_text_trimmed_to_its_first_paragraph_is_found_in_a_long_one():
    more = " ".join(f"Le point {n} porte sur le dossier {n * 7} de la liste {n * 13} du ministère." for n in range(150))
    whole, trimmed = make_dispatch(f"{STORY} {more}", "whole"), make_dispatch(f"Brève. {STORY[:400]}", "brief")
    assert _pairs(trimmed, whole) == [("whole", "brief", "trimmed")]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("2021-05-01", True),  # 60 days later
        ("2021-05-02", False),
        ("2021-02", True),  # known to the month: its last day counts
        ("2020-12", False),
        ("2022", True),  # as good as no date
        (None, True),
        ("XXXX-09-04", True),
    ],
)
def test_texts_are_copies_only_within_two_months_of_each_other(other, found):
    pair = make_dispatch(STORY, "a", "2021-03-02"), make_dispatch("Dépêche. " + STORY, "b", other)
    assert bool(_pairs(*pair)) is bool(_pairs(*pair[::-1])) is found


def test_copies_are_near_their_original_not_only_each_other():
    days = "2021-03-02", "2021-04-20", "2021-06-10", "2021-06-20"
    found = find_reprints(make_dispatch(f"Page {i}. {STORY}", str(i), day) for i, day in enumerate(days))
    assert [(r.original, r.copy) for r in sorted(found, key=lambda r: r.copy)] == [("0", "1"), ("2", "3")]


@pytest.mark.parametrize("vague", [None, "2020", "2020-12-20/..", "2021-23", "XXXX-01-01"])
def test_a_text_without_a_day_does_not_make_others_near_each_other(vague):
    first = date(2021, 1, 1)
    issues = [
        make_dispatch(f"{STORY} Cours {i}.", f"{i:02}", (first + timedelta(7 * i)).isoformat()) for i in range(40)
    ]
    own = {r.original for r in find_reprints(issues)}
    assert own == {"00", "09", "18", "27", "36"}
    found = find_reprints([*issues, make_dispatch(f"{STORY} Cours.", "vague", vague)])
    assert {r.original for r in found} == own
    assert [r.original for r in found if r.copy == "vague"] == ["00"]


@given(st.integers(1, 10**6), st.integers(-NEAR - 5, NEAR + 5))
def test_what_is_near_stands_in_a_period_near(day: int, by: int):
    other = max(1, day + by)
    near = period(other) in periods_near(period(day)) and period(day) in periods_near(period(other))
    assert near or are_apart(day, other)
    assert 0 in periods_near(period(day))


def test_a_form_that_is_filled_in_each_day_is_not_compared_with_that_of_all_other_days(monkeypatch):
    compared = []
    monkeypatch.setattr(reprints, "compare", lambda a, b: compared.append(1))
    first, days = date(2010, 1, 1), 600
    forms = [make_dispatch(f"{STORY} Cours {i}.", str(i), (first + timedelta(i)).isoformat()) for i in range(days)]
    assert find_reprints(forms) == ()
    assert days * NEAR * 0.9 < len(compared) < days * NEAR
