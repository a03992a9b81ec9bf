"""Below these figures the reading may not fall; see floors.toml. Raising a floor is free."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from legation.reading.reader import Reader

ROOT = Path(__file__).parents[1]
FLOORS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture
def script(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module


@pytest.fixture
def plain_reader(pack, parser):
    """A reader as `scripts/score.py` builds it."""
    return Reader(pack, parser=parser)


def measured(result: dict[str, Any]) -> dict[str, float]:
    return {
        "detection": result["detection"]["f1"],
        "detection_and_parties": result["detection_and_parties"]["f1"],
        "date": result["of_matched"]["date"],
    }


@pytest.mark.parametrize("name", [name for name in FLOORS if name not in {"lexicon", "single", "stories"}])
def test_annotated_dispatches(script, plain_reader, name):
    score = script("score")
    if not (score.SHARED / "score.py").exists():
        pytest.skip(f"the scorer of the outside checks, {score.SHARED.name}/score.py, is not beside the project")
    figures = measured(score.score(name, plain_reader)[0])
    below = {key: (round(figures[key], 3), floor) for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert below == {}, f"{name}: (now, floor)"


@pytest.mark.parametrize("half", ["develop", "check"])
def test_stories(script, plain_reader, half):
    found = script("score_stories").score(half, plain_reader)
    figures = {
        "reprints_precision": found.reprints.precision,
        "reprints_recall": found.reprints.recall,
        "pairwise_precision": found.given_pairwise.precision,
        "bcubed": found.given.f1,
        "raw_bcubed": found.raw.f1,
        "sources": found.sources.value,
        "outcomes": found.outcomes.value,
    }
    floors = FLOORS["stories"][half]
    assert floors.keys() == figures.keys()
    assert {key: round(figures[key], 3) for key in floors if figures[key] < floors[key]} == {}


def test_the_lexicon_s_own_sentences(script, plain_reader):
    found = script("check_lexicon").outcomes("fr", plain_reader)
    share = sum(outcome.verdict == "right" for outcome in found) / len(found)
    assert share >= FLOORS["lexicon"]["right"]


def test_single_sentences(script, plain_reader):
    counts = script("score").single(plain_reader)
    assert counts["type right"] >= FLOORS["single"]["type_right"]
    assert counts["false alarms"] <= FLOORS["single"]["false_alarms"]
    assert counts["silent"] + counts["events"] == 105
