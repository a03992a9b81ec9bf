"""Archives: millions of dispatches in Parquet, JSON lines and WARC, read on an engine into a folder of Parquet.

The engine is Daft, on this machine or on a Ray cluster; which machine does what, and what becomes of the work of one
that dies, is its matter. Ours are pieces of input that can be read alone, and a manifest of those that are done.
Nothing here is loaded before it is used: the engine comes with `legation[archive]`.
"""

from __future__ import annotations


class ArchiveError(Exception):
    """An archive cannot be read, written or gone on with; its text is one line for the user."""
