"""The pages, a module each; a new one adds its router here."""

from __future__ import annotations

from fastapi import APIRouter

from legation.views.web.pages import (
    api,
    commitments,
    dispatch,
    event,
    events,
    judging,
    overview,
    people,
    relations,
    review,
    search,
    sign_in,
)

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    relations.router,
    events.router,
    event.router,
    dispatch.router,
    people.router,
    commitments.router,
    search.router,
    review.router,
    judging.router,
    sign_in.router,
    api.router,
)
