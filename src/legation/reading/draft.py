"""A report in the making: what one sentence tells of one event, before its mentions are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.reading.attribution import Saying
from legation.reading.dating import Dated
from legation.reading.dealing import Dealing
from legation.reading.placing.rules import Where
from legation.reading.roles import Party, Roles
from legation.reading.triggers import Hit
from legation.reading.verdict import Verdict
from legation.reading.view import View
from legation.report import Promise, Salience


@dataclass(slots=True)
class Draft:
    """One telling of an event. Offsets are code points into the clean text.

    `around` are the parties named in and shortly before the sentence; `sequel` tells that the words place it before or
    after another event ("après des réunions"); `takes_up` that a noun takes up what was told ("cet entretien");
    `definite` that its trigger has a definite article.
    `about` tells what the dispatch deals with; `told` that an act of this type of one of its parties was told before;
    `confidence` how likely the telling is right;
    `promised` what a promise binds to do; `stems` are those of its words, filled when tellings are compared.
    """

    hit: Hit
    view: View
    roles: Roles
    verdict: Verdict
    sayings: list[Saying]
    date: Dated | None
    place: Where | None
    salience: Salience
    start: int
    end: int
    others: list[Draft] = field(default_factory=list)
    around: frozenset[str] = frozenset()
    sequel: bool = False
    takes_up: bool = False
    definite: bool = False
    about: Dealing = field(default_factory=Dealing)
    told: bool = False
    confidence: float = 0.0
    promised: Promise | None = None
    stems: tuple[frozenset[str], ...] = ()

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.hit.entry.type or ""

    @property
    def mode(self) -> str | None:
        """The PLOVER mode."""
        return self.hit.entry.mode

    def codes(self) -> set[str]:
        """The codes of all who take part."""
        return self.roles.codes()

    def sides(self) -> tuple[set[str], set[str]]:
        """The codes of the actors and of the recipients."""
        return {p.code for p in self.roles.actors}, {p.code for p in self.roles.recipients}

    def persons(self) -> set[str]:
        """Folded surnames of the people who take part."""
        from legation.reading.people import surname  # noqa: PLC0415

        return {surname(name) for p in (*self.roles.actors, *self.roles.recipients) for name in p.mention.people}

    def parties(self) -> list[Party]:
        """All parties, actors first."""
        return [*self.roles.actors, *self.roles.recipients]
