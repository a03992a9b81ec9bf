"""What the system says when it refuses, in words for people."""

from __future__ import annotations


def reason_of(error: OSError | ValueError) -> str:
    """What the system said, beginning in lower case, without the path: it goes behind the name of what was refused."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]
