from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest

from legation.intake.feeds.client import Answer, Client, FetchLimits

from .site import Site


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.close()


@pytest.fixture
def get(site: Site) -> Callable[..., Answer]:
    """One request by a client that may ask the test's server."""

    def asked(address: str, *, allow: bool = True, **limits: float) -> Answer:
        async def ask() -> Answer:
            bounds = FetchLimits(**limits)  # type: ignore[arg-type]
            async with Client("legation/test", bounds, allowed=site.allowed if allow else frozenset()) as client:
                return await client.get(address, {})

        return asyncio.run(ask())

    return asked
