"""Tellings for the tests of merging, by few words."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.merging.telling import Telling, prepare
from legation.report import Promise
from record_builders import make_dispatch, make_report


def telling(
    text: str,
    published: str | None = None,
    *,
    promised: Promise | None = None,
    postponed: bool = False,
    original: str | None = None,
    **fields: Any,
) -> Telling:
    """One dispatch of one sentence and what it tells; `original` makes it a reprint of the dispatch of that id."""
    dispatch = make_dispatch(text, published=published)
    report = msgspec.structs.replace(make_report(dispatch, **fields), promised=promised, postponed=postponed)
    return prepare(report, {dispatch.id: original} if original else {})
