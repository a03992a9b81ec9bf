"""The places of one dispatch as it is being read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from legation.reading.mentions import Mention
from legation.reading.placing.options import Known, options
from legation.reading.placing.rules import Rules, Where
from legation.reading.placing.weigher import PlaceWeigher
from legation.reading.view import View

if TYPE_CHECKING:
    from legation.reading.draft import Draft

_POINTS = ("capital", "city", "state")
"""Kinds of mention that show a place best, the best first."""


class Scenes:
    """Places the drafts of one dispatch, in order; holds where it is at the moment."""

    def __init__(
        self, capitals: Mapping[str, str], seats: Mapping[str, str], weigher: PlaceWeigher, home: str | None
    ) -> None:
        self._rules = Rules(capitals, seats)
        self._weigher = weigher
        self._home = home
        self._views: Sequence[View] = ()
        self._told: list[Draft] = []

    def over(self, views: Sequence[View]) -> None:
        """Goes to a dispatch's sentences."""
        self._views = views

    def place(self, draft: Draft, told: Mention | None) -> None:
        """Gives a draft its place; `told` is the phrase of place that hangs on its trigger."""
        by_rule = self._rules.place(draft, told)
        home = None if self._home is None else self._where(self._home)
        known = Known(by_rule, self._rules.at(told), home, self._rules.scene, self._told, self._views)
        # the words on the trigger leave nothing to weigh
        draft.place = known.phrase or self._weigher.choose(options(draft, known, self._rules))
        self._rules.note(draft)
        self._told.append(draft)

    def _where(self, code: str) -> Where | None:
        """The words of the dispatch that show a state best."""
        naming: Iterable[Mention] = (m for v in self._views for m in v.mentions if m.codes == (code,))
        ranked = {m.kind: m for m in reversed(list(naming))}
        best = next((ranked[kind] for kind in _POINTS if kind in ranked), None) or next(iter(ranked.values()), None)
        return None if best is None else Where(code, best)
