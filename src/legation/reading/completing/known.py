"""Sides that the words around tell, whoever is likely: who judges, who is thanked, who is mediated between."""

from __future__ import annotations

from collections.abc import Collection

from legation.reading.arguments import OBJECT
from legation.reading.completing.candidates import Scene
from legation.reading.draft import Draft
from legation.reading.roles import Party

PATH = "told"
"""The path of a party that the words around tell."""
WITHIN = {"OPP", "CVL", "REB", "MED", "BUS", "NGO"}
"""Sectors whose acts are a state's own affair unless another state is named."""
_HARM = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"}
_GOOD = {"AID", "RETREAT", "CONCEDE", "COOPERATE"}
_JOINT = {"RETREAT"}
"""Deeds that are welcomed as of both sides."""
_ANSWERED = {"ACCUSE", "REQUEST", "THREATEN"}
_RECENT = 5
"""Drafts back among which the deed that is condemned or welcomed is looked for."""
_JUDGE = ("speaker",)
"""The actor of a frame in which whoever speaks judges."""


def judge(scene: Scene, labels: Collection[str]) -> None:
    """ "La Paz déplore une mesure inamicale": an adjective beside a noun is said by the subject of the clause, whom the
    slots would take for the one who is judged.
    """
    roles = scene.roles
    if scene.hit.frame.actor != _JUDGE or roles.actors or not roles.recipients:
        return
    slot, _, way = roles.recipients[0].path.partition(":")
    if slot == "subject" and way.partition(">")[0] in labels and way.count(">") > 1:
        roles.actors = [p._replace(path=f"{PATH}:judge", direct=True) for p in roles.recipients]
        roles.recipients = []


def thanked(scene: Scene, words: Collection[str]) -> None:
    """ "a remercié Hanoï pour le riz livré": whoever is thanked has given, whoever thanks has got it."""
    roles, hit = scene.roles, scene.hit
    if hit.entry.type not in _GOOD or roles.symmetric or (roles.actors and roles.recipients):
        return
    thanks = _thanks_above(scene, words)
    if thanks is None:
        return
    giver, taker = thanks.roles.recipients, thanks.roles.actors
    given = {p.code for p in giver}
    if not roles.actors and not given & {p.code for p in roles.recipients}:
        roles.actors = [p._replace(path=f"{PATH}:thanked", direct=True) for p in giver]
    if not roles.recipients and {p.code for p in roles.actors} == given:
        roles.recipients = [p._replace(path=f"{PATH}:thanks", direct=True) for p in taker if p.code not in given]


def _thanks_above(scene: Scene, words: Collection[str]) -> Draft | None:
    """The thanks of the same sentence that the deed is told in."""
    above = {token.i for token in scene.hit.token.ancestors}
    for draft in reversed(scene.told):
        if draft.view is not scene.view:
            return None
        objects = [a.token.lower_ for a in draft.hit.arguments if a.slot == OBJECT]
        thanking = any(word in words for word in (draft.hit.entry.words, draft.hit.last.lower_, *objects))
        if thanking and draft.hit.token.i in above and draft.roles.actors and draft.roles.recipients:
            return draft
    return None


def the_two(scene: Scene) -> list[Party]:
    """ "la médiation togolaise": between the two whom the dispatch is telling of."""
    pair = scene.discourse.pair
    if len(pair) != 2 or set(pair) & scene.roles.codes():
        return []
    last = {code: m for m in scene.discourse.history for code in m.codes if code in pair}
    return [Party(code, last[code], f"{PATH}:two", direct=True) for code in pair if code in last]


def whom_it_answers(scene: Scene) -> list[Party]:
    """ "Moscou a démenti": whoever accused, asked or threatened the one who rejects it."""
    hit, actors = scene.hit, {p.code for p in scene.roles.actors}
    within = any(p.mention.sector in WITHIN for p in scene.roles.actors)
    if hit.entry.type != "REJECT" or hit.nominal or within or not actors:
        return []
    for draft in reversed(scene.told[-_RECENT:]):
        doing, done_to = draft.sides()
        if draft.type in _ANSWERED and doing and actors <= done_to and not doing & actors:
            return [p._replace(path=f"{PATH}:answered", direct=False) for p in draft.roles.actors]
    return []


def doers_of_judged_deed(scene: Scene, joint_deeds: Collection[str]) -> list[Party]:
    """ "Paris a condamné la saisie": whoever did the last deed told is meant; of what two did together ("a salué
    l'accord") both.
    """
    hit = scene.hit
    if hit.entry.type not in {"ACCUSE", "SUPPORT"} or not any(a.slot == OBJECT for a in hit.arguments):
        return []
    joint = hit.entry.type == "SUPPORT" and any(a.token.lower_ in joint_deeds for a in hit.arguments)
    wanted = _HARM if hit.entry.type == "ACCUSE" else _GOOD
    codes = scene.roles.codes()
    for draft in reversed(scene.told[-_RECENT:]):
        together = draft.type in _JOINT and joint and not draft.codes() & codes
        doers = draft.parties() if together else draft.roles.actors
        if draft.type in wanted and (together or (len(doers) == 1 and doers[0].code not in codes)):
            return [doer._replace(path="deed told", direct=False) for doer in doers]
    return []
