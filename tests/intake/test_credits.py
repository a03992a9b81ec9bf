from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.dispatch import Dispatch

from .samples import PARAGRAPH, SECOND

Compose = Callable[..., Dispatch]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Source : AFP", ["agency AFP"]),
        ("Avec l’AFP", ["agency AFP"]),
        ("Source Prensa Latina", ["agency Prensa Latina"]),
        ("RFI avec AFP", ["outlet RFI", "agency AFP"]),
        ("Le Monde avec AFP et Reuters", ["outlet Le Monde", "agency AFP", "agency Reuters"]),
        ("Sources: AFP, Reuters et agences", ["agency AFP", "agency Reuters"]),
        ("Par la rédaction avec AFP", ["agency AFP"]),
        ("Par Marie Petit (avec AFP)", ["agency AFP"]),
        ("**Radio Habana Cuba**", ["outlet Radio Habana Cuba"]),
        ("AFP/VNA", ["agency AFP", "agency VNA"]),
        ("(AFP)", ["agency AFP"]),
        ("Source : Gazette du Plateau", ["outlet Gazette du Plateau"]),
        ("Source : Agence du Plateau", ["outlet Agence du Plateau"]),
        ("(avec l'AFP et Tass)", ["agency AFP", "agency TASS"]),
        ("(Sources : ministère péruvien, agence Irna)", ["agency IRNA"]),
        ("Avec agences", []),
        ("Rédigé par Marie Petit", []),
        ("Lignes du Plateau, avec AFP et Reuters", ["agency AFP", "agency Reuters"]),
        ("Marie Petit, avec l'ATS", ["agency ATS"]),
    ],
)
def test_credit_lines(compose: Compose, line: str, credits: list[str]) -> None:
    dispatch = compose(f"Un titre assez sage pour la page\n\n{PARAGRAPH}\n\n{SECOND}\n\n{line}")
    assert [f"{credit.kind} {credit.name}" for credit in dispatch.credits] == credits
    for credit in dispatch.credits:
        assert credit.span is not None
        assert dispatch.text[credit.span.start : credit.span.end] == credit.span.text
    last = dispatch.furniture[-1]
    assert (dispatch.text[last.start : last.end], last.reason) == (line, "credit")


@pytest.mark.parametrize(
    "line",
    [
        "© AFP", "Photo : Reuters", "avec le soutien de la Chine", "Source de tensions entre Lima et Santiago",
        "Par la force", "Selon Reuters, la visite a été reportée.",
    ],
)  # fmt: skip
def test_no_credits(compose: Compose, line: str) -> None:
    assert compose(f"{PARAGRAPH}\n\n{SECOND}\n\n{line}").credits == ()


def test_credits_that_close_a_paragraph(compose: Compose) -> None:
    assert [credit.name for credit in compose(f"{PARAGRAPH} (AFP)").credits] == ["AFP"]
    assert [credit.name for credit in compose(f"{PARAGRAPH} Avec Reuters").credits] == ["Reuters"]
    assert compose(f"{PARAGRAPH[:-1]} (Pérou).").credits == ()


def test_the_outlet_comes_first_and_each_name_once(compose: Compose) -> None:
    text = f"Paris, 3 mai 2021 (AFP) - {PARAGRAPH}\n\nAvec AFP\n\nhttps://www.rfi.fr/fr/monde/20210503-un-accord"
    dispatch = compose(text)
    assert dispatch.outlet == "RFI"
    assert [(credit.kind, credit.name, credit.code) for credit in dispatch.credits] == [
        ("outlet", "RFI", "FRA"),
        ("agency", "AFP", "FRA"),
    ]
    assert dispatch.credits[0].span is not None
    assert dispatch.credits[0].span.text == "rfi.fr"


def test_a_field_of_a_record_needs_no_words(compose: Compose) -> None:
    dispatch = compose(PARAGRAPH, outlet="Jeune Afrique", url="https://www.exemple.fr/a")
    assert dispatch.outlet == "Jeune Afrique"
    assert [(credit.name, credit.code, credit.span) for credit in dispatch.credits] == [("Jeune Afrique", "FRA", None)]


def test_an_unknown_publisher_goes_by_its_domain(compose: Compose) -> None:
    dispatch = compose(f"{PARAGRAPH}\n\nSource : https://www.exemple-info.com.vn/un-accord.html")
    assert dispatch.outlet == "exemple-info.com.vn"
    assert compose(f"{PARAGRAPH}\n\nhttps://www.facebook.com/sharer?u=1").outlet is None


def test_an_address_inside_a_sentence_is_no_origin(compose: Compose) -> None:
    text = f"{PARAGRAPH}\n\nLe texte de l'accord a été publié par Lima sur https://www.gob.pe/2020/01/02/x mardi soir."
    dispatch = compose(text)
    assert (dispatch.outlet, dispatch.own_date, dispatch.furniture) == (None, None, ())
