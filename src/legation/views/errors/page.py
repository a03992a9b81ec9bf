"""The errors page as one self-contained file of HTML: no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from legation.views.errors.contents import ErrorsPage
from legation.views.templates import load_template


def write_html(page: ErrorsPage) -> str:
    """The page. Every string is escaped; nothing that a dispatch or an annotation says becomes a link."""
    return load_template("errors").render(page=page)
