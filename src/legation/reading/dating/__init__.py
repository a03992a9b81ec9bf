"""Dating: when an event takes place.

`Scope` tells which words of time belong to an act, `find_own_day` which day the dispatch itself has, `Clock` makes the
date of the two: the words of the clause, else the scene the act belongs to, else the dispatch's own day, else nothing.
"""

from legation.reading.dating.byline import with_day
from legation.reading.dating.clock import Clock
from legation.reading.dating.dated import Dated, due_window
from legation.reading.dating.options import Act, Option, options
from legation.reading.dating.weigher import DateWeigher

__all__ = ["Act", "Clock", "DateWeigher", "Dated", "Option", "due_window", "options", "with_day"]
