from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.views.wording import date_words, load_interface

EN, FR = load_interface("en"), load_interface("fr")


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        ("2020-02-07", "7 February 2020", "7 février 2020"),
        ("2020-03-01", "1 March 2020", "1er mars 2020"),
        ("2020-05", "May 2020", "mai 2020"),
        ("2020", "2020", "2020"),
        ("XXXX-07", "July, year unknown", "juillet, année inconnue"),
        ("XXXX-07-04~", "about 4 July, year unknown", "vers le 4 juillet, année inconnue"),
        ("2020-01~", "about January 2020", "vers janvier 2020"),
        ("2020?", "2020 (uncertain)", "2020 (incertain)"),
        ("2020-02-06/2020-02-07", "between 6 and 7 February 2020", "entre le 6 et le 7 février 2020"),
        ("2020-01-30/2020-02-01", "between 30 January and 1 February 2020",
         "entre le 30 janvier et le 1er février 2020"),
        ("2019-12-30/2020-01-02", "between 30 December 2019 and 2 January 2020",
         "entre le 30 décembre 2019 et le 2 janvier 2020"),
        ("2020-03/2020-05", "between March and May 2020", "entre mars et mai 2020"),
        ("2019/2020", "between 2019 and 2020", "entre 2019 et 2020"),
        ("../2024-12-31", "until 31 December 2024", "au plus tard le 31 décembre 2024"),
        ("2024-11-08/..", "since 8 November 2024", "depuis le 8 novembre 2024"),
        ("2024-22", "summer 2024", "été 2024"),
        ("199X", "the 1990s", "années 1990"),
        ("18XX", "between 1800 and 1899", "entre 1800 et 1899"),
        ("XXXX", "date unknown", "date inconnue"),
        (None, "date unknown", "date inconnue"),
        ("someday", "someday", "someday"),
    ],
)  # fmt: skip
def test_words(edtf, english, french):
    assert date_words(edtf, EN) == english
    assert date_words(edtf, FR) == french


@given(st.dates(), st.dates())
def test_an_interval_names_both_its_days(a, b):
    first, last = sorted((a, b))
    words = date_words(f"{first.isoformat()}/{last.isoformat()}", EN)
    assert str(first.day) in words.split()
    assert f"{last.day} {EN.dates.months[last.month - 1]} {last.year}" in words
    assert str(first.year) in words
