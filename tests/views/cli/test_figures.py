from __future__ import annotations

import re

from evaluation.cases import accused, gold_event, told
from legation.evaluation import Gold, count, judge
from legation.views.cli.figures import print_figures


def rows(text):
    return {cells[0]: cells[1:] for line in text.splitlines() if (cells := re.split(r"\s{2,}", line.strip()))}


def test_tables_are_plain_when_piped(capsys):
    gold = Gold({"a.txt": (gold_event(place="VEN"), gold_event(type="AID")), "b.txt": ()})
    print_figures(count(judge(gold, {"a.txt": [told(place="VEN")], "b.txt": [accused(), accused()]})))
    text = capsys.readouterr().out
    assert "\x1b" not in text
    found = rows(text)
    assert found["all"] == ["0.33", "0.50", "0.40", "1", "3", "2"]
    assert found["AID"] == ["0.00", "0.00", "0.00", "0", "0", "1"]
    assert found["right place, where the gold has one"] == ["1.00", "1", "1"]
    assert found["right source, where the gold has one"] == ["–", "0", "0"]
    assert found["reports per dispatch without events"] == ["2.00", "2", "1"]
    assert found["0.8 to 0.9"] == ["3", "0.80", "0.33"]
    assert "expected calibration error 0.47" in text
