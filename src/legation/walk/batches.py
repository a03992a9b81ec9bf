"""Batches of dispatches, read here or by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

import msgspec

from legation.dispatch import Dispatch
from legation.intake import Refusal
from legation.walk.crew import Crew, Lost
from legation.walk.steps import Known, Languages, Reading

FEW = 4
"""Batches up to which one process reads faster than others have loaded their parsers."""

Step = Reading | Known | Refusal
Read = Callable[[Sequence[Dispatch]], Iterator[Reading | Refusal]]


class Workers(msgspec.Struct, frozen=True):
    """By how many processes to read, and what makes their readers there (it must be picklable).

    An input of at most `few` batches is read by one process.
    """

    number: int
    languages: Callable[[], Languages]
    few: int = FEW


class Batch:
    """What was taken in together; `kept` of it the ledger has already: (id, source)."""

    def __init__(self, items: Sequence[Dispatch | Refusal], kept: set[tuple[str, str]], again: bool) -> None:
        self.items = items
        self.kept = kept
        self._passed_over = set[tuple[str, str]]() if again else kept

    def fresh(self) -> list[Dispatch]:
        """What is to be read."""
        return [item for item in self.items if not isinstance(item, Refusal) and not self._is_known(item)]

    def _is_known(self, dispatch: Dispatch) -> bool:
        return (dispatch.id, dispatch.source) in self._passed_over

    def steps(self, told: Iterator[Reading | Refusal]) -> Iterator[Step]:
        """Every item with what came of it, in order; `told` has what was to be read."""
        for item in self.items:
            if isinstance(item, Refusal):
                yield item
            else:
                yield Known(item) if self._is_known(item) else next(told)


def read_batches(
    batches: Iterator[Batch],
    read: Read,
    workers: Workers | None,
    reader: Callable[[Callable[[], Languages]], Callable[[Sequence[Dispatch]], list[Reading | Refusal]]],
) -> Iterator[tuple[Batch, Iterator[Step]]]:
    """Every batch with its steps, in order. `read` reads here; `reader` makes in another process what reads there."""
    ahead: list[Batch] = []
    if workers is not None and workers.number > 1:
        ahead = list(islice(batches, workers.few + 1))
    if workers is None or len(ahead) <= workers.few:
        for batch in chain(ahead, batches):
            yield batch, batch.steps(read(batch.fresh()))
        return
    work = ((batch, batch.fresh() or None) for batch in chain(ahead, batches))
    made = Crew[Batch, Sequence[Dispatch], list[Reading | Refusal]](workers.number, partial(reader, workers.languages))
    with made as crew:
        for batch, told in crew.results(work):
            yield batch, batch.steps(iter(_refused(batch.fresh(), told) if isinstance(told, Lost) else told or ()))


def _refused(dispatches: Sequence[Dispatch], lost: Lost) -> list[Reading | Refusal]:
    others = f" with {len(dispatches) - 1} others" if len(dispatches) > 1 else ""
    reason = f"not read: the process that had it{others} {lost.how}; reading again makes it good"
    return [Refusal(dispatch.source, reason) for dispatch in dispatches]
