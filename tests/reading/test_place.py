"""Where an event takes place: what the words say, else what kind of event it is, else the scene."""

import pytest

from .stages import dispatch


def place(reader, text):
    """The place of the last report: its state and the words that give it."""
    where = reader.read(dispatch(text))[-1].place
    return (where.code, where.text) if where is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the words
        ("Le ministre grec a rencontré son homologue turc à Genève.", ("CHE", "Genève")),
        ("La Turquie et la Grèce ont signé un accord à Oslo.", ("NOR", "Oslo")),
        # the host
        ("Le Premier ministre indien s'est rendu en Norvège.", ("NOR", "Norvège")),
        # with whom it is done to
        ("L'armée israélienne a bombardé le Liban.", ("LBN", "Liban")),
        ("La Suède a livré des chars à l'Ukraine.", ("UKR", "Ukraine")),
        # with whoever does it
        ("Le Pérou a expulsé trois diplomates chiliens.", ("PER", "Pérou")),
        # nowhere in particular
        ("La Norvège a condamné l'Iran.", None),
    ],
)
def test_place(reader, text, expected):
    assert place(reader, text) == expected


def test_words_of_place_outweigh_the_kind(reader):
    assert place(reader, "La police péruvienne a arrêté deux Chiliens en Bolivie.") == ("BOL", "Bolivie")


def test_what_is_said_at_a_meeting_is_said_there(reader):
    text = "Le ministre grec a rencontré mardi son homologue turc à Genève. La Grèce a remercié la Turquie."
    assert place(reader, text) == ("CHE", "Genève")


def test_the_scene_is_left_when_others_act(reader):
    text = "Le ministre grec a rencontré mardi son homologue turc à Genève. La Norvège a condamné l'Iran."
    assert place(reader, text) is None
