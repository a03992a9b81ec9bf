"""Placing: in which state an event takes place.

`Scenes` goes through the drafts of a dispatch: rules give each a first answer (the words of place in its clause, its
host, the scene), then `PlaceWeigher` weighs it against the other places at hand, none among them.
"""

from legation.reading.placing.options import Option, options
from legation.reading.placing.rules import Where
from legation.reading.placing.scenes import Scenes
from legation.reading.placing.weigher import PlaceWeigher

__all__ = ["Option", "PlaceWeigher", "Scenes", "Where", "options"]
