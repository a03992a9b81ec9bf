"""Where the time of reading goes: the share of each stage, sampled while texts are read.

python benchmarks/reading_profile.py [--words N]

The texts are those of benchmarks/reading_speed.py. Every two milliseconds of processor time a signal looks at what is
being called; the stage is the first module of `legation.reading` below the reader and the teller, which lead from stage
to stage. Nothing is traced, so that small functions do not look slower than they are.
"""

from __future__ import annotations

import argparse
import signal
from collections import Counter
from pathlib import Path
from types import FrameType

from reading_speed import ordinary_french, written_dispatches
from table import Table, add_option, show

from legation.dispatch import Dispatch, text_id
from legation.language.pack import load_pack
from legation.reading import reader as _reader
from legation.reading.reader import Reader

_EVERY = 0.002
_ROOM = Path(_reader.__file__).parent
_CALLERS = {"reader", "telling"}
"""Modules that lead from stage to stage."""
_FEW = 0.01
"""Stages below this share are told together."""


def stage_of(frame: FrameType | None) -> str:
    """The stage that is at work in a frame."""
    files = []
    while frame is not None:
        files.append(Path(frame.f_code.co_filename))
        frame = frame.f_back
    stages = [
        file.relative_to(_ROOM).parts[0].removesuffix(".py") for file in reversed(files) if file.is_relative_to(_ROOM)
    ]
    return next((stage for stage in stages if stage not in _CALLERS), stages[-1] if stages else "elsewhere")


def sampled(reader: Reader, texts: list[str]) -> Counter[str]:
    """How often each stage was met with while these texts were read."""
    dispatches = [Dispatch(text_id(text), text, "profile", reader.pack.code) for text in texts]
    for _ in reader.read_many(dispatches):  # what is made once is made now
        pass
    found: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: found.update((stage_of(frame),)))
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        for _ in reader.read_many(dispatches):
            pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return found


def table(found: dict[str, Counter[str]]) -> Table:
    """The shares of all stages in each kind of text, the largest first."""
    shares = {title: {stage: n / own.total() for stage, n in own.items()} for title, own in found.items()}
    stages = {stage for own in shares.values() for stage in own}
    most = {stage: max(own.get(stage, 0) for own in shares.values()) for stage in stages}
    shown = sorted((stage for stage in stages if most[stage] >= _FEW), key=lambda stage: -most[stage])
    rows = [(f"`{stage}`", *(f"{own.get(stage, 0):.0%}" for own in shares.values())) for stage in shown]
    rest = (1 - sum(own.get(stage, 0) for stage in shown) for own in shares.values())
    rows.append((f"{len(stages) - len(shown)} others", *(f"{max(0, share):.0%}" for share in rest)))
    samples = ", ".join(f"{own.total():,} in {title}" for title, own in found.items())
    return Table(("stage", *found), rows, (f"Samples: {samples}.",))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--words", type=int, default=15_000, help="about how many words of each text")
    add_option(parser)
    asked = parser.parse_args()
    reader = Reader(load_pack("fr"))
    texts = {"ordinary French": ordinary_french(asked.words), "dispatches": written_dispatches(asked.words)}
    show(table({name: sampled(reader, some) for name, some in texts.items() if some}), as_json=asked.json)


if __name__ == "__main__":
    main()
