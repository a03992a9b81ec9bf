"""The scripts of the supply, importable by name, and one release, made once."""

from __future__ import annotations

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
    from release import release as make  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("dist")
    make(folder, DATE)
    (sdist,), (wheel,), (bill,) = (sorted(folder.glob(form)) for form in ("*.tar.gz", "*.whl", "*.cdx.json"))
    return Release(folder, sdist, wheel, bill)
