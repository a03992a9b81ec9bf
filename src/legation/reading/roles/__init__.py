"""Who did it to whom: the parties in the slots of a trigger's frame."""

from legation.reading.roles.filler import RoleFiller
from legation.reading.roles.party import INSIDE, Party, Roles

__all__ = ["INSIDE", "Party", "RoleFiller", "Roles"]
