"""`cameo`: a row for each pair of actor and recipient, with CAMEO's roots, to go on with older series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations, product
from typing import BinaryIO

from legation.event import Event
from legation.report import Participant
from legation.views.escaping import one_line
from legation.views.exports.cameo_codes import CameoCodes, load_cameo
from legation.views.exports.cells import Cell, TableWriter
from legation.views.exports.folding import Folded, folded
from legation.views.exports.material import Material
from legation.views.exports.registry import Written

COLUMNS = (
    "event_id", "date", "first_day", "last_day", "source", "source_sector", "target", "target_sector", "cameo_root",
    "cameo_name", "quad_class", "plover_type", "plover_mode", "plover_intensity", "told_as_type", "told_as_status",
    "joint", "dispatches", "independent_sources",
)  # fmt: skip


def write(material: Material, stream: BinaryIO) -> Written:
    """A heading and the rows; events that did not take place, or have one party only, are left out."""
    table, codes = TableWriter(stream, "\t"), load_cameo()
    table.write(COLUMNS)
    count = left_out = 0
    for event in material.events:
        told = folded(event)
        pairs = list(dyads(event)) if told else []
        if told is None or not pairs:
            left_out += 1
            continue
        for source, target in pairs:
            cells = _row(event, told, source, target, codes)
            table.write([one_line(cell) if isinstance(cell, str) else cell for cell in cells])
        count += len(pairs)
    return Written(count, "rows", left_out)


def dyads(event: Event) -> Iterator[tuple[Participant, Participant]]:
    """Who acts on whom, a pair of codes once. Where nobody is acted upon those who act together do so on each other."""
    acting, acted_upon = _parties(event.actors), _parties(event.recipients)
    return product(acting, acted_upon) if acted_upon else permutations(acting, 2)


def _parties(taking_part: Sequence[Participant]) -> list[Participant]:
    """One participant a code: the first."""
    found: dict[str, Participant] = {}
    for one in taking_part:
        found.setdefault(one.code, one)
    return list(found.values())


def _row(event: Event, told: Folded, source: Participant, target: Participant, codes: CameoCodes) -> tuple[Cell, ...]:
    code = codes.root(told.type, told.mode)
    root = codes.roots[code]
    return (
        event.id,
        told.day,
        told.first_day,
        told.last_day,
        source.code,
        source.sector,
        target.code,
        target.sector,
        code,
        root.name,
        root.quad,
        told.type,
        told.mode,
        told.intensity,
        event.type,
        event.status,
        int(not event.recipients),
        event.dispatches,
        event.independent_sources,
    )
