"""The dispatches that a digest quotes, numbered as they stand at its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from legation.views.brief.contents import DispatchLine, Dispute, Headline, Pledge
from legation.views.brief.material import Material, dispatch_lines
from legation.views.brief.shortening import NAME, POINT, cut
from legation.views.digest.contents import Digest, Group
from legation.views.wording import Interface

P = TypeVar("P", Pledge, Dispute)


def with_dispatches(digest: Digest, material: Material, interface: Interface) -> Digest:
    """The digest with the list of the dispatches it quotes, from 1 on, and its quotations with these numbers."""
    headlines = [one for group in digest.groups for one in group.events]
    headlines += [one.headline for one in (*digest.promises, *digest.settled, *digest.overdue)]
    quoted = {number for one in headlines for number in one.dispatches}
    numbers = {old: new for new, old in enumerate(sorted(quoted), start=1)}

    def renumbered(one: Headline) -> Headline:
        return msgspec.structs.replace(one, dispatches=tuple(numbers[n] for n in one.dispatches if n in numbers))

    def inside(ones: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(msgspec.structs.replace(one, headline=renumbered(one.headline)) for one in ones)

    return msgspec.structs.replace(
        digest,
        groups=tuple(Group(one.parties, tuple(map(renumbered, one.events))) for one in digest.groups),
        promises=inside(digest.promises),
        settled=inside(digest.settled),
        overdue=inside(digest.overdue),
        disputes=inside(digest.disputes),
        dispatches=tuple(_line(one, numbers) for one in dispatch_lines(material, interface) if one.number in numbers),
    )


def _line(line: DispatchLine, numbers: Mapping[int, int]) -> DispatchLine:
    """A line with its new number, and no longer than a few lines of a page; the address behind a link stays whole."""
    return msgspec.structs.replace(
        line,
        number=numbers[line.number],
        reprint_of=numbers.get(line.reprint_of) if line.reprint_of else None,
        title=cut(line.title, POINT) if line.title else None,
        outlet=cut(line.outlet, NAME) if line.outlet else None,
        source=cut(line.source, POINT),
    )
