"""Whatever fuzzing has found stays found: every input that once broke a promise, and those that fuzzing begins with."""

from __future__ import annotations

import pytest

from . import targets

CASES = [
    pytest.param(target, path, id=f"{target}-{path.name}")
    for target in targets.TARGETS
    for path in targets.finds(target)
]


@pytest.mark.parametrize(("target", "path"), CASES)
def test_what_was_found_once(target, path):
    targets.TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", targets.TARGETS)
def test_what_fuzzing_begins_with(target):
    for seed in targets.seeds(target):
        targets.TARGETS[target](seed)


@pytest.mark.parametrize(
    "text",
    ["." * 60_000 + "x", "a" * 150_000 + " b. Paris", "M. Macron " * 16_000],
    ids=["nothing but dots", "a word without an end", "nothing but abbreviations"],
)
def test_long_texts_of_one_kind_are_read_in_their_time(text):
    # Ends of sentences were once looked for by the square of the length: for more than the minute that a text has.
    targets.reading(bytes([1]) + text.encode())


def test_a_broken_promise_is_noticed(monkeypatch):
    def lying(data: bytes) -> str:
        return "Moscou a reçu Caracas."

    seed = bytes([0, 0, 28, 1, 72])
    targets.reading(seed)
    monkeypatch.setattr(targets, "text_id", lying)
    with pytest.raises(AssertionError):
        targets.reading(seed)
