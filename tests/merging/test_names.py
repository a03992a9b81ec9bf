"""Pairs of names labelled by hand (evaluation/names.tsv): how many are told right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from legation.merging.people import Holder, same_person

NAMES = Path(__file__).parents[2] / "evaluation" / "names.tsv"
FIELDS = 4
PRECISION, RECALL = 0.98, 0.90


class Pair(NamedTuple):
    half: str
    same: bool
    a: str
    b: str
    about_a: Holder | None
    about_b: Holder | None


def _holder(text: str) -> Holder | None:
    if not text:
        return None
    state, office, years = (part.strip() for part in text.split(";"))
    since, until = years.split("-")
    return Holder(state, office, int(since), int(until))


def pairs() -> Iterator[Pair]:
    lines = [line for line in NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        half, label, a, b, *about = line.split("\t")
        about_a, about_b = (*about, "", "")[:2]
        yield Pair(half, label == "same", a, b, _holder(about_a), _holder(about_b))


def wrong(half: str) -> tuple[float, float, list[str]]:
    """Precision, recall, and the pairs that are told wrongly."""
    said = [(pair, same_person(pair.a, pair.b, pair.about_a, pair.about_b)) for pair in pairs() if pair.half == half]
    right = sum(found and pair.same for pair, (found, _) in said)
    told, wanted = sum(found for _, (found, _) in said), sum(pair.same for pair, _ in said)
    faults = [f"{pair.a} / {pair.b}: {why}" for pair, (found, why) in said if found != pair.same]
    return right / told, right / wanted, faults


@pytest.mark.parametrize("half", ["develop", "check"])
def test_names_are_told_apart_and_brought_together(half: str) -> None:
    precision, recall, faults = wrong(half)
    assert precision >= PRECISION, faults
    assert recall >= RECALL, faults


def test_a_pair_is_the_same_either_way() -> None:
    for pair in pairs():
        there, _ = same_person(pair.a, pair.b, pair.about_a, pair.about_b)
        assert there == same_person(pair.b, pair.a, pair.about_b, pair.about_a)[0], pair


def test_there_are_enough_pairs() -> None:
    assert len(list(pairs())) >= 150
