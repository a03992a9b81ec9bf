from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from legation.dispatch import Dispatch
from legation.intake import Limits, Refusal, take_in
from legation.intake.composing import Composer
from legation.intake.found import FoundText

from .samples import PACKS, PLACES


@pytest.fixture(scope="session")
def compose() -> Callable[..., Dispatch]:
    composer = Composer("fr", PACKS["fr"], PLACES.get)

    def composed(text: str, **said: str) -> Dispatch:
        return composer.compose(FoundText(text, "somewhere", "somewhere", **said))

    return composed


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Dispatch | Refusal]]:
    """Writes bytes to a file of this name and takes it in."""

    def taken(name: str, data: bytes | str, limits: Limits | None = None) -> list[Dispatch | Refusal]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(take_in([str(path)], packs=PACKS, limits=limits or Limits(), place_code=PLACES.get))

    return taken
