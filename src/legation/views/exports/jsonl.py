"""`jsonl`: the event records, each with its reports whole."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from legation.views.exports.material import Material, batches
from legation.views.exports.registry import Written

_AT_ONCE = 200
"""Events whose reports are fetched together."""


def write(material: Material, stream: BinaryIO) -> Written:
    """A line an event: the public record, in which `reports` holds whole reports."""
    encoder = msgspec.json.Encoder()
    count = 0
    for events in batches(material.events, _AT_ONCE):
        reports = material.reports([told.id for event in events for told in event.reports])
        for event in events:
            whole = [reports.get(told.id, told) for told in event.reports]
            stream.write(encoder.encode(msgspec.structs.asdict(event) | {"reports": whole}) + b"\n")
        count += len(events)
    return Written(count, "events")
