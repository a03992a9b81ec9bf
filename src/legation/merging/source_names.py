"""Whether two names of sources mean one source: "agence Tass" and "TASS", "le MID" and "la diplomatie russe".

A name is a known outlet (data/outlets.toml), a public body or office of some state, a person, or a description that is
none of these. The words by which it is known which stand in data/source_names.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from legation.merging.people import is_honorific, is_particle, plain, same_person
from legation.outlets import Outlet, load_outlet_file

Nature = Literal["outlet", "body", "person", "description"]
_STEM = 4
"""Letters at the beginning that two words for one state have in common: "russe" and "Russie"."""
_SHORT = 6
"""Acronyms up to this length are known by their capitals: MAP is an agency, a map is none."""
_TITLED = 4
"""Least letters of an acronym that may stand with one capital only: Tass, Irna."""
_WITHIN = 3
"""Words at the beginning of a line among which "ministère" or "communiqué" stand where the line is a communiqué's."""
_LONGEST_ISSUER = 14
_DASH = re.compile(r"\s[-\u2013\u2014|]\s")


class _Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    forms: tuple[str, ...]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    empty: frozenset[str]
    media: frozenset[str]
    staff: frozenset[str]
    voices: frozenset[str]
    issuers: frozenset[str]
    papers: frozenset[str]
    body: tuple[_Body, ...]


@dataclass(frozen=True, slots=True)
class SourceName:
    """What a name means. `id` is the outlet's name, the body's id, or the folded name itself.

    `words` are what is left of a body's name and tells its state ("russe"); `state` its code where that is known;
    `outlet` the entry of a known outlet.
    """

    nature: Nature
    id: str
    words: frozenset[str] = frozenset()
    state: str | None = None
    outlet: Outlet | None = None


def _split(name: str) -> list[str]:
    """The plain words of a source's name, elided articles on their own: "l'armée" is "l", "armee"."""
    return plain(name.replace("'", " ").replace("\u2019", " ")).split()


@cache
def _words() -> _Words:
    data = (files("legation") / "data" / "source_names.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Words)


@cache
def _forms() -> tuple[tuple[frozenset[str], str], ...]:
    """The forms of all bodies as sets of words, those of most words first."""
    forms = [(frozenset(form.split()), body.id) for body in _words().body for form in body.forms]
    return tuple(sorted(forms, key=lambda form: (-len(form[0]), sorted(form[0]))))


@cache
def _outlets() -> dict[str, tuple[tuple[str, Outlet], ...]]:
    """Known outlets, each with the spelling, by folded name."""
    found: dict[str, list[tuple[str, Outlet]]] = {}
    for outlet in load_outlet_file().outlet:
        for name in dict.fromkeys((outlet.name, *outlet.aliases)):
            found.setdefault(" ".join(_split(name)), []).append((name, outlet))
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=65536)
def understand_medium(name: str, state: str | None = None) -> SourceName:
    """What the name of an outlet or agency means, which is nobody's even where it is written like a person's."""
    outlet = _outlet(name, state)
    if outlet:
        return _of_outlet(outlet)
    words = _split(name)
    body = _body(words) if _words().issuers & frozenset(words) else None
    return SourceName("body", body[0], body[1], state) if body else SourceName("description", plain(name), state=state)


@lru_cache(maxsize=65536)
def understand(name: str, state: str | None = None) -> SourceName:
    """What a source's name means; `state` is the code that goes with it, which decides between outlets of one name."""
    outlet = _outlet(name, state)
    if outlet:
        return _of_outlet(outlet)
    person = _person(name)
    if person:
        return SourceName("person", person, state=state)
    words = _split(name)
    body = _body(words)
    if body:
        return SourceName("body", body[0], body[1], state)
    left = [word for word in words if word not in _words().empty] or words
    return SourceName("description", " ".join(sorted(left)), state=state)


def same_source(a: SourceName, b: SourceName) -> bool:
    """Whether two names mean one source. Symmetric."""
    if a.state and b.state and a.state != b.state and a.nature != "outlet" and b.nature != "outlet":
        return False
    if a.nature != b.nature:
        return False
    if a.nature == "person":
        return same_person(a.id, b.id)[0]
    if a.nature == "body":
        return a.id == b.id and (bool(a.state and a.state == b.state) or _same_state(a.words, b.words))
    return a.id == b.id


def issuer(head: Sequence[str]) -> str | None:
    """The body whose communiqué a text is by its first lines, as they name it, else None."""
    table = _words()
    titles = [line.strip() for line in head if not line.rstrip().endswith((".", ":", "!", "?"))]
    if not any(table.papers & frozenset(_split(line)[:_WITHIN]) for line in titles):
        return None
    for part in (part.strip() for line in titles for part in _DASH.split(line)):
        words = _split(part)
        if len(words) <= _LONGEST_ISSUER and table.issuers & frozenset(words[:_WITHIN]) and _body(words):
            return part
    return None


def is_bare_medium(name: str) -> bool:
    """Whether a name only points back to a medium named before: "la chaîne", "le même journal"."""
    words, table = _split(name), _words()
    left = [word for word in words if word not in table.empty]
    return len(left) == 1 and left[0] in table.media


def _of_outlet(outlet: Outlet) -> SourceName:
    """A ministry that publishes is the body itself, under whatever name."""
    if outlet.kind == "ministry":
        bodies = [body for name in (outlet.name, *outlet.aliases) if (body := _body(_split(name)))]
        ids = {body[0] for body in bodies}
        if len(ids) == 1:
            words = frozenset(word for body in bodies for word in body[1])
            return SourceName("body", ids.pop(), words, outlet.state, outlet)
    return SourceName("outlet", f"{outlet.name} {outlet.state or ''}".strip(), frozenset(), outlet.state, outlet)


def _outlet(name: str, state: str | None) -> Outlet | None:
    """The outlet that a name is, or that it holds after a word for media or for those who work there."""
    words, table = _split(name), _words()
    whole = _known(" ".join(words), name, state)
    if whole:
        return whole
    start = 0
    while start < len(words) and words[start] in table.empty:
        start += 1
    if start == len(words):
        return None
    if start and (bare := _known(" ".join(words[start:]), name, state)):
        return bare
    if words[start] not in table.media and words[start] not in table.staff:
        return None
    for first in range(start + 1, len(words)):
        for last in range(len(words), first, -1):
            if found := _known(" ".join(words[first:last]), name, state):
                return found
    return None


def _known(key: str, said: str, state: str | None) -> Outlet | None:
    entries = [outlet for name, outlet in _outlets().get(key, ()) if _written_so(name, said)]
    if len(entries) > 1:
        entries = [outlet for outlet in entries if outlet.state == state]
    return entries[0] if len(entries) == 1 else None


def _written_so(name: str, said: str) -> bool:
    """Whether a short acronym stands in `said` with its capitals; longer names may be written in any way."""
    if not name.isupper() or len(name) > _SHORT:
        return True
    spellings = {name} | ({name.title()} if len(name) >= _TITLED else set())
    return bool(spellings & set(re.findall(r"[\w-]+", said)))


def _person(name: str) -> str | None:
    """The person's name in a source's name: all of it, or what follows an office ("le président Nicolas Maduro")."""
    words, table = re.findall(r"[^\s,;:()«»\"]+", name), _words()
    start = len(words)
    while start and _in_name(words, start - 1, len(words)):
        start -= 1
    run = words[start:]
    while run and (is_honorific(run[0]) or plain(run[0]) in table.empty):
        run = run[1:]
    folded = [word for part in run for word in _split(part)]
    if not folded or _body(folded) or any(word in table.media or word in table.voices for word in folded):
        return None
    before = _split(words[start - 1]) if start else []
    if len(words[:start]) > 1 and before and before[-1] in table.empty:
        return None  # "le porte-parole de Fidan" is not Fidan
    return " ".join(run)


def _in_name(words: list[str], at: int, end: int) -> bool:
    """Whether a word may belong to a name that ends before `end`: a capital, or a small word between capitals."""
    word = words[at]
    if word[0].isupper() or (at + 1 < end and is_honorific(word)):
        return True
    if 0 < at < end - 1 and words[at - 1][0].isupper() and is_particle(word):
        return True
    return "-" in word and is_particle(word.partition("-")[0]) and word.partition("-")[2][:1].isupper()


def _body(words: list[str]) -> tuple[str, frozenset[str]] | None:
    """The body's id and the words that are left of its name."""
    held, table = frozenset(words), _words()
    for form, body in _forms():
        if form <= held:
            return body, frozenset(held - form - table.empty - table.voices - table.media)
    return None


def _same_state(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the words left of two bodies' names tell one state: each of the fewer has a kindred word."""
    few, many = sorted((sorted(a), sorted(b)), key=len)
    if not few:
        return not many
    return all(any(one == other or one[:_STEM] == other[:_STEM] for other in many) for one in few)
