"""Checks the data on offices, bodies, organisations and well-known people against each other.

`python scripts/check_offices.py` prints what is wrong and ends with status 1 if anything is.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

from anyascii import anyascii

from legation.language.offices import Institution, Office, load_institutions, load_offices
from legation.language.pack import available
from legation.language.states import OrganisationNames, StateNames, load_organisation_names, load_state_names
from legation.people import Person, load_people
from legation.states import load_organisations, load_states

# PLOVER's sectors, as far as offices, bodies and organisations need them.
SECTORS = frozenset(
    ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "LEG", "MED", "EDU", "BUS", "CRM", "CVL", "NGO", "IGO"]
)
LANGUAGES = Path(__file__).parent.parent / "src" / "legation" / "data" / "languages"
_ID = re.compile(r"[a-z]+(_[a-z]+)*")
_YEAR = re.compile(r"(19|20)\d\d")


def problems(languages: Iterable[str] | None = None) -> list[str]:
    """One line for each fault in the data of these languages (default: all); an empty list when all is well.

    An office that a well-known person holds must stand in some language; a small pack need not name all.
    """
    found: list[str] = []
    roles = {office.role for folder in LANGUAGES.iterdir() if folder.is_dir() for office in load_offices(folder)}
    for code in languages if languages is not None else available():
        with as_file(files("legation") / "data" / "languages" / code) as path:
            folder = Path(path)
            offices, institutions = load_offices(folder), load_institutions(folder)
            organisations, states = load_organisation_names(folder), load_state_names(folder)
        found += office_problems(offices, institutions)
        found += party_word_problems(offices, organisations, states)
        found += organisation_problems(organisations, states)
        found += people_problems(load_people(), offices, institutions, states, roles)
    return found


def office_problems(offices: Iterable[Office], institutions: Iterable[Institution]) -> list[str]:
    """Unknown sectors and codes, malformed ids, forms that stand twice or lack their spelling without accents."""
    found: list[str] = []
    parties = load_states().keys() | load_organisations().keys()
    forms: list[str] = []
    for office in offices:
        name = office.heads[0]
        forms += office.heads
        found += [f"{name}: no sector {office.sector}"] if office.sector not in SECTORS else []
        found += [f"{name}: role {office.role} is no id"] if not _ID.fullmatch(office.role) else []
        found += [f"{name}: no party {office.organisation}"] if office.organisation not in {None, *parties} else []
        found += [f"{name}: {text!r} lacks its unaccented capital" for text in _unaccented_missing(office.heads)]
        found += [f"{name}: {text!r} lacks its unaccented capital" for text in _unaccented_missing(office.complements)]
        found += [f"{name}: complement {text!r} stands twice" for text in _twice(office.complements)]
    for institution in institutions:
        name = institution.forms[0]
        forms += institution.forms
        found += [f"{name}: no sector {institution.sector}"] if institution.sector not in SECTORS else []
        found += [f"{name}: {text!r} lacks its unaccented capital" for text in _unaccented_missing(institution.forms)]
    return found + [f"{text!r} stands twice among offices and institutions" for text in _twice(forms)]


def party_word_problems(
    offices: Iterable[Office], organisations: dict[str, OrganisationNames], states: dict[str, StateNames]
) -> list[str]:
    """Heads and complements that swallow the words which say whose office it is."""
    adjectives = {word for names in states.values() for word in names.demonyms}
    proper = {text for names in states.values() for text in (names.name, *names.names, *names.capitals, *names.seats)}
    proper |= {text for names in organisations.values() for text in (names.name, *names.names)}
    proper = {text if text.isupper() else text.lower() for text in proper}
    found = []
    for office in offices:
        for head in office.heads:
            if office.organisation is None and adjectives & set(head.lower().split()):
                found.append(f"{head!r} names a party but has no organisation")
        for text in office.complements:
            owner = re.match(r"(?:de la |de l'|du |des |de |d')(.+)", text)
            if owner and {owner.group(1), owner.group(1).lower()} & (proper | adjectives):
                found.append(f"{office.heads[0]}: complement {text!r} swallows a party")
    return found


def organisation_problems(organisations: dict[str, OrganisationNames], states: dict[str, StateNames]) -> list[str]:
    """Codes without names or facts, codes of states, names that belong to two parties."""
    facts = load_organisations()
    found = [f"{code}: not in data/organisations.toml" for code in sorted(organisations.keys() - facts.keys())]
    found += [f"{code}: has no name" for code in sorted(facts.keys() - organisations.keys())]
    found += [f"{code}: is the code of a state" for code in sorted(facts.keys() & load_states().keys())]
    found += [f"{code}: no sector {fact.sector}" for code, fact in facts.items() if fact.sector not in SECTORS]
    owners: dict[str, set[str]] = defaultdict(set)
    for code, names in organisations.items():
        for text in (names.name, *names.names, *names.adjectives):
            owners[text.lower()].add(code)
        found += [f"{code}: {text!r} stands twice" for text, n in Counter(names.names).items() if n > 1]
        texts = (names.name, *names.names)
        found += [f"{code}: {text!r} lacks its unaccented capital" for text in _unaccented_missing(texts)]
    for code, state in states.items():
        for text in (state.name, *state.names, *state.demonyms, *state.capitals, *state.seats):
            if text.lower() in owners:
                owners[text.lower()].add(code)
    return found + [f"{text!r} means {', '.join(sorted(c))}" for text, c in owners.items() if len(c) > 1]


def people_problems(
    people: Iterable[Person],
    offices: Iterable[Office],
    institutions: Iterable[Institution],
    states: dict[str, StateNames],
    roles: Collection[str],
) -> list[str]:
    """Unknown codes and roles, terms that end before they begin or stand twice, surnames that are other words."""
    parties = load_states().keys() | load_organisations().keys()
    words = {text.lower() for office in offices for text in office.heads}
    words |= {text.lower() for institution in institutions for text in institution.forms}
    words |= {text.lower() for names in states.values() for text in _state_words(names)}
    found, seen = [], set()
    for one in people:
        found += [f"{one.name}: no party {one.code}"] if one.code not in parties else []
        found += [f"{one.name}: no sector {one.sector}"] if one.sector not in SECTORS else []
        found += [f"{one.name}: no role {one.office}"] if one.office not in roles else []
        years = [year for year in (one.since, one.until) if year]
        found += [f"{one.name}: {year!r} is no year" for year in years if not _YEAR.fullmatch(year)]
        found += [f"{one.name}: ends before it begins"] if one.since and one.until and one.until < one.since else []
        found += [f"{one.name}: {text!r} is also another word" for text in one.surnames if text.lower() in words]
        key = (one.name, one.code, one.office, one.since)
        found += [f"{one.name}: {one.office} since {one.since} stands twice"] if key in seen else []
        seen.add(key)
    return found


def _state_words(names: StateNames) -> Iterator[str]:
    for group in (names.names, names.demonyms, names.capitals, names.seats, names.cities, names.epithets):
        yield from group
    yield names.name


def _twice(texts: Iterable[str]) -> list[str]:
    return [text for text, n in Counter(t.lower() for t in texts).items() if n > 1]


def _unaccented_missing(texts: Iterable[str]) -> list[str]:
    """Texts with an accented capital at the start of a word whose spelling with the plain capital is not among them."""
    known = set(texts)
    plain = {text: re.sub(r"\b[ÉÈÊÀÂÎÔ]", lambda m: anyascii(m.group()), text) for text in known}
    return sorted(text for text, other in plain.items() if other not in known)


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "offices, organisations and people: nothing wrong")
    sys.exit(1 if lines else 0)
