"""Fixtures: the API over the small world, with a reader that needs no parser."""

from __future__ import annotations

import pytest


@pytest.fixture
def api(filled, desk_of, languages):
    """A client of the API; its texts are read by the reader of `cases`."""
    return desk_of(filled, rate=0)


@pytest.fixture
def walked():
    """Follows `next` to the end of a list; gives all its items."""

    def walk(client, address):
        items, seen = [], set()
        while address:
            assert address not in seen
            seen.add(address)
            answer = client.get(address)
            assert answer.status_code == 200, answer.text
            body = answer.json()
            if body["next"]:
                assert answer.headers["link"] == f'<{body["next"]}>; rel="next"'
            items, address = items + body["items"], body["next"]
        return items

    return walk
