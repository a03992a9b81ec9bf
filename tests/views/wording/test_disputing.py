"""Values on which dispatches differ, in the words of the interface."""

from __future__ import annotations

import pytest

from legation.views.wording import disputed_words, load_interface, load_party_names

ENGLISH = load_interface("en"), load_party_names("en")
FRENCH = load_interface("fr"), load_party_names("fr")


@pytest.mark.parametrize(
    ("field", "value", "spoken", "shown"),
    [
        ("date", "2020-02-07", ENGLISH, "7 February 2020"),
        ("status", "denied", FRENCH, FRENCH[0].statuses["denied"]),
        ("participants", "RUS, VEN", ENGLISH, "Russia, Venezuela"),
        ("place", "Russie (RUS)", ENGLISH, "Russia"),
        ("place", "Russie (RUS)", FRENCH, "Russie"),
        ("place", "Caracas (VEN)", ENGLISH, "Caracas, Venezuela"),
        ("place", "<b>(RUS)", ENGLISH, "<b>(RUS)"),
        ("number", "17 accords", ENGLISH, "17 accords"),
    ],
)
def test_words_of_a_value(field, value, spoken, shown):
    assert disputed_words(field, value, *spoken) == shown
