"""Mentions of states, organisations, bodies, offices and people in one sentence, by their words alone.

What a mention stands for may still be open ("le ministre", "les deux pays"): `needs` then says what reference must
find. Offsets are code points into the clean text.
"""

from legation.reading.mentions.finder import MentionFinder
from legation.reading.mentions.mention import NAMING_KINDS, NEIGHBOUR, Mention

__all__ = ["NAMING_KINDS", "NEIGHBOUR", "Mention", "MentionFinder"]
