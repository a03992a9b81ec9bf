"""Both sides of an event completed: what the clause leaves open is filled, what it only points to weighed once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.arguments import OBJECT
from legation.reading.completing.candidates import Candidate, Role, Scene
from legation.reading.completing.completer import PATH, Completer, parties
from legation.reading.completing.known import WITHIN, doers_of_judged_deed, judge, thanked, the_two, whom_it_answers
from legation.reading.roles import INSIDE, Party
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES: tuple[tuple[str, Role], ...] = (("actors", "actor"), ("recipients", "recipient"))
_TRIED = 4
"""Actors for whom it is tried out who would be the recipient."""
_ORGANISATION = "IGO"
_SURE = 0.5
"""How likely another party must be to be read for the one that words point to by rule."""


def complete(scene: Scene, completer: Completer) -> None:
    """Completes the roles of a scene: by who speaks, by whose deed is judged, else by the likeliest party."""
    roles, hit = scene.roles, scene.hit
    speaker = next((s.mention for s in scene.sayings if s.mention is not None and s.mention.codes), None)
    if not roles.actors and not hit.deed and speaker is not None:
        roles.actors = [Party(code, speaker, "speaker", direct=False) for code in speaker.codes]
        roles.recipients = [p for p in roles.recipients if p.code not in speaker.codes]
    judge(scene, completer.described)
    thanked(scene, completer.thanking)
    if not roles.recipients:
        roles.recipients = doers_of_judged_deed(scene, completer.joint_deeds)
    if not roles.recipients and not roles.unnamed:
        roles.recipients = whom_it_answers(scene)
    if hit.frame.between and roles.actors and not roles.recipients:
        roles.recipients = the_two(scene)
    _reconsider(scene, completer)
    if _at_home(scene):
        return
    if not roles.actors and not (roles.symmetric and roles.recipients):
        roles.actors = _likeliest_actor(scene, completer)
    if roles.unnamed or _names_somebody_else(scene, completer):
        return
    if hit.frame.assembly and all(_assembles(p) for p in (*roles.actors, *roles.recipients)):
        return
    if roles.symmetric and len(roles.codes()) == 1:
        roles.recipients = roles.recipients + _likeliest(scene, "partner", completer)
    elif hit.frame.recipient and not hit.frame.alone and not roles.recipients and not roles.symmetric:
        roles.recipients = _likeliest(scene, "recipient", completer)


def _at_home(scene: Scene) -> bool:
    """Whether an act has its author within a state and nobody beyond is named: "a été contestée par l'opposition", "de
    nombreuses manifestations". Who is meant by such words is at home; they say nothing of another state.
    """
    actors, recipients = scene.roles.actors, scene.roles.recipients
    if recipients:
        return False
    if actors:
        return all(p.mention.sector in WITHIN for p in actors)
    return scene.hit.nominal and scene.hit.entry.type == "PROTEST"


def _assembles(party: Party) -> bool:
    """ "Le Conseil se réunit": an organisation that the clause names assembles within itself."""
    return party.mention.sector == _ORGANISATION and not party.path.startswith(PATH)


def _reconsider(scene: Scene, completer: Completer) -> None:
    """Where a side is filled by words that only point to a party ("le ministre", "il"), from far off, or by a place,
    whom it means is weighed once more with all that is known.
    """
    roles = scene.roles
    for side, role in _SIDES:
        filled: list[Party] = getattr(roles, side)
        if not filled or not _doubtful(filled, scene, completer):
            continue
        setattr(roles, side, [])
        scene.filled = filled
        best = next((c for c in completer.ranked(scene, role) if _fits(c[0], filled, scene)), None)
        scene.filled = []
        if best is not None and best[0].codes != tuple(p.code for p in filled) and best[1] >= _SURE:
            candidate, _ = best
            pointing = filled[0].mention
            if pointing.needs is not None:
                pointing.codes = candidate.codes
                filled = [filled[0]._replace(code=code) for code in candidate.codes]
            else:
                filled = parties(*best)
        setattr(roles, side, filled)


def _fits(candidate: Candidate, filled: list[Party], scene: Scene) -> bool:
    """Whether the words that point to a party may mean a candidate: as many, and of their gender."""
    pointing = filled[0].mention
    agreeing = pointing.kind != "pronoun" or scene.discourse.may_mean(pointing, candidate.codes, scene.view)
    return agreeing and _as_many(candidate, filled)


def _as_many(candidate: Candidate, filled: list[Party]) -> bool:
    """ "Les deux pays": words that count several parties, once these are found, mean no single one."""
    mention = filled[0].mention
    several = mention.needs == "group" and mention.role is None and len(filled) == mention.size
    return not several or len(candidate.codes) == mention.size


def _doubtful(filled: list[Party], scene: Scene, completer: Completer) -> bool:
    """Whether what fills a side only points to a party, stands far off, or may be a mere place. A named party below the
    object ("a rejeté les accusations de l'Australie") or addressed by words ("reproche à la France") is none of these.
    """
    first = filled[0]
    if any(p.mention is not first.mention for p in filled):
        return False
    if first.mention.needs is not None:
        return True
    slot, _, path = first.path.partition(":")
    if slot in completer.doubtful_slots:
        return scene.hit.deed
    return not first.direct and (slot != OBJECT or path == INSIDE)


def _likeliest(scene: Scene, role: Role, completer: Completer) -> list[Party]:
    found = completer.best(scene, role)
    return parties(*found) if found is not None else []


def _likeliest_actor(scene: Scene, completer: Completer) -> list[Party]:
    """Who does it; where nobody is known, who does it to whom is weighed together: of "la frappe" the one is likely who
    has struck, if the other is likely to be struck by them.
    """
    roles = scene.roles
    likeliest = _likeliest(scene, "actor", completer)
    if not likeliest or roles.recipients or roles.symmetric or not scene.hit.frame.recipient or scene.hit.frame.alone:
        return likeliest
    most, found = 0.0, likeliest
    for candidate, likelihood in completer.tried(scene, "actor")[:_TRIED]:
        roles.actors = parties(candidate, likelihood)
        together = likelihood * max((v for _, v in completer.tried(scene, "recipient")), default=completer.least)
        if together > most:
            most, found = together, roles.actors
    roles.actors = []
    return found


def _names_somebody_else(scene: Scene, completer: Completer) -> bool:
    """Whether the other side is named and is no party: "a demandé au FBI", "a contacté M. Fleiss"."""
    slots = {OBJECT, *completer.addressee_slots}
    named = (a.token for a in scene.hit.arguments if a.slot in slots and a.token.pos_ == "PROPN")
    return any(not _party_at(scene.view, token) for token in named)


def _party_at(view: View, token: Token) -> bool:
    mention = view.mention_at(token)
    return mention is not None and bool(mention.codes)
