"""The pages, a module each; a new one adds its router here."""

from __future__ import annotations

from fastapi import APIRouter

from legation.views.web.pages import commitments, events, overview, people, relations, search, sign_in

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    relations.router,
    events.router,
    people.router,
    commitments.router,
    search.router,
    sign_in.router,
)
