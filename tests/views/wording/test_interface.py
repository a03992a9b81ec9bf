from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest

from legation import ontology
from legation.event import Outcome
from legation.report import Status
from legation.views.wording import event_label, interface_languages, load_interface

LANGUAGES = interface_languages()
FIELDS = re.compile(r"\{(\w+)\}")


def test_speaks_french_and_english():
    assert {"en", "fr"} <= set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_every_type_mode_status_and_quad(code):
    interface = load_interface(code)
    kinds = ontology.load().types
    assert set(interface.types) == set(kinds)
    assert interface.modes.keys() == {name for name, kind in kinds.items() if kind.modes}
    for name, kind in kinds.items():
        assert set(interface.modes.get(name, {})) == set(kind.modes), name
    assert tuple(interface.statuses) == get_args(Status)
    assert set(interface.outcomes) == set(get_args(Outcome))
    assert set(interface.quads) == {kind.quad for kind in kinds.values()}
    assert set(get_args(Status)) <= set(interface.counts)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_fills_in_what_the_english_one_does(code):
    def fields(value, path=""):
        if isinstance(value, dict):
            return {key: found for k, v in value.items() for key, found in fields(v, f"{path}.{k}").items()}
        if isinstance(value, (list, tuple)):
            return {path: {name for one in value for name in FIELDS.findall(str(one))}}
        return {path: set(FIELDS.findall(str(value)))}

    english, other = (fields(msgspec.to_builtins(load_interface(one))) for one in ("en", code))
    assert english == other


def test_counts():
    english, french = load_interface("en"), load_interface("fr")
    assert [english.count("dispatches", n) for n in (0, 1, 2)] == ["0 dispatches", "1 dispatch", "2 dispatches"]
    assert [french.count("dispatches", n) for n in (0, 1, 2)] == ["0 dépêche", "1 dépêche", "2 dépêches"]


def test_quotation_marks_are_not_those_of_the_words():
    french = load_interface("fr")
    assert french.around("bonjour") == ("«\u00a0", "\u00a0»")
    assert french.around("« bonjour »") == ("“", "”")


def test_labels():
    english = load_interface("en")
    assert event_label("CONSULT", "visit", english) == "Visit"
    assert event_label("CONSULT", None, english) == "Talks"
    assert event_label("NEW", "thing", english) == "NEW"
