from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from legation.views.templates import load_template


@pytest.mark.parametrize("room", ["brief", "errors"])
def test_a_forgotten_value_is_a_fault(room):
    with pytest.raises(UndefinedError):
        load_template(room).render()


def test_strings_are_escaped_and_unseen_characters_written_out():
    environment = load_template("errors").environment
    assert environment.from_string("{{ x }}").render(x="<b>\u202e&") == r"&lt;b&gt;\u202e&amp;"
