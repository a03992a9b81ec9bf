"""All forms of the words a lexicon names, with what each form says of tense and mood.

The gate must know word forms before anything is parsed, and a parser mistakes the part of speech of a participle
often enough that the lexicon cannot rest on its lemmas alone. The rules are data (inflection.toml).
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import msgspec

Feature = Literal[
    "infinitive",
    "present",
    "subjunctive",
    "imperfect",
    "future",
    "conditional",
    "past",
    "past_participle",
    "present_participle",
]


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings that all paradigms share."""

    imperfect: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    present_participle: str = ""


class Paradigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How verbs whose infinitive fits `match` are formed; see the data file's head."""

    match: str
    cut: str
    present: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    subjunctive: tuple[str, ...] = ()
    imperfect: str = ""
    future: str = ""
    mute: tuple[str, str] | None = None


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions with their replacements, the first that fits applies."""

    rules: tuple[tuple[str, str], ...]
    uninflected: tuple[str, ...] = ()


class Inflection(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The inflection of one language. `irregular` gives all forms of a verb; without `feminine` nothing agrees."""

    endings: Endings
    plural: Rules
    paradigm: tuple[Paradigm, ...]
    feminine: Rules | None = None
    irregular: dict[str, dict[Feature, tuple[str, ...]]] = {}

    def verb_forms(self, infinitive: str) -> dict[str, frozenset[Feature]]:
        """Every form of a verb with the features it may have. Past participles stand in all genders and numbers.

        Made once a verb: the lexicon, its support verbs and the cues name many verbs over and over.

        Raises:
            ValueError: no paradigm fits.
        """
        if infinitive not in self._known_verbs:
            self._known_verbs[infinitive] = self._conjugated(infinitive)
        return self._known_verbs[infinitive]

    @cached_property
    def _known_verbs(self) -> dict[str, dict[str, frozenset[Feature]]]:
        return {}

    def _conjugated(self, infinitive: str) -> dict[str, frozenset[Feature]]:
        if infinitive in self.irregular:
            return self._listed(self.irregular[infinitive])
        pattern = next((p for p in self.paradigm if re.search(p.match, infinitive)), None)
        if pattern is None:
            raise ValueError(f"no paradigm fits the verb {infinitive!r}")
        stem = infinitive[: len(infinitive) - len(pattern.cut)]
        found: dict[str, set[Feature]] = {}

        def add(feature: Feature, *forms: str) -> None:
            for form in forms:
                found.setdefault(form, set()).add(feature)

        add("infinitive", infinitive)
        add("present", *(_joined(stem, e, pattern.mute) for e in pattern.present))
        add("subjunctive", *(_joined(stem, e, pattern.mute) for e in pattern.subjunctive))
        add("past", *(stem + e for e in pattern.past))
        soft = stem + pattern.imperfect
        for ending in self.endings.imperfect:
            # "nous engagions": the softening vowel is not written before i
            add("imperfect", (soft[:-1] if pattern.imperfect == "e" and ending.startswith("i") else soft) + ending)
        for base in {stem + pattern.future, _future_with_mute(stem, pattern)}:
            add("future", *(base + e for e in self.endings.future))
            add("conditional", *(base + e for e in self.endings.conditional))
        add("present_participle", soft + self.endings.present_participle)
        for ending in pattern.participle:
            add("past_participle", *self.agreeing(stem + ending))
        return {form: frozenset(features) for form, features in found.items()}

    def _listed(self, table: dict[Feature, tuple[str, ...]]) -> dict[str, frozenset[Feature]]:
        forms = {form for written in table.values() for form in written}
        return {form: frozenset(f for f, written in table.items() if form in written) for form in sorted(forms)}

    def plural_of(self, word: str) -> str:
        """The plural of one word (itself when it does not inflect)."""
        return word if word in self.plural.uninflected else _first_rule(word, self.plural.rules)

    def agreeing(self, word: str) -> tuple[str, ...]:
        """An adjective or participle in all genders and numbers."""
        if self.feminine is None:
            return (word,)
        feminine = _first_rule(word, self.feminine.rules).replace("LAST", word[-1:])
        return (word, self.plural_of(word), feminine, self.plural_of(feminine))

    def noun_forms(self, phrase: str) -> tuple[frozenset[str], ...]:
        """Per word of a noun or word group, the forms it may take (singular and plural); of a compound of two words
        either of them or both take the plural ("accords-cadres", "états-majors").
        """
        return tuple(frozenset(self._plurals(word)) for word in phrase.split())

    def _plurals(self, word: str) -> set[str]:
        found = {word, self.plural_of(word)}
        first, hyphen, second = word.partition("-")
        if hyphen and second and "-" not in second:
            plural = self.plural_of(first)
            found |= {f"{plural}-{second}", f"{plural}-{self.plural_of(second)}"}
        return found


def _joined(stem: str, ending: str, mute: tuple[str, str] | None) -> str:
    if mute and ending in {"e", "es", "ent"}:
        head, sep, tail = stem.rpartition(mute[0])
        if sep:
            return head + mute[1] + tail + ending
    return stem + ending


def _future_with_mute(stem: str, pattern: Paradigm) -> str:
    if not pattern.mute:
        return stem + pattern.future
    head, sep, tail = stem.rpartition(pattern.mute[0])
    return (head + pattern.mute[1] + tail if sep else stem) + pattern.future


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _first_rule(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in rules:
        if _compiled(pattern).search(word):
            return _compiled(pattern).sub(replacement, word, count=1)
    return word


def load_inflection(folder: Path) -> Inflection:
    """The inflection rules of a language folder.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "inflection.toml").read_bytes(), type=Inflection)
