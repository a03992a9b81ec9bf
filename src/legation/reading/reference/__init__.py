"""Reference within a dispatch: what "le ministre", "les deux pays", "son homologue", "il", a bare surname stand for."""

from legation.reading.reference.discourse import Discourse

__all__ = ["Discourse"]
