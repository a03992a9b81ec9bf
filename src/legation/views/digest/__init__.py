"""The digest: what a ledger has learned since a day, as a page of HTML, as PDF (`pdf`), as Markdown or as plain lines.

Importing this package loads the ledger: do it where a digest is written.
"""

from __future__ import annotations

from legation.views.digest.contents import Digest
from legation.views.digest.gathering import gather_digest
from legation.views.digest.lines import write_lines
from legation.views.digest.markdown import write_markdown
from legation.views.digest.page import write_html

__all__ = ["Digest", "gather_digest", "write_html", "write_lines", "write_markdown"]
