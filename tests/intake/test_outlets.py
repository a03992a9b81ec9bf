from __future__ import annotations

import re

import pytest

from legation.intake.outlets import host_of, load_outlets, registrable_domain

OUTLETS = load_outlets()


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("AFP", "AFP"), ("Agence France-Presse", "AFP"), ("RHC", "Radio Habana Cuba"), ("REUTERS", "Reuters"),
        ("agence xinhua", "Xinhua"), ("L’Orient-Le Jour", "L'Orient-Le Jour"), ("MAP", "MAP"),
        ("Anadolu Agency", "Anadolu"),
    ],
)  # fmt: skip
def test_knows_names_and_aliases(name: str, known: str) -> None:
    outlet = OUTLETS.named(name)
    assert outlet is not None
    assert outlet.name == known


@pytest.mark.parametrize("word", ["map", "ap", "dans", "la", "aa", ""])
def test_small_words_are_no_agencies(word: str) -> None:
    assert OUTLETS.named(word) is None


def test_the_dateline_decides_between_agencies_of_one_name() -> None:
    of_dakar, of_algiers, unknown = (OUTLETS.named("APS", state) for state in ("SEN", "DZA", None))
    assert of_dakar is not None
    assert of_algiers is not None
    assert unknown is not None
    assert (of_dakar.state, of_algiers.state, unknown.state) == ("SEN", "DZA", None)


def test_knows_the_publisher_of_an_address() -> None:
    outlet = OUTLETS.at("https://www.radiohc.cu/fr/noticias/1")
    assert outlet is not None
    assert outlet.name == "Radio Habana Cuba"
    assert OUTLETS.at("https://radiohc.cu.exemple.com/") is None
    assert OUTLETS.is_platform("https://m.facebook.com/sharer")


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.exemple.co.uk/a", "exemple.co.uk"), ("thanhnien.vn/x.htm", "thanhnien.vn"),
        ("http://192.168.0.1/a", None), ("https://localhost/", None), ("http://[oops", None),
    ],
)  # fmt: skip
def test_domains_are_those_somebody_registered(address: str, domain: str | None) -> None:
    assert registrable_domain(address) == domain


def test_the_data_are_sound() -> None:
    assert len(OUTLETS.all) >= 120
    domains = [domain for outlet in OUTLETS.all for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert all(host_of(domain) == domain for domain in domains)
    assert all(outlet.state is None or re.fullmatch("[A-Z]{3}", outlet.state) for outlet in OUTLETS.all)
    states = {outlet.state for outlet in OUTLETS.all}
    assert {"FRA", "USA", "CUB", "BRA", "SEN", "COD", "DZA", "IRN", "CHN", "VNM", "AUS", "NZL"} <= states
