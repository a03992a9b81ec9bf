"""Gathers the errors page from what was judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from legation.dispatch import Dispatch, Span
from legation.evaluation import Field, Figures, GoldEvent, Judged, Match
from legation.evaluation.matching import touches
from legation.evaluation.passages import sentence_at
from legation.report import Report
from legation.views.errors.contents import DocumentErrors, Entry, ErrorsPage, Passage, Tally, TypeRow
from legation.views.errors.entries import NAMES, extra_entry, missed_entry, wrong_entry
from legation.views.errors.marks import marked

Stretch = tuple[int, int]


def gather_errors(
    gold: str,
    judged: Sequence[Judged],
    figures: Figures,
    dispatches: Mapping[str, Dispatch],
    sentences: Callable[[Dispatch], Sequence[Span]],
) -> ErrorsPage:
    """The page. `dispatches` are those read, by document name; `sentences` divides one."""
    faulty = [one for one in judged if one.read and not one.faultless]
    found = figures.detection
    return ErrorsPage(
        gold=gold,
        summary=f"{figures.documents} dispatches, {found.wanted} events, {found.reported} reports: "
        f"precision {found.precision:.2f}, recall {found.recall:.2f}, F1 {found.f1:.2f}; "
        f"with parties F1 {figures.with_parties.f1:.2f}",
        tallies=_tallies(judged, figures),
        fields=tuple(NAMES.values()),
        types=_types(judged, figures),
        documents=tuple(
            _document(number, one, dispatches[one.document], sentences(dispatches[one.document]))
            for number, one in enumerate(faulty, start=1)
        ),
        faultless=tuple(one.document for one in judged if one.read and one.faultless),
        unread=tuple(one.document for one in judged if not one.read),
    )


def _tallies(judged: Sequence[Judged], figures: Figures) -> tuple[Tally, ...]:
    found = figures.detection
    mistaken = sum(bool(_rivals(event, one)) for one in judged for event in one.missed)
    silent = f"{figures.silent.count} in {figures.silent.of} dispatches without events" if figures.silent.of else ""
    return (
        Tally("missed", found.wanted - found.found, found.wanted, f"{mistaken} of them told as another type"),
        Tally("extra", found.reported - found.right, found.reported, silent),
        *(Tally(f"wrong {name}", share.of - share.count, share.of, "")
          for field, name in NAMES.items() for share in [figures.of_matched[field]]),
    )  # fmt: skip


def _types(judged: Sequence[Judged], figures: Figures) -> tuple[TypeRow, ...]:
    """A row a type with errors, those with the most missed and extra ones first."""
    matches = [match for one in judged for match in one.matches]
    rows = [
        TypeRow(
            name, found.wanted, found.wanted - found.found, found.reported - found.right, _wrong_fields(matches, name)
        )
        for name, found in figures.by_type.items()
    ]
    faulty = [row for row in rows if row.missed or row.extra or any(row.wrong)]
    return tuple(sorted(faulty, key=lambda row: (-(row.missed + row.extra), row.name)))


def _wrong_fields(matches: Iterable[Match], type_name: str) -> tuple[int, ...]:
    of_type = [match.comparison.wrong for match in matches if match.event.type == type_name]
    return tuple(sum(field in wrong for wrong in of_type) for field in NAMES)


def _rivals(event: GoldEvent, one: Judged) -> list[Report]:
    return [report for report in one.extra if report.type not in event.types and touches(event, report)]


def _document(number: int, one: Judged, dispatch: Dispatch, sentences: Sequence[Span]) -> DocumentErrors:
    wrong = [match for match in one.matches if _listed(match)]
    return DocumentErrors(
        number=number,
        name=one.document,
        title=dispatch.title,
        published=dispatch.published,
        summary=f"{len(one.events)} events, {len(one.reports)} reports: "
        f"{len(one.missed)} missed, {len(one.extra)} extra, {len(wrong)} with wrong fields",
        passages=_passages(one, wrong, dispatch, sentences),
    )


def _listed(match: Match) -> list[Field]:
    return [field for field in match.comparison.wrong if field in NAMES]


def _passages(
    one: Judged, wrong: Sequence[Match], dispatch: Dispatch, sentences: Sequence[Span]
) -> tuple[Passage, ...]:
    """The sentences that hold errors, each with all of its own."""
    found: dict[Stretch, _Gathered] = {}

    def gathered(start: int, end: int) -> _Gathered:
        sentence = sentence_at(sentences, dispatch, start, end)
        return found.setdefault((sentence.start, sentence.end), _Gathered(sentence))

    for event in one.missed:
        at = _stretch(event)
        gathered(*at).add(at[0], missed_entry(event, _rivals(event, one)), wanted=at)
    for match in wrong:
        at, came = _stretch(match.event), (match.report.trigger.start, match.report.trigger.end)
        passage = gathered(*at)
        elsewhere = not passage.sentence.start <= came[0] < passage.sentence.end
        passage.add(at[0], wrong_entry(match, elsewhere=elsewhere), wanted=at, came=came)
    for report in one.extra:
        came = report.trigger.start, report.trigger.end
        gathered(*came).add(came[0], extra_entry(report), came=came)
    return tuple(found[key].passage() for key in sorted(found))


def _stretch(event: GoldEvent) -> Stretch:
    return event.trigger_start, event.trigger_start + len(event.trigger)


class _Gathered:
    """A sentence and the errors found in it so far."""

    def __init__(self, sentence: Span) -> None:
        self.sentence = sentence
        self._entries: list[tuple[int, Entry]] = []
        self._wanted: list[Stretch] = []
        self._came: list[Stretch] = []

    def add(self, at: int, entry: Entry, *, wanted: Stretch | None = None, came: Stretch | None = None) -> None:
        """Takes an error that stands at an offset, with the triggers of its two sides."""
        self._entries.append((at, entry))
        self._wanted += [wanted] if wanted else []
        self._came += [came] if came else []

    def passage(self) -> Passage:
        """The sentence with its triggers marked and its errors in order."""
        entries = tuple(entry for _, entry in sorted(self._entries, key=lambda pair: pair[0]))
        return Passage(marked(self.sentence, self._wanted, self._came), entries)
