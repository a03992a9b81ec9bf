"""Finding and resolving the time expressions of French."""

import cProfile
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legation
from legation.language.times import load_time_grammar
from legation.reading.times import TimeExpression, find, resolve
from legation.when import is_edtf

FRENCH = load_time_grammar(Path(legation.__file__).parent / "data" / "languages" / "fr")


def found(text: str) -> list[TimeExpression]:
    return list(find(text, FRENCH))


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("récemment", "past"),
        ("ces derniers mois", "past"),
        ("il y a quelques semaines", "past"),
        ("depuis 1960", "past"),
        ("hier", "past"),
        ("mardi dernier", "past"),
        ("bientôt", "future"),
        ("dans quelques jours", "future"),
        ("dans un avenir proche", "future"),
        ("demain", "future"),
        ("en mai prochain", "future"),
        ("d'ici 2030", "future"),
        ("avant la fin de l'année", "future"),
        ("le 7 novembre", None),
        ("en 2011", None),
        ("vendredi", None),
        ("jusqu'en 2013", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    assert [one.direction for one in found(text)] == [direction]


@pytest.mark.parametrize(
    ("text", "is_span"),
    [
        ("depuis 1960", True),
        ("jusqu'en 2013", True),
        ("de 1999 à 2013", True),
        ("dans les années 1990", True),
        ("au XXe siècle", True),
        ("en 2011", False),
        ("du 3 au 5 mars", False),
        ("d'ici 2030", False),
    ],
)
def test_span_or_point(text: str, is_span: bool) -> None:
    assert [one.is_span for one in found(text)] == [is_span]


def test_relative_and_anchored() -> None:
    (day,) = found("le 7 novembre")
    (full,) = found("le 7 novembre 2024")
    (yesterday,) = found("hier")

    def marks(one: TimeExpression, anchor: str | None) -> tuple[bool, bool]:
        resolved = resolve(one, anchor=anchor, previous=None, tense="past")
        assert resolved is not None
        return resolved.relative, resolved.anchored

    assert marks(day, None) == (False, False)
    assert marks(day, "2024-11-08") == (False, True)
    assert marks(full, "2024-11-08") == (False, False)
    assert marks(yesterday, "2024-11-08") == (True, True)


def test_all_expressions_of_a_text_in_order() -> None:
    text = (
        "Arrivé lundi soir à Nairobi, le ministre repart mercredi. L'accord signé le 3 mars 2019, en vigueur depuis "
        "2020, sera revu en mai prochain et d'ici la fin de l'année."
    )
    assert [one.text for one in found(text)] == [
        "lundi soir",
        "mercredi",
        "le 3 mars 2019",
        "depuis 2020",
        "en mai prochain",
        "d'ici la fin de l'année",
    ]


def test_longest_wins() -> None:
    assert [one.text for one in found("Du 28 février au 2 mars 2024")] == ["Du 28 février au 2 mars 2024"]
    assert [one.text for one in found("au cours de la semaine dernière")] == ["au cours de la semaine dernière"]


def test_no_expression_across_a_blank_line() -> None:
    assert [one.text for one in found("le 7 novembre\n\n2024 fut une année")] == ["le 7 novembre"]
    assert [one.text for one in found("le 7 novembre\r\n2024")] == ["le 7 novembre\r\n2024"]


def test_decomposed_accents_and_invisible_characters() -> None:
    text = "le 7 fe\u0301vrier\u200b 2024, a\u0300 l'e\u0301te\u0301 2023"
    assert [one.text for one in found(text)] == ["le 7 fe\u0301vrier\u200b 2024", "a\u0300 l'e\u0301te\u0301 2023"]


def test_an_anchor_that_is_no_date_counts_as_unknown() -> None:
    (one,) = found("en mai prochain")
    for anchor in ("nonsense", "", "2020-13-45", "../..", "9999-99-99"):
        resolved = resolve(one, anchor=anchor, previous=anchor, tense=None)
        assert resolved is not None
        assert resolved.edtf == "XXXX-05"


WORDS = re.findall(
    r"\S+",
    """
le la les du de d' en au à l' ce cette un trois vingt et dix 7 31 29 2020 1999 99 000 1er XXe mai mars février août
lundi vendredi soir matin prochain dernier dernière année an mois semaine jours siècle années été hiver 90 début fin
mi - / . , depuis jusqu' d'ici avant après entre dans il y a plus tard veille lendemain suivant précédent trimestre
premier second week-end hier demain sous quelques une dizaine é \u0301 G20 élections accord résolution
""",
)
ANCHORS = [None, "2020-02-07", "2020-02", "2020", "XXXX-02-29", "XXXX-07-04", "XXXX-05", "XXXX", "2020-01~", "199X"]
ANCHORS += [
    "2020-02-06/2020-02-07",
    "../2020",
    "2020/..",
    "0001-01-01",
    "9999-12-31",
    "2024-24",
    "XXXX-12-28/XXXX-01-03",
]


def check(text: str, anchor: str | None, previous: str | None, tense: str | None) -> None:
    last = 0
    for one in find(text, FRENCH):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        last = one.end
        resolved = resolve(one, anchor=anchor, previous=previous, tense=tense)  # type: ignore[arg-type]
        assert resolved is None or is_edtf(resolved.edtf)
        assert resolved is None or one.kind not in ("vague", "name")


@given(
    st.lists(st.sampled_from(WORDS), max_size=25),
    *[st.sampled_from(ANCHORS)] * 2,
    st.sampled_from(["past", "future", None]),
)
@settings(max_examples=800, deadline=None)
def test_word_salad_never_raises_and_quotes_the_text(
    words: list[str], anchor: str | None, previous: str | None, tense: str | None
) -> None:
    check(" ".join(words).replace("é ", "\n\n"), anchor, previous, tense)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_never_raises_and_quotes_the_text(text: str) -> None:
    check(text, "2020-02-07", None, "past")
    check(f"le 7 mai {text} 2020 {text} depuis", "2020-02-07", None, "past")


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "7 ",
        "mai ",
        "2020-",
        "1/",
        "lundi ",
        "de ",
        "du 3 ",
        "trois ",
        "entre le 3 mars 2020 et ",
        "\u0301",
        "x",
        "depuis le ",
        "vingt et ",
        "20.02.",
        "la fin de ",
        "\n",
        "mai\n",
        "les 3 et ",
        "il y a plus de ",
        "de mars à ",
    ],
)
def test_hostile_runs_take_linear_work(piece: str) -> None:
    """Ten times the text takes about ten times as many calls; quadratic would be a hundred."""

    def calls(length: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(find, piece * (length // len(piece)), FRENCH)
        return sum(entry.callcount for entry in profile.getstats())

    calls(300)  # what is built once, at the first call
    assert calls(30_000) < 15 * calls(3_000) + 1_000
