"""What stands in which slot of a trigger: subject, object, "à", "avec"…, along dependency paths.

Slots are those of the frames (frames.toml). Where the parser is known to go wrong a
repair reads the surface instead; its path then says so.
"""

from legation.reading.arguments.argument import (
    ADJECTIVE,
    BARE,
    CONTENT,
    CONTROL,
    OBJECT,
    POSSESSIVE,
    SUBJECT,
    SUPPORT,
    SUPPORT_RECIPIENT,
    UNDERGONE,
    Argument,
)
from legation.reading.arguments.grammar import Grammar

__all__ = [
    "ADJECTIVE",
    "BARE",
    "CONTENT",
    "CONTROL",
    "OBJECT",
    "POSSESSIVE",
    "SUBJECT",
    "SUPPORT",
    "SUPPORT_RECIPIENT",
    "UNDERGONE",
    "Argument",
    "Grammar",
]
