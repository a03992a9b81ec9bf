"""A language pack: everything that varies by language, read from data/languages/<code>/ and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from legation.language.credits import CreditWords, load_credits
from legation.language.cues import Attributions, StatusCues, load_attributions, load_status_cues
from legation.language.furniture import FurnitureWords, load_furniture
from legation.language.inflection import Inflection, load_inflection
from legation.language.offices import Institution, Office, load_institutions, load_offices
from legation.language.states import OrganisationNames, StateNames, load_organisation_names, load_state_names
from legation.language.syntax import Syntax, load_syntax
from legation.language.times import TimeGrammar, load_time_grammar
from legation.language.topics import Topic, load_topics
from legation.language.triggers import Lexicon, load_lexicon
from legation.people import Person, load_people
from legation.states import Organisation, State, load_organisations, load_states


class LanguagePack(msgspec.Struct, frozen=True, dict=True):
    """The data of one language, and the language-independent facts that go with them."""

    code: str
    states: Mapping[str, StateNames]
    organisations: Mapping[str, OrganisationNames]
    state_facts: Mapping[str, State]
    organisation_facts: Mapping[str, Organisation]
    offices: tuple[Office, ...]
    institutions: tuple[Institution, ...]
    people: tuple[Person, ...]
    syntax: Syntax
    inflection: Inflection
    lexicon: Lexicon
    status: StatusCues
    attribution: Attributions
    times: TimeGrammar
    topics: Mapping[str, Topic]
    furniture: FurnitureWords
    credits: CreditWords

    def place_code(self, place: str) -> str | None:
        """The state in which a place named in a dateline lies, by its name as a capital, city or state."""
        return self._places.get(place.casefold())

    @cached_property
    def _places(self) -> dict[str, str]:
        """All places, case-folded; capitals before states before cities."""
        table: dict[str, str] = {}
        for field in ("capitals", "names", "cities"):
            for code, names in self.states.items():
                for name in getattr(names, field):
                    table.setdefault(name.casefold(), code)
        for code, names in self.states.items():
            table.setdefault(names.name.casefold(), code)
        return table


def available() -> tuple[str, ...]:
    """Codes of the languages that have a pack (ISO 639-1)."""
    folder = files("legation") / "data" / "languages"
    return tuple(sorted(item.name for item in folder.iterdir() if item.is_dir() and len(item.name) == 2))


@cache
def load_pack(code: str) -> LanguagePack:
    """The pack of a language.

    Raises:
        ValueError: there is no pack for it, or its data are wrong (the message names the file).
    """
    if code not in available():
        raise ValueError(f"no language pack for {code!r} (there are: {', '.join(available())})")
    with as_file(files("legation") / "data" / "languages" / code) as folder:
        return read_pack(code, Path(folder))


@cache
def load_states_of(code: str) -> dict[str, StateNames]:
    """The names of states in a language that has a pack.

    Raises:
        ValueError: its data are wrong (the message names the file).
    """
    with as_file(files("legation") / "data" / "languages" / code) as folder:
        return load_state_names(Path(folder))


def read_pack(code: str, folder: Path) -> LanguagePack:
    """The pack in a folder; `load_pack` is this for the folders that ship with the package."""
    return LanguagePack(
        code=code,
        states=load_state_names(folder),
        organisations=load_organisation_names(folder),
        state_facts=load_states(),
        organisation_facts=load_organisations(),
        offices=load_offices(folder),
        institutions=load_institutions(folder),
        people=load_people(),
        syntax=load_syntax(folder),
        inflection=load_inflection(folder),
        lexicon=load_lexicon(folder),
        status=load_status_cues(folder),
        attribution=load_attributions(folder),
        times=load_time_grammar(folder),
        topics=load_topics(folder),
        furniture=load_furniture(code),
        credits=load_credits(code),
    )
