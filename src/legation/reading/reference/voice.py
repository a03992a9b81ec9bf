"""Who speaks in a dispatch that is all somebody's own words: an interview, a briefing, a statement.

There "nous", "notre pays" and "je" stand outside any quotation and mean the side of whoever is asked or has issued it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from legation.language.syntax import Reference
from legation.reading.mentions import Mention
from legation.reading.view import View

LEAD = 8
"""Sentences at the beginning in which the one who speaks is introduced."""
_ISSUERS = {"office", "person", "institution", "organisation"}
_HOLDERS = {"office", "person"}
_OWN_WORDS = 3
"""Sentences in the first person that make a dialogue of a dispatch whose questions say "vous"."""
_QUESTIONS = 2
_ANSWERS = 2
"""Sentences in the first person that an interview has at least when nobody is named as the one who is asked."""


class Voice(NamedTuple):
    """Whose the first person of a dispatch is; `asked` tells that questions are put to them ("vous" is they too)."""

    mention: Mention
    asked: bool


def find_voice(views: Sequence[View], reference: Reference, home: Collection[str]) -> Voice | None:
    """The voice of a dispatch; None for one that tells of others. A former official's words are no state's."""
    own = [v for v in views if any(_is_first(m) and not v.quoted_at(m.start) for m in v.mentions)]
    cue = next((v for v in views if _has(v, reference.interview) or _is_heading(v, reference)), None)
    named = cue is not None and any(m.kind in _HOLDERS and m.codes for m in cue.mentions)
    asked = len(own) >= (1 if named else _ANSWERS) and (cue is not None or _is_dialogue(views, own, reference))
    if not asked:
        cue = next((v for v in views[:LEAD] if own and _has(v, reference.statement)), None)
        if cue is None and not (own and _opened_by_issuer(views)):
            return None
    found = _introduced(views, cue, own, reference.interview, home, asked=asked)
    if found is None:
        return None
    if found.sector == "CVL":  # a former official, an expert
        found = Mention("person", found.start, found.end, found.head, found.text, sentence=found.sentence)
    return Voice(found, asked)


def _introduced(
    views: Sequence[View],
    cue: View | None,
    own: Sequence[View],
    phrases: Sequence[str],
    home: Collection[str],
    *,
    asked: bool,
) -> Mention | None:
    """Whoever the sentence that tells the form names, else the opening; a statement without a name is its capital's or
    its outlet's.
    """
    kinds = _HOLDERS if asked else _ISSUERS
    lead = [v for v in views[:LEAD] if v not in own or (cue is not None and v is cue)]
    named = [m for m in cue.mentions if m.codes] if cue is not None else []
    there = [m for m in named if m.kind in kinds]
    if cue is not None and asked:  # "le ministre haïtien a répondu aux questions", "trois questions à un ministre"
        at = cue.sentence.start + max(cue.text.casefold().find(phrase) for phrase in phrases)
        there.sort(key=lambda m: (m.start > at, -m.start if m.start < at else m.start))
    for mention in (*there, *(m for v in lead for m in v.mentions)):
        if mention.kind in _ISSUERS and mention.codes and len(mention.codes) == 1:
            return mention
    if asked and not any(m.kind == "capital" for m in named):
        return None
    capital = next((m for m in named if m.kind == "capital"), None)
    if capital is None and home:
        return Mention("state", 0, 0, 0, "", tuple(home))
    return capital


def _is_first(mention: Mention) -> bool:
    return mention.needs == "speaker"


def _has(view: View, phrases: Sequence[str]) -> bool:
    text = view.text.casefold()
    return any(phrase in text for phrase in phrases)


def _is_heading(view: View, reference: Reference) -> bool:
    return view.text.casefold().strip(" .:|–—-«»") in reference.interview_headings


def _is_dialogue(views: Sequence[View], own: Sequence[View], reference: Reference) -> bool:
    """Whether somebody answers for themselves and is spoken to: no outlet says "vous" and "je" by turns."""
    labelled = sum(v.text.casefold().startswith(reference.dialogue) for v in views)
    if labelled >= _QUESTIONS:
        return True
    spoken_to = sum(any(m.needs == "addressee" and not v.quoted_at(m.start) for m in v.mentions) for v in views)
    return len(own) >= _OWN_WORDS and spoken_to >= _QUESTIONS


def _opened_by_issuer(views: Sequence[View]) -> bool:
    """ "Ambassade du Japon à Madagascar": a page headed by a body and nothing else."""
    first = views[0] if views else None
    if first is None or not first.mentions:
        return False
    body = first.mentions[0]
    verbless = not first.text.rstrip().endswith((".", "!", "?"))
    return verbless and body.kind == "institution" and body.start == first.sentence.start and bool(body.codes)
