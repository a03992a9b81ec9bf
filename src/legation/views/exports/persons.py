"""Who is one person across events: spellings brought together as the ledger does."""

from __future__ import annotations

from collections.abc import Iterable

from legation.ledger import PersonHolding


class Persons:
    """Finds the person for a state and a spelling."""

    def __init__(self, known: Iterable[PersonHolding]) -> None:
        self._by_spelling: dict[tuple[str, str], PersonHolding | None] = {}
        for person in known:
            for spelling in {person.person, *person.spellings}:
                key = (person.state, spelling)
                self._by_spelling[key] = None if key in self._by_spelling else person

    def find(self, state: str, spelling: str) -> PersonHolding | None:
        """The one person written so who acts for this state; None when there is none, or when there are several."""
        return self._by_spelling.get((state, spelling))

    def name(self, state: str, spelling: str) -> str:
        """The name under which the ledger knows the person, else the spelling."""
        found = self.find(state, spelling)
        return found.person if found else spelling
