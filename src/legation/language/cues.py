"""Cues of status and of attribution (status.toml, attribution.toml)."""

from __future__ import annotations

from pathlib import Path

import msgspec


class StatusCues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell whether an event has happened; status.toml explains each list."""

    planning_verbs: tuple[str, ...]
    hypothetical_verbs: tuple[str, ...]
    beginning_verbs: tuple[str, ...]
    denial_verbs: tuple[str, ...]
    failure_verbs: tuple[str, ...]
    postponing_verbs: tuple[str, ...]
    cancelling_verbs: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    negation: frozenset[str]
    planned_adjectives: tuple[str, ...]
    hypothetical_adjectives: tuple[str, ...]
    ongoing_adjectives: tuple[str, ...]
    past_adjectives: tuple[str, ...]
    ongoing_phrases: tuple[str, ...]
    lasting_verbs: tuple[str, ...]
    wishing_adjectives: tuple[str, ...]
    planning_nouns: frozenset[str]
    hypothetical_nouns: frozenset[str]
    condition_words: frozenset[str]
    purpose_markers: frozenset[str]
    purpose_nouns: frozenset[str]
    purpose_verbs: tuple[str, ...]
    deciding_verbs: tuple[str, ...] = ()
    deciding_nouns: frozenset[str] = frozenset()
    accomplished_verbs: tuple[str, ...] = ()
    hesitating_verbs: tuple[str, ...] = ()
    performing_verbs: tuple[str, ...] = ()
    addressing_verbs: tuple[str, ...] = ()
    judging_verbs: tuple[str, ...] = ()
    planned_above: frozenset[str] = frozenset()
    hypothetical_above: frozenset[str] = frozenset()
    negation_undone_by: frozenset[str] = frozenset()
    wishing_nouns: frozenset[str] = frozenset()
    standing_verbs: tuple[str, ...] = ()
    standing_adverbs: frozenset[str] = frozenset()
    planned_standings: tuple[str, ...] = ()
    hypothetical_standings: tuple[str, ...] = ()


class ReportingNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that says where words come from ("communiqué")."""

    forms: tuple[str, ...]
    kind: str


class Attributions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell who says so; attribution.toml explains each list."""

    speech_verbs: tuple[str, ...]
    opinion_verbs: tuple[str, ...]
    agency_verbs: tuple[str, ...]
    source_prepositions: tuple[str, ...]
    citing_words: tuple[str, ...]
    reporting_nouns: tuple[ReportingNoun, ...]


def load_status_cues(folder: Path) -> StatusCues:
    """The cues of status of a language folder.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "status.toml").read_bytes(), type=StatusCues)


def load_attributions(folder: Path) -> Attributions:
    """The words of attribution of a language folder.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "attribution.toml").read_bytes(), type=Attributions)
