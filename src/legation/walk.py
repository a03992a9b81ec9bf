"""The way of a dispatch: intake → reading → merging → ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from legation import __version__
from legation.dispatch import Dispatch, OwnDate
from legation.intake import FoundText, Limits, PlaceCode, Refusal, take_in, take_in_texts
from legation.intake.folding import fold_words
from legation.intake.outlets import load_outlets
from legation.report import Report

if TYPE_CHECKING:
    from legation.language.pack import LanguagePack
    from legation.ledger import Ledger
    from legation.reading.attribution import Agency

Wanted = Literal["international", "all"]

BATCH = 32
"""Dispatches that are read together and kept in one transaction."""
BATCH_CHARACTERS = 1_000_000
"""Characters after which a batch of long dispatches is closed."""
_SHORTEST_NAME = 3
"""Letters of the shortest name by which a text may mean an agency: "AP" and "EP" stand for too much else."""
_LONGEST_FAULT = 200


class Reading(msgspec.Struct, frozen=True):
    """A dispatch and what it reports, within the scope asked for."""

    dispatch: Dispatch
    reports: tuple[Report, ...]


class Known(msgspec.Struct, frozen=True):
    """A dispatch that the ledger has already, read by this version of the program: it was not read again."""

    dispatch: Dispatch


class DispatchReader(Protocol):
    """What the walk needs of `legation.reading.reader.Reader`."""

    def read(self, dispatch: Dispatch) -> tuple[Report, ...]:
        """The reports of one dispatch."""
        ...

    def read_many(self, dispatches: Iterable[Dispatch]) -> Iterator[tuple[Report, ...]]:
        """The reports of each dispatch, in order."""
        ...


class Languages(Protocol):
    """What the walk needs of `ReaderSet`: the packs for intake, the readers for reading."""

    @property
    def packs(self) -> Mapping[str, LanguagePack]:
        """The language packs by code."""
        ...

    @property
    def place_code(self) -> PlaceCode:
        """The state in which a dateline's place lies."""
        ...

    def reader(self, language: str) -> DispatchReader:
        """The reader of a language."""
        ...


def walk(
    paths: Sequence[str],
    languages: Languages,
    *,
    ledger: Ledger | None = None,
    limits: Limits = Limits(),  # noqa: B008  frozen
    scope: Wanted = "international",
    again: bool = False,
    only: Callable[[Dispatch], bool] | None = None,
) -> Generator[Reading | Known | Refusal, None, None]:
    """Takes in what `paths` name, reads it, keeps it in the ledger (if one is given) and merges it there into events.

    What cannot be read comes as a `Refusal` in its place. The ledger keeps the reports of the scope asked for; with
    `scope="all"` domestic ones too. What it has already is read again only with `again` (and changes nothing there).
    With `only`, dispatches for which it says no are passed over, unread.
    However the walk ends, also when it is broken off, what was read until then is kept and merged.

    Raises:
        LedgerError: the ledger failed.
    """
    taken = take_in(paths, packs=languages.packs, limits=limits, place_code=languages.place_code)
    incoming = (item for item in taken if only is None or isinstance(item, Refusal) or only(item))
    yield from _follow(incoming, languages, ledger, scope, again)


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
    yield from _follow(taken, languages, ledger, scope, False)


def _follow(
    incoming: Iterable[Dispatch | Refusal], languages: Languages, ledger: Ledger | None, scope: Wanted, again: bool
) -> Generator[Reading | Known | Refusal, None, None]:
    program = program_name(scope)
    with _Keeping(ledger, program) as keeping:
        for batch in _batches(incoming):
            known = keeping.known(batch)
            for step in _read(batch, set() if again else known, languages):
                told = _within(step, scope)
                keeping.add(told)
                yield told


def program_name(scope: Wanted) -> str:
    """The name under which the ledger keeps readings: those of all events are another program's than the rest."""
    return __version__ if scope == "international" else f"{__version__}+{scope}"


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


def _read(
    batch: Sequence[Dispatch | Refusal], known: set[tuple[str, str]], languages: Languages
) -> Iterator[Reading | Known | Refusal]:
    fresh: dict[str, list[Dispatch]] = {}
    for item in batch:
        if isinstance(item, Dispatch) and (item.id, item.source) not in known:
            fresh.setdefault(item.language, []).append(item)
    told = {language: _told_in(language, dispatches, languages) for language, dispatches in fresh.items()}
    for item in batch:
        if isinstance(item, Refusal):
            yield item
        elif (item.id, item.source) in known:
            yield Known(item)
        else:
            yield next(told[item.language])


def _told_in(language: str, dispatches: Sequence[Dispatch], languages: Languages) -> Iterator[Reading | Refusal]:
    """Reads dispatches of one language; where its parser is not installed, refuses them and says how to get it."""
    from legation.reading.parse import MissingParserError  # noqa: PLC0415  reading loads much

    try:
        reader = languages.reader(language)
    except MissingParserError as error:
        return iter([Refusal(dispatch.source, f"language {language} has {error}") for dispatch in dispatches])
    return _told(reader, dispatches)


def _reading(dispatch: Dispatch, reports: tuple[Report, ...]) -> Reading:
    """A dispatch with its reports; one in whose text reading has found the day that intake did not has that day."""
    if dispatch.own_date is None and reports and reports[0].dispatch.published:
        dispatch = msgspec.structs.replace(dispatch, own_date=OwnDate(reports[0].dispatch.published, "text"))
    return Reading(dispatch, reports)


def _told(reader: DispatchReader, dispatches: Sequence[Dispatch]) -> Iterator[Reading | Refusal]:
    """Reads together; when one dispatch makes the reader fail, the rest one by one, so that only that one is lost."""
    stream = reader.read_many(dispatches)
    done = 0
    try:
        for dispatch in dispatches:
            yield _reading(dispatch, next(stream))
            done += 1
    except Exception:
        for dispatch in dispatches[done:]:
            yield _told_alone(reader, dispatch)


def _told_alone(reader: DispatchReader, dispatch: Dispatch) -> Reading | Refusal:
    try:
        return _reading(dispatch, reader.read(dispatch))
    except Exception as error:
        said = f"{type(error).__name__}: {error}"[:_LONGEST_FAULT]
        return Refusal(dispatch.source, f"could not be read, a fault of this program ({said})")


class _Keeping:
    """Keeps readings in batches; when it ends, whatever the reason, what is left, and merges. Without one: nothing."""

    def __init__(self, ledger: Ledger | None, program: str) -> None:
        self._ledger = ledger
        self._program = program
        self._waiting: list[tuple[Dispatch, tuple[Report, ...]]] = []
        self._known: set[tuple[str, str]] = set()

    def __enter__(self) -> _Keeping:
        return self

    def known(self, batch: Iterable[Dispatch | Refusal]) -> set[tuple[str, str]]:
        """Which dispatches the ledger has: (id, source). Read for all events means read for international ones too."""
        ledger = self._ledger
        if ledger is not None:
            programs = dict.fromkeys((self._program, program_name("all")))
            self._known = {
                (item.id, item.source)
                for item in batch
                if isinstance(item, Dispatch) and any(ledger.knows(item, program=name) for name in programs)
            }
        return self._known

    def add(self, step: Reading | Known | Refusal) -> None:
        """Takes a step; keeps what has come together once it fills a batch."""
        if self._ledger is None or not isinstance(step, Reading):
            return
        if (step.dispatch.id, step.dispatch.source) in self._known:
            return
        self._waiting.append((step.dispatch, step.reports))
        if len(self._waiting) >= BATCH:
            self._keep()

    def _keep(self) -> None:
        assert self._ledger is not None
        waiting, self._waiting = self._waiting, []
        self._ledger.keep(waiting, program=self._program)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ledger is None:
            return
        from legation.ledger import LedgerError  # noqa: PLC0415  loaded by now, where there is a ledger

        if isinstance(error, LedgerError):
            return
        if self._waiting:
            self._keep()
        if kind is None or self._ledger.counts().stale:
            self._ledger.update_events()


class ReaderSet:
    """The readers of all languages that have a pack; each is built when its first dispatch comes."""

    def __init__(self) -> None:
        self._readers: dict[str, DispatchReader] = {}

    @cached_property
    def packs(self) -> Mapping[str, LanguagePack]:
        """The language packs by code."""
        from legation.language.pack import available, load_pack  # noqa: PLC0415  reads every data file

        return {code: load_pack(code) for code in available()}

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """States by the folded names of their towns and their own; a name that several share is left out."""
        found: dict[str, set[str]] = {}
        for capitals_only in (False, True):
            of_kind: dict[str, set[str]] = {}
            for pack in self.packs.values():
                for code, names in pack.states.items():
                    said = (names.name, *names.names, *names.capitals) if capitals_only else names.cities
                    for name in said:
                        of_kind.setdefault(fold_words(name), set()).add(code)
            found |= of_kind
        return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}

    @property
    def place_code(self) -> PlaceCode:
        """The state in which a dateline's place lies; None where nothing or more than one bears the name."""
        places = self._places
        return lambda place: places.get(fold_words(place))

    def reader(self, language: str) -> DispatchReader:
        """The reader of a language; loads its parser."""
        if language not in self._readers:
            from legation.reading.reader import Reader  # noqa: PLC0415  loads spaCy

            self._readers[language] = Reader(self.packs[language], agencies=agencies())
        return self._readers[language]


def agencies() -> dict[str, Agency]:
    """Agencies, broadcasters and newspapers by the lower-case names that texts use for them.

    A name that two share ("APS") is left out, and so is one word that may be just a word ("Libération", "Granma"):
    of newspapers only names of several words, or in capitals.
    """
    from legation.reading.attribution import Agency  # noqa: PLC0415  reading loads much

    named: list[tuple[str, Agency]] = []
    for outlet in load_outlets().all:
        if outlet.kind not in ("agency", "broadcaster", "newspaper"):
            continue
        for name in dict.fromkeys((outlet.name, *outlet.aliases)):
            plain = outlet.kind == "newspaper" and " " not in name and not name.isupper()
            if len(name) >= _SHORTEST_NAME and not plain:
                named.append((name.lower(), Agency(outlet.name, outlet.state)))
    holders = Counter(name for name, _ in set(named))
    return {name: agency for name, agency in named if holders[name] == 1}
