from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.front_matter import split_front_matter


def test_the_text_is_what_follows() -> None:
    values, text = split_front_matter(
        '---\ntitle: "Lima : un pas"\nPublished: 2020-02-07\ntags:\n  - Pérou\noutlet:\n---\n\nLa ministre…\n'
    )
    assert values == {"title": "Lima : un pas", "published": "2020-02-07"}
    assert text == "\nLa ministre…\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n\nUn texte après une règle.\n\n---\n",
        "---\nUne phrase : puis deux points\n---\nsuite",
        "---\ntitle: jamais fermé\nLa suite du texte",
        "\n---\ntitle: pas au début\n---\n",
        "Texte\n---\ntitle: x\n---\n",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@given(st.text(alphabet="-: \nabtile", max_size=80))
def test_nothing_is_lost_but_the_front_matter(text: str) -> None:
    values, rest = split_front_matter(text)
    assert text.endswith(rest)
    assert values or rest == text
