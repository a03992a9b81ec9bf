"""One report per event and dispatch: tellings of the same event become mentions of one report.

Two tellings can be of one event when type and parties agree and nothing contradicts it; whether they are is weighed by
plain signs: how far apart they stand, what their words share, dates, people, modes. Joining too little makes extras,
joining too freely loses events.
"""

from legation.reading.gathering.gatherer import Gatherer, can_be_one
from legation.reading.gathering.signs import signs

__all__ = ["Gatherer", "can_be_one", "signs"]
