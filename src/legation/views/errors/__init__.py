"""The errors page: what was wanted and what came, sentence by sentence.

Importing this package loads the template library: do it where a page is written.
"""

from __future__ import annotations

from legation.views.errors.contents import ErrorsPage
from legation.views.errors.gathering import gather_errors
from legation.views.errors.page import write_html

__all__ = ["ErrorsPage", "gather_errors", "write_html"]
