"""Triggers: which words of a parsed sentence tell of an event, by the lexicon's entries.

Matched on surface forms (generated from the lexicon), because a parser's part of speech and lemma fail too often on
participles and on nouns that look like verbs; the parse then decides between verb and noun, and what the object is.
"""

from legation.reading.triggers.classes import Classes
from legation.reading.triggers.finder import TriggerFinder
from legation.reading.triggers.hit import Hit

__all__ = ["Classes", "Hit", "TriggerFinder"]
