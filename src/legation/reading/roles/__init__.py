"""Who did it to whom: the parties in the slots of a trigger's frame."""

from legation.reading.roles.filler import RoleFiller
from legation.reading.roles.party import Party, Roles

__all__ = ["Party", "RoleFiller", "Roles"]
