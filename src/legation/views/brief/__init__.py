"""The brief: what a desk officer reads before a meeting, as a page of HTML, as PDF (`pdf`) or as Markdown.

Importing this package loads the ledger and the chart library: do it where a brief is written.
"""

from __future__ import annotations

from legation.views.brief.contents import Brief
from legation.views.brief.gathering import gather_brief
from legation.views.brief.markdown import write_markdown
from legation.views.brief.page import write_html

__all__ = ["Brief", "gather_brief", "write_html", "write_markdown"]
