"""The desk: pages and an HTTP API over one ledger, on this machine unless told otherwise."""

from __future__ import annotations

from legation.views.web.app import make_app
from legation.views.web.settings import Settings

__all__ = ["Settings", "make_app"]
