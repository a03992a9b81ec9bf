"""The command line: a file per command.

Modules of commands import nothing heavy at their top, so that `legation --help` answers at once.
"""

from __future__ import annotations

from legation.views.cli.app import app, main

__all__ = ["app", "main"]
