"""What programs call, a module for each thing; a new one adds its router here."""

from __future__ import annotations

from fastapi import APIRouter

from legation.views.web.api import (
    commitments,
    disagreements,
    dispatches,
    events,
    exports,
    health,
    judgements,
    pairs,
    people,
    reading,
    reports,
    search,
    states,
)
from legation.views.web.api.description import describe

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    events.router,
    reports.router,
    dispatches.router,
    reading.router,
    pairs.router,
    people.router,
    commitments.router,
    disagreements.router,
    search.router,
    judgements.router,
    states.router,
    exports.router,
)

__all__ = ["ROUTERS", "describe"]
