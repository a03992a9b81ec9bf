"""`legation` as a program: the desk it serves, what it reads."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
_PATIENCE = 60
_READING = 400


@contextmanager
def served(ledger: Path | str, *options: str) -> Iterator[str]:
    """The address of a desk over this ledger, on a free port, as long as the block lasts."""
    command = [sys.executable, "-m", "legation", "serve", "--ledger", str(ledger), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None
        try:
            yield _address(program)
            assert program.poll() is None, f"the desk ended by itself: {program.stderr.read()}"
        finally:
            program.send_signal(signal.SIGTERM)
            said = _rest(program)
        assert "Traceback" not in said, said


def _address(program: subprocess.Popen[str]) -> str:
    """The address that the program names; the reading of its line ends when the program does."""
    assert program.stderr is not None
    killer = threading.Timer(_PATIENCE, program.kill)
    killer.start()
    try:
        line = program.stderr.readline()
    finally:
        killer.cancel()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, f"the desk did not start: {line}{program.stderr.read()}"
    return found[0]


def _rest(program: subprocess.Popen[str]) -> str:
    try:
        return program.communicate(timeout=_PATIENCE)[1]
    except subprocess.TimeoutExpired:
        program.kill()
        return program.communicate()[1]


def read_into(ledger: Path | str, *paths: Path) -> subprocess.CompletedProcess[str]:
    """Reads files and folders as somebody does in a terminal."""
    command = [sys.executable, "-m", "legation", "read", *map(str, paths), "--ledger", str(ledger)]
    return subprocess.run(command, capture_output=True, text=True, timeout=_READING, check=False)
