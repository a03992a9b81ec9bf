"""`legation watch`: feeds in, again and again, into the ledger."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.address import Address
from legation.reasons import reason_of
from legation.views.cli.failures import SKIPPED, USAGE, Failure, guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, FilledLedgerOption, ScopeChoice, ScopeOption
from legation.views.cli.printing import counted

if TYPE_CHECKING:
    from legation.intake.feeds.client import FetchLimits
    from legation.intake.feeds.fetching import Clock
    from legation.intake.feeds.memory import Memory
    from legation.intake.feeds.settings import FeedSettings
    from legation.ledger import Ledger
    from legation.walk import Languages

_LONGEST_WAIT = 7 * 24 * 60


@guarded
def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="The feeds to ask, and how.", show_default=False)],
    ledger: FilledLedgerOption = DEFAULT_LEDGER,
    once: Annotated[bool, typer.Option("--once", help="One round, then leave: for cron.")] = False,
    every: Annotated[
        float, typer.Option("--every", metavar="MINUTES", help="The time from one round's end to the next.")
    ] = 30.0,
    scope: ScopeOption = ScopeChoice.international,
) -> None:
    """Read feeds (RSS, Atom) and the articles behind them, until stopped."""
    from legation.intake.feeds.memory import place_beside  # noqa: PLC0415
    from legation.walk import ReaderSet  # noqa: PLC0415

    if not 1 <= every <= _LONGEST_WAIT:
        raise Failure(f"--every: 1 to {_LONGEST_WAIT} minutes are possible, not {every:g}", USAGE)
    settings = _settings(feeds)
    watching = Watching(settings, ledger, place_beside(ledger, feeds), ReaderSet(), scope)
    while True:
        skipped = watching.round()
        if once:
            raise typer.Exit(SKIPPED if skipped else 0)
        time.sleep(every * 60)


class WallClock:
    """The time of the machine."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        import asyncio  # noqa: PLC0415  which other commands do not need

        await asyncio.sleep(seconds)


class Watching:
    """Rounds over the feeds of one file into one ledger."""

    def __init__(
        self,
        settings: FeedSettings,
        ledger: Address,
        memory: Path,
        languages: Languages,
        scope: ScopeChoice = ScopeChoice.international,
        *,
        clock: Clock | None = None,
        limits: FetchLimits | None = None,
        allowed: frozenset[tuple[str, int]] = frozenset(),
    ) -> None:
        """`memory`: the file that remembers earlier rounds. `allowed`: addresses and ports that may be asked though
        they are not public; for tests alone.
        """
        self._settings, self._ledger, self._languages, self._scope = settings, ledger, languages, scope
        self._memory = memory
        self._clock, self._limits, self._allowed = clock or WallClock(), limits, allowed

    def round(self) -> int:
        """Asks all feeds once, reads what is new, keeps it; returns how many feeds and articles were skipped.

        Ctrl-C ends it like any fault: what was read is kept, what was fetched and not read is fetched the next time.
        """
        from legation.intake.feeds.memory import save_memory  # noqa: PLC0415

        with opened(self._ledger, create=True) as kept:
            memory = _remembered(self._memory, holds_any=kept.counts().dispatches > 0)
            try:
                return self._round(kept, memory)
            finally:
                save_memory(memory, self._memory)

    def _round(self, kept: Ledger, memory: Memory) -> int:
        from legation.intake import Refusal  # noqa: PLC0415
        from legation.intake.feeds.client import Client, FetchLimits  # noqa: PLC0415
        from legation.intake.feeds.rounds import FeedRound  # noqa: PLC0415
        from legation.views.cli.read import Tally  # noqa: PLC0415
        from legation.walk import walk_texts  # noqa: PLC0415

        client = Client(user_agent(self._settings.contact), self._limits or FetchLimits(), allowed=self._allowed)
        feeds = FeedRound(self._settings, memory, client, self._clock, kept.known_sources)
        texts = feeds.texts()
        steps = walk_texts(texts, self._languages, ledger=kept, scope=self._scope.value)
        tally = Tally(as_lines=False)
        try:
            for step in steps:
                if refused := tally.add(step):
                    say(refused)
                if isinstance(step, Refusal):
                    feeds.refused(step.path)
        finally:
            steps.close()  # keeps and merges what was read, also after Ctrl-C
            texts.close()
        feeds.settle()
        fates = feeds.fates
        others = ", ".join(f"{fates[fate]} {fate}" for fate in ("unchanged", "skipped") if fates[fate])
        say(f"asked {counted(sum(fates.values()), 'feed', 'feeds')}{f': {others}' if others else ''}")
        tally.finish(kept)
        sys.stdout.flush()  # the next round may be hours away
        return tally.skipped


def user_agent(contact: str | None) -> str:
    """How the program names itself to the sites it asks."""
    from legation import __version__  # noqa: PLC0415

    return f"legation/{__version__}{f' (+{contact})' if contact else ''}"


def _remembered(place: Path, *, holds_any: bool) -> Memory:
    """What is remembered of earlier rounds, as far as it still holds for this program and a ledger that holds any."""
    from legation import __version__  # noqa: PLC0415
    from legation.intake.feeds.memory import forget_answers, forget_refusals, load_memory  # noqa: PLC0415

    memory = load_memory(place)
    if memory.program != __version__:
        forget_refusals(memory)
    if not holds_any:
        forget_answers(memory)
    memory.program = __version__
    return memory


def _settings(path: Path) -> FeedSettings:
    from legation.intake.feeds.settings import FeedsFileError, read_settings  # noqa: PLC0415

    try:
        return read_settings(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise Failure(f"{path}: not UTF-8") from None
    except OSError as error:
        raise Failure(f"{path}: {reason_of(error)}") from None
    except FeedsFileError as error:
        separator = ":" if str(error)[:1].isdecimal() else ": "
        raise Failure(f"{path}{separator}{error}") from None
