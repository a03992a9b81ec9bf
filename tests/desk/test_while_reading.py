"""The desk goes on answering, and takes judgements, while another process reads a thousand dispatches into its ledger.

No browser is needed here: what is asked is whether any answer fails or speaks of a lock.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import httpx
import pytest

from desk.addresses import pages
from desk.serving import EXAMPLES, read_into, served
from legation.ledger import open_ledger

NUMBER = 1000
STATES = ("la Russie", "la France", "la Chine", "le Brésil", "le Vietnam", "la Serbie", "la Norvège", "le Chili")
ACTS = (
    "{a} et {b} ont signé un accord de coopération",
    "Le ministre des Affaires étrangères de {a} a rencontré son homologue de {b}",
    "{a} a condamné l'attitude de {b}",
    "{a} enverra une aide alimentaire à {b} au mois de mai",
)
OTHERS = ("Il a plu sur la côte", "Les boulangers de la ville fêtent leur saint", "La récolte de noix a été bonne")
CALLS = (
    "/api/v1/events", "/api/v1/pairs", "/api/v1/commitments", "/api/v1/people?state=RUS", "/api/v1/search?q=accord",
    "/api/v1/dispatches", "/api/v1/reports", "/healthz", "/metrics",
)  # fmt: skip


def dispatches() -> Iterator[dict[str, str]]:
    """A third tell an act, the others none; no two texts alike."""
    pairs = cycle((a, b) for a in STATES for b in STATES if a != b)
    acts = cycle(ACTS)
    for i in range(NUMBER):
        told = [f"{OTHERS[i % 3]} : {i} habitants étaient là."]
        if i % 3 == 0:
            a, b = next(pairs)
            act = next(acts).format(a=a, b=b)
            told.insert(0, f"{act[0].upper()}{act[1:]} le {i % 28 + 1} mars {2000 + i % 20}.")
        yield {"text": " ".join(told), "published": f"{2000 + i % 20}-03-{i % 28 + 1:02}"}


@pytest.fixture
def source(tmp_path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in dispatches()), encoding="utf-8")
    return path


# On a server readers never wait for a writer: that takes as long again, and is tried by `make soak`.
@pytest.mark.parametrize("place", ["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)], indirect=True)
def test_the_desk_answers_while_a_thousand_dispatches_are_read(place, source, tmp_path):
    where = place("desk")
    assert read_into(where, EXAMPLES).returncode == 0
    with open_ledger(where) as ledger:
        doubts = [(one.a, one.b) for one in ledger.doubts(most=3)]
        before = ledger.counts()
    asked, growing, judged = cycle([*pages(where), *CALLS]), set[int](), len(doubts)
    with served(where, "--rate", "0") as address, httpx.Client(base_url=address, timeout=60) as client:
        client.follow_redirects = True
        with read_in_the_background(where, source, tmp_path / "read.log") as reading:
            while reading.poll() is None:
                ask(client, islice(asked, 10))
                if doubts:
                    judge(client, *doubts.pop())
                with open_ledger(where) as ledger:
                    growing.add(ledger.counts().events)
        assert reading.returncode == 0, (tmp_path / "read.log").read_text()
    with open_ledger(where) as ledger:
        after = ledger.counts()
        assert len(ledger.judgements()) == judged > 0
        assert [fault.sort for fault in ledger.check() if not fault.note] == []
    assert after.dispatches == before.dispatches + NUMBER
    assert after.events > before.events + 100
    assert len(growing) > 2, "the desk was asked while the ledger grew, portion by portion"


@contextmanager
def read_in_the_background(where: str, source: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`legation read` as a process of its own, which ends with the block."""
    command = [sys.executable, "-m", "legation", "read", str(source), "--ledger", where]
    with log.open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as reading:
        try:
            yield reading
        finally:
            reading.kill()


def ask(client: httpx.Client, paths: Iterable[str]) -> None:
    """Each of them answers."""
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.text)
        assert "locked" not in answer.text.lower(), path


def judge(client: httpx.Client, report: str, other: str) -> None:
    """Says at the desk that two reports do not tell one event."""
    said = {"report": report, "other": other, "answer": "different", "by": "A. Reader"}
    answer = client.post("/judgements", data=said, headers={"Origin": str(client.base_url).rstrip("/")})
    assert answer.status_code == 200, answer.text
