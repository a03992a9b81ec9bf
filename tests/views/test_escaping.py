from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from legation.views.escaping import escaped_json, one_line, visible

ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text())
def test_nothing_unseen_is_left(text):
    assert not [c for c in visible(text) if unicodedata.category(c) in ACTING and c not in "\n\t"]
    assert not [c for c in one_line(text) if unicodedata.category(c) in ACTING]


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"])))
def test_seen_characters_stay(text):
    assert visible(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_keeps_its_content(text):
    line = json.dumps({"text": text}, ensure_ascii=False)
    shown = escaped_json(line)
    assert json.loads(shown) == {"text": text}
    assert not [c for c in shown if unicodedata.category(c) in ACTING]


def test_escapes_are_readable():
    assert visible("a\x1b[31m\u202eb\u00ad") == "a\\x1b[31m\\u202eb"
    assert visible("ligne\r\nautre") == "ligne\nautre"
