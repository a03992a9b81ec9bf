"""The way of a dispatch: intake → reading → merging → ledger."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from legation.dispatch import Dispatch, OwnDate
from legation.intake import FoundText, Limits, Patience, Refusal, TimeUp, take_in, take_in_texts
from legation.report import Report
from legation.walk.batches import Batch, Workers, read_batches
from legation.walk.keeping import BATCH, Keeping, program_name
from legation.walk.steps import DispatchReader, Known, Languages, Reading, Wanted

if TYPE_CHECKING:
    from legation.ledger import Ledger

BATCH_CHARACTERS = 1_000_000
"""Characters after which a batch of long dispatches is closed."""
_LONGEST_FAULT = 200


def walk(
    paths: Sequence[str],
    languages: Languages,
    *,
    ledger: Ledger | None = None,
    limits: Limits = Limits(),  # noqa: B008  frozen
    scope: Wanted = "international",
    again: bool = False,
    only: Callable[[Dispatch], bool] | None = None,
    workers: Workers | None = None,
) -> Generator[Reading | Known | Refusal, None, None]:
    """Takes in what `paths` name, reads it, keeps it in the ledger (if one is given) and merges it there into events.

    What cannot be read comes as a `Refusal` in its place. The ledger keeps the reports of the scope asked for; with
    `scope="all"` domestic ones too. What it has already is read again only with `again` (and changes nothing there).
    With `only`, dispatches for which it says no are passed over, unread. With `workers` several processes read, and
    what comes out is the same, in the same order; of a process that ends the dispatches it was reading are refused.
    However the walk ends, also when it is broken off, what was read until then is kept and merged.

    Raises:
        LedgerError: the ledger failed.
    """
    taken = take_in(paths, packs=languages.packs, limits=limits, place_code=languages.place_code)
    incoming = (item for item in taken if only is None or isinstance(item, Refusal) or only(item))
    yield from _follow(incoming, languages, ledger, limits, scope, again, workers)


def walk_texts(
    texts: Iterable[FoundText | Refusal],
    languages: Languages,
    *,
    ledger: Ledger | None = None,
    limits: Limits = Limits(),  # noqa: B008  frozen
    scope: Wanted = "international",
) -> Generator[Reading | Known | Refusal, None, None]:
    """The same way for texts that are at hand already; `texts` is taken a batch at a time.

    Raises:
        LedgerError: the ledger failed.
    """
    taken = take_in_texts(texts, packs=languages.packs, limits=limits, place_code=languages.place_code)
    yield from _follow(taken, languages, ledger, limits, scope, False)


def _follow(
    incoming: Iterable[Dispatch | Refusal],
    languages: Languages,
    ledger: Ledger | None,
    limits: Limits,
    scope: Wanted,
    again: bool,
    workers: Workers | None = None,
) -> Generator[Reading | Known | Refusal, None, None]:
    program = program_name(scope)
    with Keeping(ledger, program) as keeping:
        read = partial(_read, languages=languages, limits=limits)
        batches = (Batch(items, keeping.known(items), again) for items in _batches(incoming))
        for batch, steps in read_batches(batches, read, workers, partial(_reader, limits=limits)):
            for step in steps:
                told = _within(step, scope)
                keeping.add(told, batch.kept)
                yield told


def _within(step: Reading | Known | Refusal, scope: Wanted) -> Reading | Known | Refusal:
    if scope == "all" or not isinstance(step, Reading):
        return step
    return Reading(step.dispatch, tuple(report for report in step.reports if report.scope == scope))


def _batches(incoming: Iterable[Dispatch | Refusal]) -> Iterator[list[Dispatch | Refusal]]:
    batch: list[Dispatch | Refusal] = []
    characters = 0
    for item in incoming:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Dispatch) else 0
        if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _read(dispatches: Sequence[Dispatch], *, languages: Languages, limits: Limits) -> Iterator[Reading | Refusal]:
    """Reads dispatches together, those of each language by its reader, and gives them in their order."""
    of: dict[str, list[Dispatch]] = {}
    for dispatch in dispatches:
        of.setdefault(dispatch.language, []).append(dispatch)
    told = {language: _told_in(language, some, languages, limits) for language, some in of.items()}
    for dispatch in dispatches:
        yield next(told[dispatch.language])


def _reader(
    languages: Callable[[], Languages], *, limits: Limits
) -> Callable[[Sequence[Dispatch]], list[Reading | Refusal]]:
    """What reads in another process, with languages made there."""
    made = languages()
    return lambda dispatches: list(_read(dispatches, languages=made, limits=limits))


def _told_in(
    language: str, dispatches: Sequence[Dispatch], languages: Languages, limits: Limits
) -> Iterator[Reading | Refusal]:
    """Reads dispatches of one language; where its parser is not installed, refuses them and says how to get it."""
    from legation.reading.parse import MissingParserError  # noqa: PLC0415  reading loads much

    try:
        reader = languages.reader(language)
    except MissingParserError as error:
        return iter([Refusal(dispatch.source, f"language {language} has {error}") for dispatch in dispatches])
    return _told(reader, dispatches, limits)


def _reading(dispatch: Dispatch, reports: tuple[Report, ...]) -> Reading:
    """A dispatch with its reports; one in whose text reading has found the day that intake did not has that day."""
    if dispatch.own_date is None and reports and reports[0].dispatch.published:
        dispatch = msgspec.structs.replace(dispatch, own_date=OwnDate(reports[0].dispatch.published, "text"))
    return Reading(dispatch, reports)


def _told(reader: DispatchReader, dispatches: Sequence[Dispatch], limits: Limits) -> Iterator[Reading | Refusal]:
    """Reads together; when one dispatch makes the reader fail, or takes the time of all, the rest are read one by one,
    so that only that one is lost.
    """
    stream = reader.read_many(dispatches)
    seconds = limits.time_for(sum(len(dispatch.text) for dispatch in dispatches))
    done = 0
    try:
        for dispatch in dispatches:
            with Patience(seconds):
                reports = next(stream)
            yield _reading(dispatch, reports)
            done += 1
    except (Exception, TimeUp):
        for dispatch in dispatches[done:]:
            yield _told_alone(reader, dispatch, limits)


def _told_alone(reader: DispatchReader, dispatch: Dispatch, limits: Limits) -> Reading | Refusal:
    size = len(dispatch.text)
    try:
        with Patience(limits.time_for(size)):
            return _reading(dispatch, reader.read(dispatch))
    except TimeUp:
        return Refusal(dispatch.source, limits.too_slow(size))
    except Exception as error:
        said = f"{type(error).__name__}: {error}"[:_LONGEST_FAULT]
        return Refusal(dispatch.source, f"could not be read, a fault of this program ({said})")
