"""`legation evaluate`: reports held against annotated events."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.views.cli.failures import SKIPPED, USAGE, Failure, guarded, say
from legation.views.cli.options import ScopeChoice, ScopeOption
from legation.views.cli.printing import JsonLines, counted
from legation.views.cli.writing import PAGES, write_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from legation.dispatch import Dispatch
    from legation.evaluation import Figures, Gold, Judged
    from legation.evaluation.judgements import JudgedAlike
    from legation.evaluation.stories import StoryFigures
    from legation.intake import Refusal
    from legation.judgement import Judgement
    from legation.walk import ReaderSet, Reading

_NAMED = 5
"""Missing documents that are named; the rest are counted."""


@guarded
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated events, a line of JSON each.", show_default=False)
    ],
    dispatches: Annotated[
        list[str],
        typer.Argument(metavar="DISPATCHES...", help="Files or folders with the dispatches.", show_default=False),
    ],
    errors: Annotated[
        Path | None,
        typer.Option("--errors", metavar="FILE", help="Write what is missed, extra or wrong to an .html file."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one line of JSON.")] = False,
    judgements: Annotated[
        Path | None,
        typer.Option("--judgements", metavar="FILE", help="Hold merging against what persons judged, as exported."),
    ] = None,
    scope: ScopeOption = ScopeChoice.international,
) -> None:
    """Measure how well annotated dispatches are read."""
    from legation.evaluation import GoldError, as_record, count, judge, load_gold  # noqa: PLC0415
    from legation.views.cli.judgement_lines import read_judgements  # noqa: PLC0415
    from legation.walk import ReaderSet  # noqa: PLC0415

    if errors is not None:
        _check_page(errors)
    made = read_judgements(judgements) if judgements else []
    try:
        wanted = load_gold(gold)
    except GoldError as error:
        raise Failure(str(error)) from None
    languages = ReaderSet()
    taken = Taken(gold, wanted, {end.dispatch for judgement in made for end in judgement.reports})
    taken.read(dispatches, languages, scope)
    judged = judge(wanted, {name: reading.reports for name, reading in taken.readings.items()})
    figures = count(judged)
    if errors is not None:
        write_whole(errors, _page(gold, judged, figures, taken.readings, languages))
    stories = _stories(gold, wanted, judged, taken.readings, languages)
    alike = _held_against(made, taken) if judgements else None
    if as_json:
        _print_json(as_record(figures), stories, alike)
    else:
        from legation.views.cli.figures import print_figures, print_judged, print_stories  # noqa: PLC0415

        print_figures(figures)
        if stories:
            print_stories(stories)
        if alike:
            print_judged(alike)
    _close(figures, errors)
    if taken.skipped:
        raise typer.Exit(SKIPPED)


def _print_json(record: dict[str, Any], stories: StoryFigures | None, alike: JudgedAlike | None) -> None:
    from legation.evaluation import judgements  # noqa: PLC0415
    from legation.evaluation.stories import as_record as of_stories  # noqa: PLC0415

    record |= {"stories": of_stories(stories)} if stories else {}
    record |= {"judgements": judgements.as_record(alike)} if alike else {}
    JsonLines().write(record)


def _held_against(made: Sequence[Judgement], taken: Taken) -> JudgedAlike:
    """What merging decides where persons have; the dispatches they judged need not be annotated."""
    from legation.evaluation.judgements import hold_against  # noqa: PLC0415

    readings = [*taken.readings.values(), *taken.besides.values()]
    return hold_against(
        made, [reading.dispatch for reading in readings], [report for reading in readings for report in reading.reports]
    )


def _check_page(path: Path) -> None:
    """Before anything is read: can the page be written?"""
    if path.suffix.lower() not in PAGES:
        raise Failure(f"--errors: {path}: .html is wanted", USAGE)
    if not path.parent.is_dir():
        raise Failure(f"{path}: no such folder")


def _close(figures: Figures, errors: Path | None) -> None:
    found = figures.detection
    parts = [
        counted(figures.documents, "document", "documents"),
        counted(found.wanted, "event", "events"),
        counted(found.reported, "report", "reports"),
    ]
    left_out = f"; {counted(figures.borderline, 'borderline event', 'borderline events')} left out"
    say(", ".join(parts) + (left_out if figures.borderline else ""))
    if errors is not None:
        say(f"wrote {errors}")


def _page(
    gold: Path, judged: Sequence[Judged], figures: Figures, readings: dict[str, Reading], languages: ReaderSet
) -> str:
    from legation.evaluation.passages import sentences  # noqa: PLC0415
    from legation.views.errors import gather_errors, write_html  # noqa: PLC0415  loads the template library

    dispatches = {name: reading.dispatch for name, reading in readings.items()}
    page = gather_errors(
        gold.name, judged, figures, dispatches, lambda found: sentences(found, languages.packs[found.language].syntax)
    )
    return write_html(page)


def _stories(
    path: Path, gold: Gold, judged: Sequence[Judged], readings: dict[str, Reading], languages: ReaderSet
) -> StoryFigures | None:
    """How well the reports are brought together, where the gold file has events and reprints beside it."""
    from legation.evaluation import GoldError  # noqa: PLC0415
    from legation.evaluation.passages import sentences  # noqa: PLC0415
    from legation.evaluation.stories import annotated_reports, load_stories, measure  # noqa: PLC0415

    try:
        stories = load_stories(path)
    except GoldError as error:
        raise Failure(str(error)) from None
    if stories is None:
        return None
    dispatches = {name: reading.dispatch for name, reading in readings.items()}
    made = annotated_reports(gold, dispatches, lambda d: sentences(d, languages.packs[d.language].syntax))
    return measure(stories, dispatches, list(made), judged)


class Taken:
    """The dispatches that a gold file names, read; `skipped` tells whether any of them was not.

    `besides` holds others that are wanted by their ids, by id.
    """

    def __init__(self, path: Path, gold: Gold, others: Collection[str] = ()) -> None:
        self.readings: dict[str, Reading] = {}
        self.besides: dict[str, Reading] = {}
        self.skipped = False
        self._path = path
        self._gold = gold
        self._others = others

    def read(self, paths: Sequence[str], languages: ReaderSet, scope: ScopeChoice) -> None:
        """Reads them, and says what was not as it should be.

        Raises:
            Failure: none of the documents is among the dispatches, or two dispatches have one name.
        """
        from legation.evaluation import document_name  # noqa: PLC0415
        from legation.intake import Limits, Refusal  # noqa: PLC0415
        from legation.views.cli.progress import ReadingProgress  # noqa: PLC0415
        from legation.walk import Reading, walk  # noqa: PLC0415

        limits, documents = Limits(), self._gold.documents
        refused: list[Refusal] = []

        def wanted(dispatch: Dispatch) -> bool:
            return document_name(dispatch.source) in documents or dispatch.id in self._others

        steps = walk(paths, languages, limits=limits, scope=scope.value, only=wanted)
        with ReadingProgress(paths, limits, total=len(documents)) as progress:
            for step in steps:
                if isinstance(step, Refusal):
                    refused.append(step)
                elif isinstance(step, Reading) and document_name(step.dispatch.source) in documents:
                    self._add(document_name(step.dispatch.source), step)
                    progress.advance()
                elif isinstance(step, Reading):
                    self.besides[step.dispatch.id] = step
        self._say_skipped(paths, refused)
        self._say_misplaced()

    def _add(self, name: str, reading: Reading) -> None:
        first = self.readings.setdefault(name, reading)
        if first.dispatch.id != reading.dispatch.id:
            raise Failure(f"two dispatches are named {name}: {first.dispatch.source} and {reading.dispatch.source}",
                          USAGE)  # fmt: skip

    def _say_skipped(self, paths: Sequence[str], refused: Sequence[Refusal]) -> None:
        """What was refused counts where the gold file or the command line names it; when documents are missing all
        of it is said, because it may be them.
        """
        missing = [name for name in self._gold.documents if name not in self.readings]
        for refusal in refused:
            file = re.sub(r":\d+\Z", "", refusal.path)
            named = refusal.path in paths or Path(refusal.path).name in self._gold.documents
            if named or (missing and Path(file) != self._path):
                say(str(refusal))
                self.skipped = True
        if len(missing) == len(self._gold.documents):
            raise Failure(f"{self._path}: none of the documents that it names is among the dispatches")
        if missing:
            named_few = ", ".join(missing[:_NAMED]) + (f" and {len(missing) - _NAMED} more" * (len(missing) > _NAMED))
            say(f"{self._path}: no dispatch was read for {named_few}: all events there count as missed")
            self.skipped = True

    def _say_misplaced(self) -> None:
        """A trigger that does not stand where the gold file says tells of another text, or of offsets in bytes."""
        misplaced = [
            event
            for name, reading in self.readings.items()
            for event in self._gold.documents[name]
            if not reading.dispatch.text.startswith(event.trigger, event.trigger_start)
        ]
        if misplaced:
            first = misplaced[0]
            others = f"; so it is with {len(misplaced) - 1} more" if len(misplaced) > 1 else ""
            say(f"{self._path}:{first.line}: {first.trigger!r} does not stand at {first.trigger_start} of "
                f"{first.document}{others}")  # fmt: skip
