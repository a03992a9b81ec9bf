"""The pages, a module each; a new one adds its router here."""

from __future__ import annotations

from fastapi import APIRouter

from legation.views.web.pages import overview, sign_in

ROUTERS: tuple[APIRouter, ...] = (overview.router, sign_in.router)
