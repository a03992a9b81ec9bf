"""Photographs the desk for the README: reads examples/, serves them, opens two pages in Chromium.

    python scripts/make_pictures.py [FOLDER]     (docs/pictures by default)

Needs Chromium (`python scripts/get_browser.py`) and Playwright, which the set-up installs.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from get_browser import BROWSERS
from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
PAIR = "/pairs/RUS/VEN?lang=en"
PAGES = {
    "pair.png": (PAIR, None, None),
    "event.png": (
        f"{PAIR}&type=CONSULT&since=2019-09-20&until=2019-09-30&sources=2",
        "main a[href^='/events/']",
        "#reports",
    ),
}
"""The address of each picture, the link on it that is followed first, and where the picture begins."""
_SIZE: ViewportSize = {"width": 1200, "height": 800}
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    legation = [sys.executable, "-m", "legation"]
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([*legation, "read", str(ROOT / "examples")], cwd=work, check=True, capture_output=True)
        serve = [*legation, "serve", "--port", "0"]
        with subprocess.Popen(serve, cwd=work, stderr=subprocess.PIPE, text=True) as desk:
            try:
                assert desk.stderr is not None
                said = desk.stderr.readline()
                address = re.search(r"http://127\.0\.0\.1:\d+", said)
                if address is None:
                    print(f"the desk did not start: {said.strip()}", file=sys.stderr)
                    return 1
                photograph(address[0], folder)
            finally:
                desk.terminate()
    return 0


def photograph(address: str, folder: Path) -> None:
    """The pages of the desk at this address, as PNG."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        page = browser.new_page(base_url=address, viewport=_SIZE, color_scheme="light")
        for name, (where, link, begin) in PAGES.items():
            page.goto(where)
            if link:
                page.locator(link).first.click()
                page.wait_for_load_state("networkidle")
            if begin:
                page.locator(begin).first.evaluate("one => one.scrollIntoView()")
            page.screenshot(path=str(folder / name))
            print(folder / name)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
