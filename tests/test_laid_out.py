"""Kinds of records are laid out before threads decode them, which would end the process."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from legation.laid_out import lay_out_records

THREADS = """
import sys, threading
import msgspec
{opening}
from legation.event import Event
from legation.report import Report
sys.setswitchinterval(1e-6)
gate = threading.Barrier(8)
def run():
    gate.wait()
    for kind in (Event, Report):
        msgspec.json.decode(sys.argv[1 + (kind is Report)], type=kind)
threads = [threading.Thread(target=run) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
OPENINGS = {
    "ledger": "from legation.ledger import open_ledger; open_ledger({path!r}).close()",
    "folding": "import legation.archive.folding",
}


def test_all_kinds_that_are_loaded_are_laid_out(monkeypatch):
    import legation.archive.folding  # noqa: PLC0415
    import legation.views.web  # noqa: F401, PLC0415

    seen = set()
    monkeypatch.setattr(msgspec.json, "Decoder", lambda kind: seen.add(f"{kind.__module__}.{kind.__name__}"))
    lay_out_records()
    kinds = ("event.Event", "report.Report", "dispatch.Dispatch", "judgement.Judgement", "archive.blocks.Told")
    assert {f"legation.{one}" for one in kinds} <= seen
    assert all(one.startswith("legation.") for one in seen)
    assert any(one.startswith("legation.views.") for one in seen)


@pytest.mark.parametrize("opening", OPENINGS)
def test_threads_that_decode_at_once_live(opening, tmp_path):
    if opening == "folding":
        pytest.importorskip("daft", reason="the extra archive is not installed")
    event, report = _records()
    code = THREADS.format(opening=OPENINGS[opening].format(path=str(tmp_path / "l.db")))
    for _ in range(3):  # without it two or three runs of eight end in a crash
        run = subprocess.run([sys.executable, "-c", code, event, report], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


def _records():
    from legation.merging import merge  # noqa: PLC0415
    from record_builders import make_dispatch, make_report  # noqa: PLC0415

    dispatch = make_dispatch("Paris et Berlin ont signé un accord.", "a.txt", "2020-02-03")
    report = make_report(dispatch, "AGREE", "FRA", "DEU", date="2020-02-03", sentence=dispatch.text)
    (event,) = merge([dispatch], [report])
    return msgspec.json.encode(event).decode(), msgspec.json.encode(report).decode()
