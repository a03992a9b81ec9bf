from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from legation.dispatch import Dispatch

from .samples import PARAGRAPH, SECOND

Compose = Callable[..., Dispatch]


@pytest.mark.parametrize(
    ("dateline", "edtf", "place", "credits"),
    [
        ("Moscou, 4 juillet . (RHC)", "XXXX-07-04", "RUS", ["Radio Habana Cuba"]),
        ("PARIS, 12 mars 2021 (AFP) -", "2021-03-12", "FRA", ["AFP"]),
        ("Dakar, le 3 mai (APS)", "XXXX-05-03", "SEN", ["APS"]),
        ("MOSCOU, 12 mars /TASS/.", "XXXX-03-12", "RUS", ["TASS"]),
        ("Alger -", None, "DZA", []),
        ("ALGER-", None, "DZA", []),
        ("Hanoï (VNA) –", None, None, ["VNA"]),
        ("(AFP) -", None, None, ["AFP"]),
        ("AFP –", None, None, ["AFP"]),
        ("New York (Nations Unies), le 3 mai 2021 –", "2021-05-03", None, []),
        ("Washington, D.C., 5 mars 2020 –", "2020-03-05", None, []),
        ("N'Djamena, 1er avril 2019 (AFP) –", "2019-04-01", None, ["AFP"]),
        ("N’Djamena, 1er avril 2019 —", "2019-04-01", None, []),
        ("Port-au-Prince, vendredi 7 février 2020 –", "2020-02-07", None, []),
        ("QUITO, 12 mars (XYZ)", "XXXX-03-12", None, ["XYZ"]),
        ("Lima, 12 mars (Presse du Plateau) –", "XXXX-03-12", "PER", ["Presse du Plateau"]),
        ("MOSCOU, Fédération de Russie, 12 mars 2021 (AFP) -", "2021-03-12", "RUS", ["AFP"]),
    ],
)
def test_datelines(compose: Compose, dateline: str, edtf: str | None, place: str | None, credits: list[str]) -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, f"Un titre assez sage pour la page\n\n{dateline} {PARAGRAPH}\n\n{SECOND}")
        dispatch = compose(text)
        assert dispatch.published == edtf
        assert dispatch.dateline_place == place
        assert [credit.name for credit in dispatch.credits] == credits
        if dispatch.own_date:
            span = dispatch.own_date.span
            assert dispatch.own_date.basis == "dateline"
            assert span is not None
            assert text[span.start : span.end] == span.text
        mark = dispatch.furniture[0]
        assert mark.reason == "dateline"
        quoted = unicodedata.normalize("NFC", text[mark.start : mark.end])
        assert quoted.rstrip(". ") == unicodedata.normalize("NFC", dateline).rstrip(". ")


@pytest.mark.parametrize(
    "opening",
    [
        "Hier, 4 juillet,", "Lundi, 4 juillet,", "Poutine - Xi :", "À Genève, le 3 mai 2021,", "Paris, le 4 juillet,",
        "Urgent -", "Le 5 mai 1999", "Moscou (Russie) est la ville où", "Le Chili -", "Alger, ville",
    ],
)  # fmt: skip
def test_openings_of_sentences_are_no_datelines(compose: Compose, opening: str) -> None:
    dispatch = compose(f"{opening} {PARAGRAPH}\n\n{SECOND}")
    assert (dispatch.own_date, dispatch.dateline_place, dispatch.furniture) == (None, None, ())


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Publié le 7 février 2025 à 10h", "2025-02-07"),
        ("Publié le 7 février 2025 à 10h30 par la rédaction", "2025-02-07"),
        ("Publié le 07/02/2025 à 10:15 | Mis à jour le 08/02/2025 à 11:00", "2025-02-07"),
        ("RFI - Publié le 07/02/2025 à 10:15", "2025-02-07"),
        ("2020-02-07", "2020-02-07"),
        ("Vendredi 7 février 2020", "2020-02-07"),
        ("date 2020-02", "2020-02"),
        ("Date : 2020-02-07", "2020-02-07"),
        ("7 février 2020 | AFP", "2020-02-07"),
        ("Date de sortie : 01/04/2021 09:40 GMT+7", "2021-04-01"),
        ("Mis à jour le 8 février 2025", "2025-02-08"),
    ],
)
def test_date_lines(compose: Compose, line: str, edtf: str) -> None:
    dispatch = compose(f"{line}\n\n{PARAGRAPH}\n\n{SECOND}")
    assert dispatch.own_date is not None
    assert (dispatch.own_date.edtf, dispatch.own_date.basis) == (edtf, "text")
    assert [dispatch.text[mark.start : mark.end] for mark in dispatch.furniture] == [line]


@pytest.mark.parametrize("line", ["date 2020-02", "Publié le 7 février 2020 à 10h", "12/03/2021 -", "date: 2021-03-12"])
def test_a_date_line_may_open_the_text(compose: Compose, line: str) -> None:
    dispatch = compose(f" {line} {PARAGRAPH}")
    mark = dispatch.furniture[0]
    assert dispatch.own_date is not None
    assert dispatch.text[mark.start : mark.end] == line.removesuffix(" -")
    assert dispatch.own_date.span is not None
    assert mark.start <= dispatch.own_date.span.start < dispatch.own_date.span.end <= mark.end


def test_a_date_in_a_sentence_is_not_the_dispatchs_own(compose: Compose) -> None:
    text = f"Publié le 7 février 2020 par le ministère, le communiqué dénonce une agression du voisin.\n\n{PARAGRAPH}"
    assert compose(text).own_date is None
