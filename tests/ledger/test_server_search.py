"""Full-text search on PostgreSQL finds what SQLite's finds, and the French stems besides."""

import pytest

from legation.ledger import Term, open_ledger
from legation.ledger.words import indexed, vector, words_in
from record_builders import make_dispatch, make_report

TEXTS = (
    "L'Union européenne a sanctionné Moscou. D'après l'AFP-Paris, peut-être d'autres mesures suivront.",
    "Œuvre commune : les négociateurs négocient à Genève depuis 3 jours, /var/log/agence.txt le dit.",
    "Aucune sanction contre Caracas. L'ONU s'inquiète ; l'U.R.S.S. n'existe plus. Straße und Ärger.",
    "Accord de pêche signé. Les accords précédents restent. Cœur de l'accord : 12,5 millions d'euros.",
)


@pytest.fixture
def both(tmp_path, server):
    """The same texts in a file and on a server."""
    name = server.make()
    with open_ledger(tmp_path / "l.db") as here, open_ledger(server.uri(name)) as there:
        for ledger in (here, there):
            items = [make_dispatch(text, f"{n}.txt") for n, text in enumerate(TEXTS)]
            ledger.keep([(one, [make_report(one, sentence=one.text)]) for one in items])
            ledger.update_events()
        yield here, there
    server.drop(name)


def found(ledger, term, what="dispatches"):
    page = ledger.find([term], what)
    return {one.source if what == "dispatches" else one.id: words for one, words in getattr(page, what)}


@pytest.mark.parametrize("what", ["dispatches", "events"])
def test_words_phrases_and_beginnings_are_those_of_sqlite(both, what):
    here, there = both
    for words in (
        "sanctionné", "SANCTIONNE", "peut-être", "peut etre", "afp paris", "d'autres mesures", "var/log", "agence.txt",
        "œuvre", "oeuvre", "coeur", "onu", "u.r.s.s", "12,5", "5 millions", "strasse", "straße", "arger", "absent", "3",
        "mesures autres",
    ):  # fmt: skip
        assert found(there, Term((words,)), what) == found(here, Term((words,)), what), words
    for start in ("negoc", "accord de pe", "sanction"):
        term = Term((start,), prefix=True)
        assert found(there, term, what) == found(here, term, what), start
    several = Term(("accord", "accords"))
    assert found(there, several, what) == found(here, several, what)


def test_all_words_of_a_text_are_found_alike(both):
    here, there = both
    for text in (
        "ingerence",
        "l'accord pêche",
        'l"ONU',
        "moscou paris",
        "AND accord",
        "accord*",
        "peut-être mesures",
        "",
    ):
        assert hits_of(here, text) == hits_of(there, text), text


def hits_of(ledger, text):
    hits = ledger.search(text)
    return {d.id for d in hits.dispatches}, {r.id for r in hits.reports}


def test_a_word_in_any_form_is_found_by_its_stem_and_marked(both):
    here, there = both
    term = Term(("sanctionner", "sanctionners"))
    assert found(here, term) == {}
    marked = {source: [piece for piece, is_found in words if is_found] for source, words in found(there, term).items()}
    assert marked == {"0.txt": ["sanctionné"], "2.txt": ["sanction"]}
    assert found(there, Term(("sanctionner",))) == {}  # in quotation marks, or an abbreviation: as it stands
    exact = there.find([Term(("sanction", "sanctions"))], "dispatches")
    assert [one.source for one, _ in exact.dispatches] == ["2.txt", "0.txt"]  # the word itself before its relatives


def test_a_long_text_shows_the_part_with_most_of_what_was_asked(server):
    filler = "Rien de neuf sous le soleil de Genève ce jour encore. "
    text = filler * 30 + "Une sanction. " + filler * 30 + "La sanction contre Moscou tombe. " + filler * 30
    name = server.make()
    with open_ledger(server.uri(name)) as ledger:
        ledger.keep([(make_dispatch(text, "long.txt"), [])])
        page = ledger.find([Term(("sanction",)), Term(("moscou",))], "dispatches")
        ((_, passage),) = page.dispatches
    server.drop(name)
    assert [piece for piece, marked in passage if marked] == ["sanction", "Moscou"]
    shown = "".join(piece for piece, _ in passage)
    assert shown.startswith("…") and shown.endswith("…")
    assert len(list(words_in(shown))) == 40
    assert shown.strip("…") in text


def test_words_of_texts_of_any_length_can_be_kept(server):
    many = " ".join(f"mot{n}" for n in range(120_000))
    name = server.make()
    with open_ledger(server.uri(name)) as ledger:
        ledger.keep([(make_dispatch(many, "many.txt"), []), (make_dispatch("é" * 500_000, "long.txt"), [])])
        ledger.keep([(make_dispatch("mot " * 100_000, "same.txt"), [])])
        assert ledger.find([Term(("mot7",))], "dispatches").number == 1
        assert ledger.find([Term(("é" * 500_000,))], "dispatches").number == 1
        assert ledger.find([Term(("mot mot",))], "dispatches").number == 1
    server.drop(name)
    assert len(indexed(many)) < 120_000


def test_a_vector_has_the_places_of_each_word():
    assert vector(["la", "paix", "la"]) == "'la':1A,3A 'paix':2A"
    assert [word.folded for word in words_in("L’Été, e\u0301te\u0301 — Ça 2e")] == ["l", "ete", "ete", "ca", "2e"]
