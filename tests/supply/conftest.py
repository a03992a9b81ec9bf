"""The scripts of the supply, importable by name, and one release, made once."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

DATE = 1_700_000_000


class Release(NamedTuple):
    folder: Path
    sdist: Path
    wheel: Path
    bill: Path


@pytest.fixture(scope="session")
def release(tmp_path_factory) -> Release:
    """Without npm the desk's files are not there, and no release can be made; CI has them."""
    from release import VENDOR  # noqa: PLC0415
    from release import release as make  # noqa: PLC0415

    if not VENDOR.is_dir() and not os.environ.get("CI"):
        pytest.skip("what the desk takes from npm is not here")
    folder = tmp_path_factory.mktemp("dist")
    make(folder, DATE)
    (sdist,), (wheel,), (bill,) = (sorted(folder.glob(form)) for form in ("*.tar.gz", "*.whl", "*.cdx.json"))
    return Release(folder, sdist, wheel, bill)
