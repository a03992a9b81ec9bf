"""What stands between a request and a page: each a piece of ASGI middleware with one purpose."""

from __future__ import annotations

from legation.views.web.security.bodies import BodyLimit
from legation.views.web.security.faults import Faults
from legation.views.web.security.headers import Headers
from legation.views.web.security.heads import Heads
from legation.views.web.security.hosts import Hosts
from legation.views.web.security.origins import Origins
from legation.views.web.security.rates import Rates
from legation.views.web.security.tokens import Tokens

__all__ = ["BodyLimit", "Faults", "Headers", "Heads", "Hosts", "Origins", "Rates", "Tokens"]
