"""One dispatch in, its reports out: the stages of reading in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from legation.dispatch import Dispatch
from legation.fitted import load_fitted
from legation.language.pack import LanguagePack
from legation.language.words import split_words
from legation.reading.arguments import Grammar
from legation.reading.attribution import Agency, AttributionReader
from legation.reading.clean import Clean, clean
from legation.reading.completing import Completer
from legation.reading.confidence import Confidence, without_lone
from legation.reading.content import ContentReader
from legation.reading.dating import DateWeigher, with_day
from legation.reading.gate import passing
from legation.reading.gathering import Gatherer
from legation.reading.heads import Rehanger
from legation.reading.mentions import MentionFinder
from legation.reading.names import acting_state, build_index
from legation.reading.no_act import NoAct
from legation.reading.parse import load_parser, parse
from legation.reading.people import People, WellKnown
from legation.reading.placing import PlaceWeigher
from legation.reading.promising import PromiseReader
from legation.reading.reporting import Reporter
from legation.reading.roles import RoleFiller
from legation.reading.sentences import find_sentences
from legation.reading.status import StatusReader
from legation.reading.support import SupportFinder
from legation.reading.telling import Teller, Tools
from legation.reading.times import TimeExpression
from legation.reading.times import find as find_times
from legation.reading.topic import TopicVeto
from legation.reading.triggers import TriggerFinder
from legation.reading.view import View
from legation.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

_YEAR = re.compile(r"\b(?:19[5-9][0-9]|20[0-4][0-9])\b")
_OPENING = 6
"""Sentences at the beginning whose words of time are read even when the gate kept them from the parser."""
_BATCH = 32
"""Dispatches whose sentences go to the parser together."""


class Reader:
    """Reads dispatches of one language. Holds only what is built from the language pack; reading changes nothing."""

    def __init__(
        self, pack: LanguagePack, *, parser: Language | None = None, agencies: Mapping[str, Agency] | None = None
    ) -> None:
        self.pack = pack
        self._parser = parser if parser is not None else load_parser(pack.syntax)
        self._rehanger = Rehanger(pack.syntax.heads) if pack.syntax.heads is not None else None
        grammar = Grammar(pack.syntax, pack.inflection, pack.attribution.speech_verbs)
        finder = TriggerFinder(pack, grammar)
        self._telling = finder.telltales.stand_in
        self._mentions = MentionFinder(pack, build_index(pack))
        capitals = {c.lower(): acting_state(code, pack) for code, names in pack.states.items() for c in names.capitals}
        status = StatusReader(pack, grammar)
        self._tools = Tools(
            pack=pack,
            grammar=grammar,
            triggers=finder,
            roles=RoleFiller(grammar, finder),
            status=status,
            attribution=AttributionReader(pack, grammar, agencies if agencies is not None else {}),
            content=ContentReader(grammar, status, finder),
            no_act=NoAct(pack, grammar, finder),
            promises=PromiseReader(pack, grammar),
            support=SupportFinder(pack, grammar, finder),
            completer=Completer(grammar, load_fitted("completing")),
            dates=DateWeigher(grammar, load_fitted("dating")),
            places=PlaceWeigher(load_fitted("placing")),
            confidence=Confidence(grammar, load_fitted("confidence")),
            capitals=capitals,
            seats=_seats(pack, capitals),
        )
        self._reporter = Reporter(pack)
        self._gatherer = Gatherer(load_fitted("gathering"))
        self._veto = TopicVeto(pack.topics)
        self._well_known = WellKnown(pack.people)
        seats = {s.lower() for names in pack.organisations.values() for s in names.seats}
        self._shared_seats = {name: code for name, code in capitals.items() if name in seats}
        self._fillers = pack.syntax.words["determiners"] | frozenset(
            form for forms in pack.syntax.prepositions.values() for form in forms if " " not in form
        )

    def read(self, dispatch: Dispatch) -> tuple[Report, ...]:
        """The reports of one dispatch, in the order of their triggers; domestic events included."""
        return next(self.read_many([dispatch]))

    def read_many(self, dispatches: Iterable[Dispatch]) -> Iterator[tuple[Report, ...]]:
        """The reports of each dispatch, in order. Sentences of several dispatches are parsed together."""
        source = iter(dispatches)
        while batch := list(islice(source, _BATCH)):
            prepared = [self._prepare(dispatch) for dispatch in batch]
            worth = (view for _, _, views in prepared for view in self._worth_parsing(views))
            parse(worth, self._parser, self._rehanger, self.pack.syntax)
            for clean_text, people, views in prepared:
                yield self._tell(clean_text, people, views)

    def _worth_parsing(self, views: list[View]) -> list[View]:
        passed = passing(views, self._telling)
        vetoed = self._veto.vetoed(views) if passed else set()
        return [view for view in passed if view.index not in vetoed]

    def _prepare(self, dispatch: Dispatch) -> tuple[Clean, People, list[View]]:
        """Sentences with their mentions, and the people whom the dispatch introduces."""
        dispatch = with_day(dispatch, lambda line: find_times(line, self.pack.times))
        text = clean(dispatch)
        views = []
        for i, sentence in enumerate(find_sentences(text.text, self.pack.syntax)):
            words = split_words(text.text, sentence.start, sentence.end, suffixes=self.pack.syntax.joined)
            views.append(
                View(
                    i,
                    sentence,
                    text.text[sentence.start : sentence.end],
                    words,
                    self._mentions.find(words),
                    joiners=self.pack.syntax.words["and"],
                    fillers=self._fillers,
                )
            )
        dated = dispatch.published is not None and dispatch.published[:4].isdigit()
        people = People(self._well_known, _year(dispatch), year_known=dated)
        for view in views:
            for mention in view.mentions:
                mention.text = text.text[mention.start : mention.end]
                if mention.people and mention.codes:
                    people.learn(mention)
        self._settle_seats(views)
        for view in views:
            view.mentions += people.mentions(view.words, view.mentions)
            view.mentions.sort(key=lambda m: m.start)
            for mention in view.mentions:
                mention.sentence = view.index
                mention.text = text.text[mention.start : mention.end]
        return text, people, views

    def _settle_seats(self, views: list[View]) -> None:
        """A capital that is also the seat of an organisation ("Bruxelles") stands for the state where the dispatch
        names that state and not the organisation.
        """
        named = {
            code
            for view in views
            for m in view.mentions
            if m.text.lower() not in self._shared_seats
            for code in m.codes
        }
        for view in views:
            for mention in view.mentions:
                state = self._shared_seats.get(mention.text.lower())
                if state is not None and state in named and not set(mention.codes) & named:
                    mention.codes, mention.kind, mention.sector = (state,), "capital", "GOV"

    def _times(self, view: View) -> list[TimeExpression]:
        """The words of time of one sentence, with their offsets in the clean text."""
        at = view.sentence.start
        return [
            msgspec.structs.replace(e, start=e.start + at, end=e.end + at)
            for e in find_times(view.text, self.pack.times)
        ]

    def _tell(self, text: Clean, people: People, views: list[View]) -> tuple[Report, ...]:
        if not any(view.doc is not None for view in views):
            return ()
        times = [e for view in views if view.doc is not None or view.index < _OPENING for e in self._times(view)]
        drafts = Teller(self._tools, text, people, times, [v.sentence for v in views]).tell(views)
        return without_lone(self._reporter.reports(text, self._gatherer.gather(drafts)), len(views))


def _year(dispatch: Dispatch) -> int | None:
    """The year a dispatch was written in, as far as its date or the latest year it names tells."""
    published = dispatch.published
    if published and published[:4].isdigit():
        return int(published[:4])
    named = [int(year) for year in _YEAR.findall(dispatch.text)]
    return max(named, default=None)


def _seats(pack: LanguagePack, capitals: Mapping[str, str]) -> dict[str, str]:
    """The state in which each organisation has its seat, where that is one capital."""
    found = {}
    for code, names in pack.organisations.items():
        states = {capitals[s.lower()] for s in names.seats if s.lower() in capitals}
        if len(states) == 1:
            found[code] = states.pop()
    return found
