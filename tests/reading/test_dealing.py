"""What a dispatch as a whole deals with."""

import pytest

from legation.reading.dealing import Dealing, dealing
from legation.reading.parse import parse

from .stages import dispatch

_ABOUT = "La Norvège a condamné l'Iran. L'Iran a accusé la Norvège. Oslo a rappelé son ambassadeur à Téhéran. "
_ELSEWHERE = "Le four doit être chaud. On ajoute le sel. La pâte lève une heure. Le pain vient de Norvège. "


def of(reader, text):
    """What a text deals with."""
    _, _, views = reader._prepare(dispatch(text))
    parse(views, reader._parser)
    hits = {v.index: reader._tools.triggers.find(v.doc) for v in views if v.doc is not None}
    return dealing(views, hits)


@pytest.mark.parametrize(("text", "states"), [(_ABOUT * 2, "most"), (_ELSEWHERE * 2, "few")])
def test_how_much_it_deals_with_states(reader, text, states):
    assert of(reader, text).states == states


def test_acts_between_states_are_counted(reader):
    about, elsewhere = of(reader, _ABOUT * 3), of(reader, _ELSEWHERE * 2)
    assert about.types["ACCUSE"] == 6
    assert about.acting == "more"
    assert elsewhere.acting == "to 0.05"


def test_a_brief_text_is_too_short_to_tell(reader):
    found = of(reader, "La Norvège a condamné l'Iran.")
    assert found.brief
    assert found.acting == found.acts == "brief"
    assert Dealing().brief is False
