"""Our figures are those of the scorer that outside checks use, which is not part of the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.cases import TEXT, accused, gold_event, mentioned_at, told
from legation.evaluation import as_record, count, document_name, judge, load_gold
from legation.evaluation.gold import Gold
from legation.walk import Reading, walk

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SETS = {
    "five": (SHARED / "dispatches" / "gold.jsonl", SHARED / "dispatches"),
    "develop": (ROOT / "evaluation/written/develop.gold.jsonl", ROOT / "evaluation/written/develop"),
}


@pytest.fixture(scope="session")
def scorer():
    path = SHARED / "score.py"
    if not path.exists():
        pytest.skip(f"the scorer of the outside checks, {SHARED.name}/score.py, is not beside the project")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assert_same(ours, theirs):
    for key in ("detection", "detection_and_parties"):
        assert {name: ours[key][name] for name in theirs[key]} == theirs[key]
    assert ours["recall_main"] == theirs["recall_main"]
    for key, value in theirs["of_matched"].items():
        assert (ours["of_matched"][key] or 0) == (value or 0), key
    for name, found in theirs["per_type"].items():
        assert (ours["per_type"][name]["recall"], ours["per_type"][name]["gold"]) == (found["recall"], found["gold"])
        assert ours["per_type"][name]["predicted"] == found["predicted"]


@pytest.mark.parametrize("name", list(SETS))
def test_on_dispatches(scorer, name, reader, pack):
    path, folder = SETS[name]
    gold = load_gold(path)
    languages = SimpleNamespace(packs={"fr": pack}, place_code=pack.place_code, reader=lambda language: reader)
    only = lambda dispatch: document_name(dispatch.source) in gold.documents  # noqa: E731
    read = [step for step in walk([str(folder)], languages, only=only) if isinstance(step, Reading)]
    assert {document_name(step.dispatch.source) for step in read} == set(gold.documents)
    ours = as_record(count(judge(gold, {document_name(s.dispatch.source): s.reports for s in read})))
    lines = scorer.lines(path)
    reports = [msgspec.to_builtins(report) for step in read for report in step.reports]
    assert len(reports) > len(read)
    theirs, _ = scorer.score([x for x in lines if x.get("type")], reports, {x["document"] for x in lines})
    assert_same(ours, theirs)


CODES = st.lists(st.sampled_from(("RUS", "VEN", "UE", "EUR", "CUB")), max_size=2, unique=True)
KINDS = st.sampled_from(("CONSULT", "ACCUSE", "RETREAT", "AID"))
DATES = st.sampled_from((None, "2020", "2020-02", "2020-02-07~", "2020-02-07", "2020-02-07/2020-02-09"))
STATUSES = st.sampled_from(("occurred", "planned"))
PLACES = st.sampled_from((None, "RUS", "VEN"))
OFFSETS = st.lists(st.integers(0, len(TEXT)), max_size=2)


@st.composite
def events(draw):
    return gold_event(
        type=draw(KINDS), trigger_start=draw(st.integers(0, len(TEXT))), other_mentions=tuple(draw(OFFSETS)),
        actors=tuple(draw(CODES)), recipients=tuple(draw(CODES)), date=draw(DATES), status=draw(STATUSES),
        place=draw(PLACES), also=tuple(draw(st.sets(KINDS, max_size=1))), borderline=draw(st.booleans()),
        salience=draw(st.sampled_from(("main", "background"))),
    )  # fmt: skip


@st.composite
def reports(draw):
    sides = {"actors": " + ".join(draw(CODES)), "recipients": " + ".join(draw(CODES))}
    said = {"date": draw(DATES), "status": draw(STATUSES), "place": draw(PLACES), **sides}
    found = told(draw(KINDS), **said) if draw(st.booleans()) else told(draw(KINDS), accused().sentence.text, "accuse",
                                                                      **said)  # fmt: skip
    return mentioned_at(found, *draw(OFFSETS))


@given(st.lists(events(), max_size=7), st.lists(reports(), max_size=7))
def test_on_anything(scorer, wanted, came):
    ours = as_record(count(judge(Gold({"a.txt": tuple(wanted)}), {"a.txt": came})))
    golds = [msgspec.to_builtins(event) for event in wanted]
    theirs, _ = scorer.score(golds, [msgspec.to_builtins(report) for report in came], {"a.txt"})
    assert_same(ours, theirs)
