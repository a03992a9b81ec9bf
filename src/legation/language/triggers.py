"""The trigger lexicon: entries, role frames, object classes and support verbs, read and checked.

How to write entries is told in docs/reading.md; the data stand in languages/<code>/triggers/*.toml, frames.toml,
classes*.toml and support.toml.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from legation import ontology
from legation.report import Status

Content = Literal["swallow", "fact", "allege", "plan"]
"""What becomes of events in a complement: nothing, a fact, a deed that is alleged, nothing but fixed meetings."""


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is who: slots tried in order per role; see frames.toml.

    `alone` tells that nobody is done to unless named (a missile is tried out); `between` that the two whom the dispatch
    tells of are done to (X mediates); `felt` that the clause must name the actor, whose feeling it is (it angers X).
    """

    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    symmetric: bool = False
    assembly: bool = False
    content: Content | None = None
    place: tuple[str, ...] = ()
    place_of: Literal["actor", "recipient"] | None = None
    alone: bool = False
    between: bool = False
    felt: bool = False


class Trigger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the lexicon; exactly one of `verb`, `noun`, `adjective`, `phrase` is given."""

    frame: str
    test: tuple[str, ...]
    type: str | None = None
    mode: str | None = None
    verb: str | None = None
    noun: str | None = None
    adjective: str | None = None
    phrase: str | None = None
    with_: str | None = msgspec.field(default=None, name="with")
    reflexive: bool | None = None
    needs: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    content: Content | None = None
    status: Status | None = None

    @property
    def words(self) -> str:
        """The entry's own word or words."""
        return self.verb or self.noun or self.adjective or self.phrase or ""

    @property
    def kind(self) -> str:
        """Which of the four it is."""
        for name in ("verb", "noun", "adjective", "phrase"):
            if getattr(self, name):
                return name
        return ""

    @property
    def id(self) -> str:
        """A readable name, unique in the lexicon: "SANCTION:imposer[@sanction]"."""
        extra = f" {self.with_}" if self.with_ else ""
        reflexive = "se " if self.reflexive else ""
        objects = f"[{','.join(self.object)}]" if self.object else ""
        needs = f"+{'/'.join(self.needs)}" if self.needs else ""
        return f"{self.type}:{reflexive}{self.words}{extra}{objects}{needs}"


class Support(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb that carries a nominal trigger; `subject` tells which role its subject fills."""

    verb: str
    subject: Literal["actor", "recipient", "none"]
    with_: str | None = msgspec.field(default=None, name="with")
    reflexive: bool | None = None
    nouns: tuple[str, ...] = ()


class Lexicon(msgspec.Struct, frozen=True):
    """All that decides which words tell of which event."""

    triggers: tuple[Trigger, ...]
    frames: dict[str, dict[str, Frame]]
    classes: dict[str, frozenset[str]]
    support: tuple[Support, ...]

    def frame_of(self, trigger: Trigger) -> Frame:
        """The frame that a trigger names."""
        return self.frames["noun" if trigger.kind == "noun" else "verb"][trigger.frame]


class _TriggerFile(msgspec.Struct, forbid_unknown_fields=True):
    trigger: tuple[Trigger, ...] = ()


class _ClassTable(msgspec.Struct, forbid_unknown_fields=True):
    nouns: tuple[str, ...]


class _SupportFile(msgspec.Struct, forbid_unknown_fields=True):
    support: tuple[Support, ...] = ()


def load_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a language folder.

    Raises:
        msgspec.ValidationError: a file does not fit the form.
        ValueError: an entry names a frame, class, type or mode that does not exist.
    """
    triggers: list[Trigger] = []
    for path in sorted((folder / "triggers").glob("*.toml")):
        try:
            entries = msgspec.toml.decode(path.read_bytes(), type=_TriggerFile).trigger
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise ValueError(f"{path.name}: {error}") from None
        default = path.stem.upper()
        triggers += [entry if entry.type else msgspec.structs.replace(entry, type=default) for entry in entries]
    classes: dict[str, set[str]] = {}
    for path in sorted(folder.glob("classes*.toml")):
        for name, table in msgspec.toml.decode(path.read_bytes(), type=dict[str, _ClassTable]).items():
            classes.setdefault(name, set()).update(table.nouns)
    support_path = folder / "support.toml"
    support = msgspec.toml.decode(support_path.read_bytes(), type=_SupportFile).support if support_path.exists() else ()
    frames = msgspec.toml.decode((folder / "frames.toml").read_bytes(), type=dict[str, dict[str, Frame]])
    lexicon = Lexicon(tuple(triggers), frames, {k: frozenset(v) for k, v in classes.items()}, support)
    if problems := lint(lexicon):
        raise ValueError("; ".join(problems[:20]))
    return lexicon


def lint(lexicon: Lexicon) -> list[str]:
    """What is wrong with a lexicon: unknown frames, classes, types, modes; entries that are two things or untested."""
    kinds = ontology.load().types
    contexts = set(ontology.load().contexts.names)
    problems = []
    seen: set[tuple[str, ...]] = set()
    for entry in lexicon.triggers:
        name = entry.id
        if sum(bool(x) for x in (entry.verb, entry.noun, entry.adjective, entry.phrase)) != 1:
            problems.append(f"{name}: exactly one of verb, noun, adjective, phrase is wanted")
        family = "noun" if entry.kind == "noun" else "verb"
        if entry.frame not in lexicon.frames.get(family, {}):
            problems.append(f"{name}: no frame {family}.{entry.frame}")
        if entry.type not in kinds:
            problems.append(f"{name}: no PLOVER type {entry.type}")
        elif entry.mode and entry.mode not in kinds[entry.type].modes:
            problems.append(f"{name}: {entry.type} has no mode {entry.mode}")
        for word in (*entry.object, *entry.object_not, *entry.subject_not):
            if word.startswith("@") and word[1:] not in lexicon.classes:
                problems.append(f"{name}: no class {word}")
        problems += [f"{name}: no context {context}" for context in entry.contexts if context not in contexts]
        if not entry.test:
            problems.append(f"{name}: no test sentence")
        key = (
            entry.kind,
            entry.words,
            entry.with_ or "",
            str(entry.reflexive),
            *sorted(entry.object),
            "+",
            *entry.needs,
        )
        if key in seen:
            problems.append(f"{name}: stands twice")
        seen.add(key)
    return problems
