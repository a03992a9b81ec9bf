"""Puts htmx and the map of the world (from npm, frontend/package-lock.json) among the files that the desk serves.

Without npm, or without the registry, it says so in one line and the desk does without them.

    python scripts/build_static.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "src" / "legation" / "views" / "web" / "static" / "vendor"
WANTED = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "htmx-LICENSE.txt": "htmx.org/LICENSE",
    "countries-110m.json": "world-atlas/countries-110m.json",
    "world-atlas-LICENSE.txt": "world-atlas/LICENSE",
}
_PATIENCE = 180


def main() -> int:
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not here: the desk works, without htmx and the map")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(ROOT / "frontend" / name, folder)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        try:
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False)
            said = run.stderr.strip().splitlines() if run.returncode else []
        except subprocess.TimeoutExpired:
            said = [f"no answer in {_PATIENCE} s"]
        if said:
            print(f"npm failed ({said[0]}): the desk works, without htmx and the map")
            return 0
        VENDOR.mkdir(parents=True, exist_ok=True)
        for name, source in WANTED.items():
            path = Path(folder) / "node_modules" / source
            if path.is_file():
                shutil.copyfile(path, VENDOR / name)
    print(f"copied {', '.join(sorted(path.name for path in VENDOR.iterdir()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
