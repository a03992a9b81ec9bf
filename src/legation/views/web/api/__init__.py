"""What programs call, a module for each thing; a new one adds its router here."""

from __future__ import annotations

from fastapi import APIRouter

from legation.views.web.api import health

ROUTERS: tuple[APIRouter, ...] = (health.router,)
