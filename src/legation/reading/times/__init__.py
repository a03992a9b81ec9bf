"""Times: which words of a text say when, and what dates they come to.

`find` reads a text without knowing its date; `resolve` makes an EDTF date of what it found, given the dispatch's own
date, the date told before, and the tense of the clause. What is not known stays unknown.
"""

from legation.reading.times.expression import Resolved, TimeExpression, TimeParts
from legation.reading.times.find import find
from legation.reading.times.resolve import resolve

__all__ = ["Resolved", "TimeExpression", "TimeParts", "find", "resolve"]
