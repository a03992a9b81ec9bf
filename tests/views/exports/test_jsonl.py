from __future__ import annotations

import io

import msgspec
import polars

from legation.event import Event
from legation.ledger import open_ledger
from legation.report import Report
from legation.views.exports import jsonl


def test_events_with_their_reports_whole(exported, ledger_file):
    data, _ = exported(ledger_file, "jsonl")
    with open_ledger(ledger_file) as ledger:
        events, reports = ledger.events(), {report.id: report for report in ledger.reports()}
    lines = data.splitlines()
    assert [msgspec.json.decode(line, type=Event) for line in lines] == list(events)
    for line, event in zip(lines, events, strict=True):
        nested = [msgspec.convert(one, Report) for one in msgspec.json.decode(line)["reports"]]
        assert nested == [reports[told.id] for told in event.reports]


def test_portions_do_not_show(exported, ledger_file, monkeypatch):
    whole, _ = exported(ledger_file, "jsonl")
    monkeypatch.setattr(jsonl, "_AT_ONCE", 2)
    assert exported(ledger_file, "jsonl")[0] == whole


def test_in_polars(exported, ledger_file):
    table = polars.read_ndjson(io.BytesIO(exported(ledger_file, "jsonl")[0]), infer_schema_length=None)
    assert table.height == 5
    assert table.explode("reports").height == 8
