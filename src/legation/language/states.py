"""How one language names states and organisations, and how to find the one that somebody means by a word.

The names stand in `data/languages/<code>/states/*.toml` (a file per region) and
`data/languages/<code>/organisations.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from legation.states import load_states

_SURE = 60.0  # rapidfuzz ratio below which a word looks like nothing we know
_SUGGESTIONS = 3
LONGEST = 100
"""Characters of a query that are looked at; no name is longer."""


class StateNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language for one state.

    name: display name, without article.
    names: other names and spellings, without article.
    demonyms: adjectives and words for the inhabitants, lower case, all forms.
    combining: first elements of compounds ("russo" in "russo-turc").
    capitals: cities that stand for the state in news language, all spellings.
    seats: palaces, ministries, parliaments, services that stand for the state by metonymy.
    cities: other cities and regions; places only.
    epithets: unambiguous descriptions.
    """

    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()


class OrganisationNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language for one organisation.

    name: display name, without article. names: abbreviations, spellings, and institutions that act for it.
    adjectives: all forms, lower case. seats: places that stand for it by metonymy.
    """

    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


def load_state_names(folder: Path) -> dict[str, StateNames]:
    """The names of all states in the language whose data folder this is, by code.

    Raises:
        FileNotFoundError: the folder has no `states/`, or nothing in it.
        msgspec.ValidationError: a file has a wrong form.
        ValueError: two files have an entry for the same code.
    """
    paths = sorted((folder / "states").glob("*.toml"))
    if not paths:
        raise FileNotFoundError(f"no names of states in {folder / 'states'}")
    found: dict[str, StateNames] = {}
    for path in paths:
        read = msgspec.toml.decode(path.read_bytes(), type=dict[str, StateNames])
        if twice := sorted(found.keys() & read.keys()):
            raise ValueError(f"{path.name}: {', '.join(twice)} already stand in another file")
        found |= read
    return found


def load_organisation_names(folder: Path) -> dict[str, OrganisationNames]:
    """The names of all organisations in the language whose data folder this is, by code.

    Raises:
        FileNotFoundError: the language has none.
        msgspec.ValidationError: the file has a wrong form.
    """
    return msgspec.toml.decode((folder / "organisations.toml").read_bytes(), type=dict[str, OrganisationNames])


def lookup(text: str, states: Mapping[str, StateNames], organisations: Mapping[str, OrganisationNames]) -> str | None:
    """The code that somebody means by `text`, or None.

    Understood, whatever the case and accents, the first that fits: a code, an ISO alpha-2 code, a name (of states
    before organisations), a demonym, a capital, a seat, the English name.
    """
    wanted = fold(text[:LONGEST])
    if not wanted:
        return None
    for forms in _forms(states, organisations):
        for form, code in forms:
            if fold(form) == wanted:
                return code
    return None


def all_forms(states: Mapping[str, StateNames], organisations: Mapping[str, OrganisationNames]) -> dict[str, str]:
    """The code for everything that `lookup` understands, folded by `fold`: for many questions at once."""
    found: dict[str, str] = {}
    for forms in _forms(states, organisations):
        for form, code in forms:
            found.setdefault(fold(form), code)
    return found


def suggest(
    text: str,
    states: Mapping[str, StateNames],
    organisations: Mapping[str, OrganisationNames],
    limit: int = _SUGGESTIONS,
) -> tuple[str, ...]:
    """Up to `limit` parties whose names look like `text`, best first, each as "Venezuela (VEN)"; may be empty."""
    names = {code: named.name for code, named in organisations.items()}
    names |= {code: named.name for code, named in states.items()}
    return tuple(f"{names.get(code, code)} ({code})" for code in nearest(text, states, organisations, limit))


def nearest(
    text: str,
    states: Mapping[str, StateNames],
    organisations: Mapping[str, OrganisationNames],
    limit: int = _SUGGESTIONS,
) -> tuple[str, ...]:
    """Codes of up to `limit` parties whose names look like `text`, best first; may be empty."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (loaded only when somebody mistyped)

    wanted = fold(text[:LONGEST])
    if not wanted:
        return ()
    pairs = [(fold(form), code) for forms in _forms(states, organisations) for form, code in forms]
    hits = process.extract(wanted, [form for form, _ in pairs], scorer=fuzz.ratio, score_cutoff=_SURE, limit=None)
    return tuple(dict.fromkeys(pairs[at][1] for _, _, at in hits))[:limit]


def _forms(
    states: Mapping[str, StateNames], organisations: Mapping[str, OrganisationNames]
) -> Iterator[list[tuple[str, str]]]:
    """Groups of (form, code), the surest group first."""
    facts = {code: fact for code, fact in load_states().items() if code in states}
    yield [(code, code) for code in (*states, *organisations)]
    current = sorted(facts.items(), key=lambda item: item[1].kind == "former")
    yield [(fact.alpha2, code) for code, fact in current if fact.alpha2]
    yield [(form, code) for code, named in states.items() for form in (named.name, *named.names, *named.epithets)]
    yield [(form, code) for code, named in organisations.items() for form in (named.name, *named.names)]
    yield [(form, code) for code, named in states.items() for form in named.demonyms]
    yield [(form, code) for code, named in organisations.items() for form in named.adjectives]
    yield [(form, code) for code, named in states.items() for form in named.capitals]
    yield [(form, code) for code, named in states.items() for form in named.seats]
    yield [(fact.name, code) for code, fact in facts.items()]


def fold(text: str) -> str:
    """Lower case, no accents, single spaces; apostrophes, hyphens and full stops count as nothing or a space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = plain.replace(".", "").replace("œ", "oe").replace("æ", "ae")
    return " ".join(re.sub(r"[\s'’\-‐‑–]+", " ", plain).split())
