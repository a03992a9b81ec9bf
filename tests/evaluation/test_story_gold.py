import json

import pytest

from legation.evaluation.gold import GoldError
from legation.evaluation.stories import load_stories

EVENT = {"event": "s1-e1", "type": "AID", "status": "occurred", "independent_sources": 2}


def write(folder, *lines):
    path = folder / "x.events.jsonl"
    path.write_text("\n".join(s if isinstance(s, str) else json.dumps(s) for s in lines), encoding="utf-8")
    return folder / "x.reports.jsonl"


def test_events_and_reprints_beside_the_reports(tmp_path):
    reports = write(tmp_path, EVENT, "", EVENT | {"event": "s1-e2"})
    (tmp_path / "x.reprints.jsonl").write_text('{"original": "a", "copy": "b", "kind": "exact"}')
    gold = load_stories(reports)
    assert list(gold.events) == ["s1-e1", "s1-e2"]
    assert [(r.original, r.copy) for r in gold.reprints] == [("a", "b")]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    assert list(load_stories(write(tmp_path, "\ufeff" + json.dumps(EVENT))).events) == ["s1-e1"]


def test_no_stories_beside_other_gold(tmp_path):
    assert load_stories(tmp_path / "x.reports.jsonl") is None
    assert load_stories(tmp_path / "x.jsonl") is None


@pytest.mark.parametrize("line", ["{", "[]", '{"event": "e"}', json.dumps(EVENT | {"status": "done"})])
def test_a_bad_line_is_named_with_its_file_and_number(tmp_path, line):
    reports = write(tmp_path, EVENT, line)
    with pytest.raises(GoldError) as caught:
        load_stories(reports)
    assert str(caught.value).startswith(f"{tmp_path / 'x.events.jsonl'}:2: ")
