"""Folding a folder on the engine gives the events and reprints that a ledger has of the same dispatches."""

from __future__ import annotations

import msgspec
import pytest

pytest.importorskip("daft", reason="the extra archive is not installed")

from archive.conftest import benchmark
from legation import __version__
from legation.archive import ArchiveError
from legation.archive.engine import Engine
from legation.archive.folded_files import write_events, write_reprints
from legation.archive.folding import Folding
from legation.archive.loading import load
from legation.archive.manifest import Manifest, Terms
from legation.archive.parts import packed
from legation.archive.pieces import Cut, Piece, Source
from legation.archive.stored import whole
from legation.ledger import Question, open_ledger
from legation.walk import Reading

NUMBER, OF_A_PART = 600, 70


def folder_of(folder, readings):
    """A folder as reading these would leave it."""
    source = Source("a.jsonl", "a.jsonl", "lines", 1)
    starts = range(0, len(readings), OF_A_PART)
    pieces = tuple(Piece(at, at + OF_A_PART, at + 1, len(readings[at : at + OF_A_PART])) for at in starts)
    with Manifest.write(folder, Terms(__version__, "international", 2_000_000, OF_A_PART)) as manifest:
        manifest.add_source(source, Cut("0", pieces))
        for number, piece in enumerate(pieces, 1):
            manifest.add_part(packed(number, readings[piece.start : piece.end], []))
    return folder


@pytest.fixture(scope="module")
def readings():
    """Made-up stories told again, reprinted, announced and kept; some texts also from another source and undated."""
    found = [Reading(d, tuple(r)) for d, r in benchmark("merging_scale").dispatches(NUMBER, 0.6)]
    replace = msgspec.structs.replace
    for one in found[5:200:13]:
        copy = replace(one.dispatch, source=f"copy/{one.dispatch.source}", own_date=None)
        ref = replace(one.reports[0].dispatch, source=copy.source, published=None)
        found.append(Reading(copy, tuple(replace(report, dispatch=ref) for report in one.reports)))
    found += found[40:60]  # the same text from the same source once more
    return found


def test_the_same_events_and_reprints_as_a_ledger(readings, tmp_path):
    folder = folder_of(tmp_path / "to", readings)
    folding = Folding(whole(folder), Engine("local", 2))
    reprints = folding.reprints()
    number = write_events(folder, folding.events(reprints))
    assert write_reprints(folder, reprints) == len((folder / "reprints.jsonl").read_bytes().splitlines())
    with open_ledger(tmp_path / "l.db") as ledger:
        list(load(folder, ledger))
        ledger.update_events()
        wanted = ledger.events(Question())
        known = ledger.reprints()
    assert len(wanted) > 150
    assert sum(len(event.reports) > 1 for event in wanted) > 50
    assert any(event.commitment and event.commitment.evidence for event in wanted)
    assert len(reprints) > 20
    found = (folder / "events.jsonl").read_bytes().splitlines()
    assert number == len(found)
    assert found == [msgspec.json.encode(event) for event in wanted]
    assert {(one.original_id, one.copy_id, one.likeness, one.kind) for one in reprints} <= {
        (one.original_id, one.copy_id, one.likeness, one.kind) for one in known
    }


def test_an_archive_with_nothing_to_fold(tmp_path):
    folder = folder_of(tmp_path / "to", [])
    with pytest.raises(ArchiveError, match="no dispatch was read"):
        Folding(whole(folder), Engine("local", 2))


def test_one_dispatch_without_reports(readings, tmp_path):
    folder = folder_of(tmp_path / "to", [Reading(readings[0].dispatch, ())])
    folding = Folding(whole(folder), Engine("local", 2))
    assert folding.reprints() == ()
    assert list(folding.events(())) == []
