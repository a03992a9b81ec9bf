"""Spellings of one name brought to one form (data/name_folding.toml): "Tchernychenko" and "Chernishenko" become alike.

The folded form is for comparing only; it is never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from anyascii import anyascii

Gender = Literal["feminine", "masculine"]
_ORDINAL = re.compile(r"\b(?=[IVX])(X{0,2}(?:IX|IV|V?I{0,3}))\b(?!\.)(?=\W*$)")
_ORDINALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII",
)  # fmt: skip


class _Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    match: str
    by: str
    why: str


class _Folding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    honorifics: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    particles: frozenset[str]
    telling_endings: tuple[tuple[str, str], ...]
    whole: tuple[_Rule, ...]
    rule: tuple[_Rule, ...]


Rules = tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def _folding() -> tuple[_Folding, Rules, Rules]:
    data = files("legation").joinpath("data", "name_folding.toml").read_bytes()
    table = msgspec.toml.decode(data, type=_Folding)
    return table, _compiled(table.whole), _compiled(table.rule)


def _compiled(rules: tuple[_Rule, ...]) -> Rules:
    return tuple((re.compile(rule.match), rule.by) for rule in rules)


def plain(text: str) -> str:
    """`text` in lower-case letters a to z and digits, one space between words."""
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", "")))


def is_honorific(word: str) -> bool:
    """Whether a word only stands before names: "M.", "Mme", "Me"."""
    return plain(word) in _folding()[0].honorifics


def is_particle(word: str) -> bool:
    """Whether a word is a small one inside names: "de", "ben", "al"."""
    return plain(word) in _folding()[0].particles


def title_gender(name: str) -> Gender | None:
    """What the word before a name tells of its bearer: "Mme Wang" is a woman, "M. Wang" a man."""
    table = _folding()[0]
    words = set(plain(name).split()[:1])
    return "feminine" if words & table.feminine else "masculine" if words & table.masculine else None


def are_told_apart(a: str, b: str) -> bool:
    """Whether an ending tells two folded surnames apart: a woman's from a man's ("zaharova", "zaharov"), or a name from
    one that is made from it ("hatam", "hatami").
    """
    return any(
        (a.endswith(one) and b == a[: -len(one)] + other) or (b.endswith(one) and a == b[: -len(one)] + other)
        for one, other in _folding()[0].telling_endings
    )


@lru_cache(maxsize=65536)
def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name after folding, without honorifics and particles; initials stay as one letter.

    A ruler's number at the end becomes digits ("Mohammed VI"). A name of nothing but such words keeps them, so that no
    name folds to nothing unless it has no letters.
    """
    table, _, _ = _folding()
    words = _spelt(name).split()
    kept = [word for word in words if word not in table.honorifics and word not in table.particles] or words
    return _fold_words(kept)


@lru_cache(maxsize=65536)
def joined_foldings(name: str) -> tuple[tuple[str, ...], ...]:
    """Foldings of the name with two neighbouring words written as one: "Ki Moon" as "Kimoon", "El Baradei"."""
    table, _, _ = _folding()
    words = [word for word in _spelt(name).split() if word not in table.honorifics]
    found = []
    for at in range(len(words) - 1):
        both = [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]
        found.append(_fold_words([word for word in both if word not in table.particles]))
    return tuple(folded for folded in dict.fromkeys(found) if folded)


def _spelt(name: str) -> str:
    """The plain name, its number as digits, and what is written in one word or in several brought to one."""
    number = _ORDINAL.search(name)
    if number and number.start() > 0 and number[1] in _ORDINALS:
        name = f"{name[: number.start()]}{_ORDINALS.index(number[1]) + 1}"
    text = plain(name)
    for pattern, by in _folding()[1]:
        text = pattern.sub(by, text)
    return text


def _fold_words(words: list[str]) -> tuple[str, ...]:
    folded = []
    for word in words:
        for pattern, by in _folding()[2]:
            word = pattern.sub(by, word)  # noqa: PLW2901  the rules work on each other's results
        if word:
            folded.append(word)
    return tuple(folded)
