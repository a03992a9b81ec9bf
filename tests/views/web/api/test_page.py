"""The page on the API says what it does: its examples are run against a desk with the example dispatches.

`python tests/views/web/api/test_page.py --write` writes their outputs anew.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))

import uvicorn

from legation.ledger import open_ledger
from legation.views.web import Settings, make_app
from legation.walk import ReaderSet, walk
from test_docs import DOCS, replayed

PAGE = DOCS / "api.md"
PLACE = "127.0.0.1:8600"
SHELL = re.compile(r"^```console\n\$ (.*?)\n(.*?)```$", re.DOTALL | re.MULTILINE)


@contextmanager
def served(folder: Path):
    """A desk on a free port, with the example dispatches; gives its host and port."""
    with open_ledger(folder / "legation.db") as ledger:
        for _ in walk([str(DOCS.parent / "examples")], ReaderSet(), ledger=ledger):
            pass
        server = uvicorn.Server(uvicorn.Config(make_app(ledger, Settings()), port=0, log_config=None))
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                time.sleep(0.05)
            port = server.servers[0].sockets[0].getsockname()[1]
            yield f"127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


def run_against(place: str) -> str:
    """The page with what its examples print."""

    def shell(match: re.Match[str]) -> str:
        command = match[1].replace(PLACE, place)
        done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
        return f"```console\n$ {match[1]}\n{done.stdout.rstrip()}\n```"

    page = PAGE.read_text(encoding="utf-8").replace(f'base_url="http://{PLACE}', f'base_url="http://{place}')
    page = replayed(page).replace(f'base_url="http://{place}', f'base_url="http://{PLACE}')
    return SHELL.sub(shell, page)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_page_prints_what_it_says(tmp_path):
    with served(tmp_path) as place:
        assert run_against(place).splitlines() == PAGE.read_text(encoding="utf-8").splitlines()


def test_the_page_names_every_operation(api):
    described = api.get("/api/v1/openapi.json").json()["paths"]
    offered = {
        f"{method.upper()} {path.removeprefix('/api/v1')}" for path, item in described.items() for method in item
    }
    assert set(re.findall(r"^\| `((?:GET|POST) [^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)) == offered


def test_the_page_names_every_error(api):
    described = api.get("/api/v1/openapi.json").json()["paths"]
    answers = {status for item in described.values() for one in item.values() for status in one["responses"]}
    named = set(re.findall(r"^\| (\d{3}) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {status for status in answers if status >= "400"} | {"405"} == named


if __name__ == "__main__" and "--write" in sys.argv:
    with tempfile.TemporaryDirectory() as made, served(Path(made)) as there:
        PAGE.write_text(run_against(there), encoding="utf-8")
