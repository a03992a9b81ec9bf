from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.dispatch import Dispatch
from legation.intake.titles import strip_markdown

from .samples import PARAGRAPH, SECOND

Compose = Callable[..., Dispatch]


def test_markdown_is_stripped() -> None:
    assert strip_markdown("# *Le Chili et le Pérou*") == "Le Chili et le Pérou"
    assert strip_markdown("**_Lima_  reçoit**") == "_Lima_ reçoit"
    assert strip_markdown("5 * 3") == "5 * 3"


@pytest.mark.parametrize("before", ["", "\n\n", " \n\n\n", "Accueil\n\n", "Publié le 3 mai 2021\n\n"])
def test_a_heading_or_first_line_is_the_title(compose: Compose, before: str) -> None:
    assert (
        compose(f"{before}# *Lima et Santiago se parlent*\n\n---\n\n{PARAGRAPH}").title == "Lima et Santiago se parlent"
    )
    assert compose(f"{before}Lima et Santiago se parlent\n\n{PARAGRAPH}").title == "Lima et Santiago se parlent"


def test_a_first_sentence_is_no_title(compose: Compose) -> None:
    assert compose(f"{PARAGRAPH}\n{SECOND}").title is None
    assert compose("Lima et Santiago se parlent").title is None


def test_the_title_of_the_file_wins(compose: Compose) -> None:
    assert compose(f"Lima et Santiago se parlent\n\n{PARAGRAPH}", title="Un autre titre").title == "Un autre titre"
