"""Exports: what the ledger knows in the forms that other programs open, one module a format.

Importing this package is quick; what a format needs is loaded when it is written.
"""

from __future__ import annotations

from legation.views.exports.registry import FORMATS, Format, Written, write, write_material

__all__ = ["FORMATS", "Format", "Written", "write", "write_material"]
