"""The words of the pages: the same in every language, all of them used, none missing."""

from __future__ import annotations

import re
from importlib.resources import files

import msgspec
import pytest

from legation.views.wording import interface_languages

DATA = files("legation") / "data" / "interface" / "web"
WEB = files("legation") / "views" / "web"
PAGES = sorted(path.name for path in (DATA / "en").iterdir())


def keys(language, page, values=False):
    found = msgspec.toml.decode((DATA / language / page).read_bytes())
    return {key: sorted(value) if isinstance(value, dict) else len(value) if isinstance(value, list) else 1
            for key, value in found.items()}  # fmt: skip


def used(page):
    """Names after `words.` in the template of the page, or in the code; after `frame.` everywhere."""
    name = "frame" if page == "frame.toml" else "words"
    texts = [path.read_text("utf-8") for path in sources() if name == "frame" or belongs(path, page)]
    return {key for text in texts for key in re.findall(rf"\b_?{name}\.(\w+)", text)} - {"get"}


def sources():
    return [path for folder in (WEB, *(p for p in WEB.iterdir() if p.is_dir())) for path in folder.iterdir()
            if path.name.endswith((".j2", ".py"))]  # fmt: skip


def belongs(path, page):
    name, own = path.name.split(".")[0], page.removesuffix(".toml")
    return name == own or (name, own) in {("failures", "failure")}


@pytest.mark.parametrize("page", PAGES)
def test_every_language_has_the_same_words(page):
    for language in interface_languages():
        assert keys(language, page) == keys("en", page), language
    assert {path.name for path in (DATA / "fr").iterdir()} == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_braces_are_the_same(page):
    def braces(language):
        found = msgspec.toml.decode((DATA / language / page).read_bytes())
        return {key: set(re.findall(r"\{(\w+)\}", str(value))) for key, value in found.items()}

    assert braces("fr") == braces("en")


@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_missing_or_left_over(page):
    there = {key for key in keys("en", page) if not key.startswith("status_")}
    assert used(page) == there
