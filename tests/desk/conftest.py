"""A browser, and a desk that `legation serve` serves over our own examples."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from desk.hostile import fill
from desk.serving import EXAMPLES, read_into, served
from desk.watching import Watch

FLAGS = [
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def _chromium(own: str) -> str:
    """The browser: the system's, else the one that Playwright has fetched; without one, a skip in plain words, which
    CI does not take.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser") or (own if Path(own).is_file() else None)
    if found is None:
        line = "no Chromium here, so the desk was not tried in a browser (Debian: apt-get install chromium)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(line)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = _chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


Visit = Callable[..., Any]


@pytest.fixture
def visit(browser) -> Visit:
    """Opens a watched page of a desk: `with visit(address) as page`. What it may not do fails the test at its end.

    Options are those of a browser's context; `expected` names statuses from 400 on that the test wants to see.
    """

    @contextmanager
    def opened(address: str, *, expected: tuple[int, ...] = (), **options: Any) -> Iterator[Page]:
        options = {"viewport": WIDE, "locale": "en-GB"} | options
        context: BrowserContext = browser.new_context(base_url=address, **options)
        watch = Watch(context, address)
        watch.expected.update(expected)
        context.set_default_timeout(20_000)
        try:
            yield context.new_page()
            assert watch.faults == [] and watch.requests
        finally:
            context.close()

    return opened


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """Makes a folder once for all workers: the first one to ask makes it, the others wait."""

    def made(name: str, make: Callable[[Path], None]) -> Path:
        base = tmp_path_factory.getbasetemp()
        shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def examples(made_once, browser) -> Path:
    """A folder: `desk.db` with our examples, read while a desk over it was open; `seen.json` says what it showed."""

    def make(folder: Path) -> None:
        seen = {}
        with served(folder / "desk.db") as address, browser.new_page() as page:
            page.goto(address)
            seen["before"] = page.inner_text("main")
            run = read_into(folder / "desk.db", EXAMPLES)
            assert run.returncode == 0, run.stderr
            page.reload()
            seen["after"] = page.inner_text("main")
        (folder / "seen.json").write_text(json.dumps(seen), "utf-8")

    return made_once("examples", make)


@pytest.fixture(scope="session")
def desk(examples) -> Iterator[str]:
    """The address of a desk over our examples that no test changes."""
    with _copy_served(examples, "shown") as address:
        yield address


@pytest.fixture
def own_desk(examples, request) -> Iterator[str]:
    """The address of a desk over our examples that a test may change."""
    with _copy_served(examples, "own-" + re.sub(r"\W+", "-", request.node.name)) as address:
        yield address


@contextmanager
def _copy_served(examples: Path, name: str) -> Iterator[str]:
    folder = examples / f"{name}-{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
    folder.mkdir()
    with closing(sqlite3.connect(examples / "desk.db")) as whole, closing(sqlite3.connect(folder / "desk.db")) as copy:
        whole.backup(copy)  # with what still stands in the write-ahead log
    with served(folder / "desk.db") as address:
        yield address


@pytest.fixture(scope="session")
def hostile_folder(made_once) -> Path:
    """A folder: `desk.db` with dispatches that mean harm, read from files and made by hand."""
    return made_once("hostile", fill)


@pytest.fixture(scope="session")
def hostile_desk(hostile_folder) -> Iterator[str]:
    with served(hostile_folder / "desk.db") as address:
        yield address
