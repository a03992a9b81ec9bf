"""The recipient that stands in no slot of the frame: a party left over behind the trigger."""

import pytest

from legation.reading.roles import Party, Roles
from legation.reading.roles.left_over import LeftOver


@pytest.fixture(scope="module")
def left_over(stages):
    return LeftOver(stages.grammar)


def found(stages, left_over, text, word, known=()):
    """The codes left over behind a trigger; `known` are those of the other side."""
    view = stages.view(text)
    (hit,) = [h for h in stages.triggers.find(view.doc) if h.token.text == word]
    actors = [Party(c, m, "subject", direct=True) for m in view.mentions for c in m.codes if c in known]
    return [party.code for party in left_over.recipients(hit, view, Roles(actors))]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("La Norvège a condamné lundi les tirs de missiles iraniens.", "condamné", ["IRN"]),
        ("La Norvège a condamné la Suède, puis les tirs iraniens.", "condamné", ["SWE"]),  # the nearest
        ("L'Iran se tait, mais la Norvège a condamné les tirs.", "condamné", []),  # before the trigger
        ("La Norvège a condamné les tirs ; l'Iran se tait.", "condamné", []),  # beyond its clause
        ("La Norvège a condamné les tirs, mais l'Iran se tait.", "condamné", []),  # a clause about somebody else
        ("La Norvège a condamné les tirs, tandis que l'Iran se tait.", "condamné", []),
        ("La Norvège a condamné les tirs selon l'Iran.", "condamné", []),  # a source
        ("La Norvège a condamné les tirs à Téhéran.", "condamné", []),  # a place of what is said
        ("La Norvège a condamné les tirs norvégiens.", "condamné", []),  # the other side itself
    ],
)
def test_who_is_left_over(stages, left_over, text, word, expected):
    assert found(stages, left_over, text, word, known={"NOR"}) == expected


def test_a_party_of_several_is_left_over_whole(stages, left_over):
    assert found(stages, left_over, "La Norvège a condamné les tirs russo-chinois.", "condamné", {"NOR"}) == [
        "RUS",
        "CHN",
    ]


def test_it_is_told_as_found_outside_the_frame(stages, left_over):
    view = stages.view("La Norvège a condamné les tirs iraniens.")
    (hit,) = stages.triggers.find(view.doc)
    (party,) = left_over.recipients(hit, view, Roles([Party("NOR", view.mentions[0], "subject", direct=True)]))
    assert (party.path, party.direct, party.mention.text) == ("left over", False, "iraniens")
