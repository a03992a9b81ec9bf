"""Installs Debian's Chromium for the tests of the desk, where it is missing and this user may install it.

Where it cannot, it says so in one line: those tests are then skipped, or fail where `CI` is set.

    python scripts/get_browser.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser")
_INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "-qq", "chromium")
_PATIENCE = 300


def main() -> int:
    if any(map(shutil.which, BROWSERS)):
        return 0
    fault = "no apt-get here" if shutil.which("apt-get") is None else "not root" if os.geteuid() else None
    print(f"Chromium is missing and cannot be installed ({fault})" if fault else _install())
    return 0


def _install() -> str:
    """Installs it, with new lists of packages where the old ones do not do; says what came of it."""
    for command in (_INSTALL, ("apt-get", "update", "-qq"), _INSTALL):
        try:
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            run = subprocess.run(
                command, capture_output=True, text=True, timeout=_PATIENCE, check=False, env=quiet, errors="replace"
            )
            said = run.stderr.strip().splitlines()
        except subprocess.TimeoutExpired:
            said = [f"no answer in {_PATIENCE} s"]
        if any(map(shutil.which, BROWSERS)):
            return "installed Chromium for the tests of the desk"
    return f"Chromium is missing and could not be installed ({said[-1] if said else 'apt-get failed'})"


if __name__ == "__main__":
    sys.exit(main())
