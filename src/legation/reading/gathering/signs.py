"""What speaks for and against two tellings being of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from legation import when
from legation.reading.arguments import OBJECT
from legation.reading.completing import PATH
from legation.reading.dating import Dated
from legation.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES = (0, 1, 2, 4, 8)
_PARAGRAPHS = (0, 1, 2, 4)
_HEAD, _LEAD = 1, 4
"""Sentences up to which a dispatch has its headline, and its lead."""
_BEFORE, _AFTER = 5, 8
"""Words around a trigger that tell what the act is about."""
_STEM = 5
"""Letters by which words are compared: "soutien", "soutenir" and "soutenu" share them nearly all."""
_CONTENT = {"NOUN", "VERB", "ADJ"}


def signs(one: Draft, other: Draft) -> list[str]:
    """The signs of two tellings, the first standing before the second: each alone, and for their type."""
    found = sorted({*_where(one, other), *_words(one, other), *_who(one, other), *_what(one, other)})
    return [one.type, *found, *(f"{one.type}|{sign}" for sign in found)]


def _where(one: Draft, other: Draft) -> Iterator[str]:
    """How far apart they stand, and how."""
    apart = _step(other.view.index - one.view.index, _SENTENCES)
    yield f"sentences {apart}"
    yield f"paragraphs {_step(other.view.sentence.paragraph - one.view.sentence.paragraph, _PARAGRAPHS)}"
    kinds = f"{_kind(one)}, {_kind(other)}"
    yield kinds
    yield f"{kinds}, sentences {apart}"
    if one.view.index <= _HEAD:
        yield "from the headline"
        if other.view.index <= _LEAD:
            yield "headline and lead"
    quoted = [draft.view.quoted_at(draft.start) for draft in (one, other)]
    yield f"quoted {quoted[0]:d}{quoted[1]:d}"
    if one.view.index == other.view.index:
        relation = _relation(one.hit.token, other.hit.token)
        yield f"tree {relation}"
        yield f"tree {relation}, {kinds}"


def _kind(draft: Draft) -> str:
    return "noun" if draft.hit.nominal else "verb"


def _relation(one: Token, other: Token) -> str:
    if other.head.i == one.i and other.dep_ == "conj":
        return "joined"
    if any(t.i == one.i for t in other.ancestors):
        return "below"
    return "above" if any(t.i == other.i for t in one.ancestors) else "beside"


def _words(one: Draft, other: Draft) -> Iterator[str]:
    """What their words share."""
    yield "same entry" if one.hit.entry.id == other.hit.entry.id else "other entry"
    if one.hit.token.lower_ == other.hit.token.lower_:
        yield "same word"
    (own, near, far), (their_own, their_near, their_far) = _stems(one), _stems(other)
    yield f"own words in the other {min(len(own & their_near | their_own & near), 2)}"
    yield f"told as {', '.join(sorted((_word(one), _word(other))))}"
    yield f"words near shared {min(len(near & their_near), 3)}"
    yield f"words shared {min(len(far & their_far), 4)}"
    if one.takes_up:
        yield "first takes up"
    if other.takes_up:
        yield "second takes up"
    if one.sequel != other.sequel:
        yield "one a sequel"
    if other.hit.nominal:
        yield "second definite" if other.definite else "second indefinite"


def _word(draft: Draft) -> str:
    """The first word of what tells a draft, as the lexicon has it."""
    entry = draft.hit.entry
    return (entry.verb or entry.words).split()[0]


def _stems(draft: Draft) -> tuple[frozenset[str], ...]:
    """The stems of the words of a telling: of its trigger and object, of those near it, of its sentence."""
    draft.stems = draft.stems or _read_stems(draft)
    return draft.stems


def _read_stems(draft: Draft) -> tuple[frozenset[str], ...]:
    doc, hit = draft.hit.token.doc, draft.hit
    first, last = sorted((hit.token.i, hit.last.i))
    own = _content(doc[first : last + 1], draft) | _content([a.token for a in hit.arguments if a.slot == OBJECT], draft)
    near = _content(doc[max(0, hit.token.i - _BEFORE) : hit.last.i + 1 + _AFTER], draft)
    return own, near | own, _content(doc, draft)


def _content(tokens: Iterable[Token], draft: Draft) -> frozenset[str]:
    """The stems of words that say what is done; parties' names say who."""
    return frozenset(
        token.lower_[:_STEM]
        for token in tokens
        if token.pos_ in _CONTENT and len(token) >= _STEM - 1 and draft.view.mention_at(token) is None
    )


def _who(one: Draft, other: Draft) -> Iterator[str]:
    """How their parties and people compare."""
    codes, theirs = one.codes(), other.codes()
    yield "parties equal" if codes == theirs else "parties fewer" if codes < theirs else "parties more"
    if not (one.roles.symmetric or other.roles.symmetric):
        sides, their_sides = one.sides(), other.sides()
        yield "sides equal" if sides == their_sides else "one actor" if sides[0] & their_sides[0] else "other actors"
    for name, draft in (("first", one), ("second", other)):
        yield f"{name} completed {min(sum(p.path.startswith(PATH) for p in draft.parties()), 2)}"
    people, their_people = one.persons(), other.persons()
    if not people or not their_people:
        yield "people unknown" if not people and not their_people else "people known once"
    else:
        yield f"people shared {min(len(people & their_people), 2)}"


def _what(one: Draft, other: Draft) -> Iterator[str]:
    """How date, mode, status, salience compare."""
    relation = _dates(one.date, other.date)
    yield f"dates {relation}"
    yield f"dates {_known(one.date)}, {_known(other.date)} {relation}"
    if one.mode and other.mode:
        yield "modes equal" if one.mode == other.mode else "modes differ"
    else:
        yield "no mode" if one.mode == other.mode else "one mode"
    yield f"modes {one.mode}, {other.mode}"
    yield f"frames {one.hit.entry.frame}, {other.hit.entry.frame}"
    status, theirs = one.verdict.status, other.verdict.status
    yield "status equal" if status == theirs else f"status {status}, {theirs}"
    yield f"salience {one.salience}, {other.salience}"
    yield f"second sure {int(other.confidence * 5)}"


def _known(date: Dated | None) -> str:
    return "no" if date is None else "weak" if date.weak else "told"


def _dates(one: Dated | None, other: Dated | None) -> str:
    if one is None or other is None:
        return "unknown"
    if one.edtf == other.edtf:
        return "equal"
    return "overlap" if when.overlap(one.edtf, other.edtf) else "apart"


def _step(number: int, steps: Sequence[int]) -> str:
    return next((str(step) for step in steps if number <= step), "far")
