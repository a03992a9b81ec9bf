"""Other topics: what speaks of sport, culture or the weather tells of no act between states."""

import pytest

from .stages import dispatch

MATCH = (
    "Le tournoi a repris samedi. La France a bombardé la défense allemande devant 19 000 spectateurs. "
    "Le sélectionneur a salué ses joueurs. Le match amical de mars opposera la France à l'Espagne. "
    "La France rencontrera l'Italie en demi-finale."
)
SHOW = (
    "Une exposition d'estampes ouvre au musée. Le Japon rencontre la Suisse sur les toiles d'un peintre. "
    "La rétrospective attire les visiteurs. Les collectionneurs saluent la galerie."
)


@pytest.mark.parametrize("text", [MATCH, SHOW])
def test_a_dispatch_on_another_topic_is_silent(reader, text):
    assert reader.read(dispatch(text)) == ()


def test_a_word_of_sport_does_not_silence_a_dispatch(reader):
    text = "Le président turc a rencontré le président grec à Athènes. Les deux hommes ont assisté à un match."
    assert [r.type for r in reader.read(dispatch(text))] == ["CONSULT"]


def test_a_menu_s_infinitive_tells_of_nothing(reader):
    assert reader.read(dispatch("Accueil | La Belgique et le Cameroun | Nous contacter")) == ()
