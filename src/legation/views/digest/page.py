"""The digest as one self-contained page of HTML: no scripts, nothing loaded from elsewhere, fit for paper and mail."""

from __future__ import annotations

from legation.views.digest.contents import Digest
from legation.views.templates import load_template


def write_html(digest: Digest) -> str:
    """The page, in the style of the brief. Every string is escaped; of what dispatches say only addresses are links."""
    template = load_template("digest", style="brief")
    interface = digest.interface
    return template.render(digest=digest, ui=interface, words=interface.brief, own=interface.digest)
