"""Stand-ins: verbs that the parser would take for nouns are read as verbs, and the sentence keeps its own words."""

import pytest

from .stages import dispatch


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Juba somme l'Ouganda de rembarquer ses hommes.", "REQUEST SSD UGA"),
        ("Londres presse la Serbie de reconnaître le Kosovo.", "REQUEST GBR SRB"),
        ("Géorgie : Paris hausse le ton après l'arrestation d'un ingénieur français à Tbilissi", "ACCUSE FRA GEO"),
        ("Pékin menace Taipei de représailles.", "THREATEN CHN TWN"),
        ("La Finlande attaque le président thaïlandais.", "ASSAULT FIN THA"),
        ("Le gouvernement polonais bombarde le gouvernement lituanien.", "ASSAULT POL LTU"),
        ("L'Inde teste un missile et critique la Chine.", "ACCUSE IND CHN"),
    ],
)
def test_a_verb_behind_a_name_is_a_verb(reader, text, told):
    found = [f"{r.type} {' '.join(p.code for p in (*r.actors, *r.recipients))}" for r in reader.read(dispatch(text))]
    assert told in found


def test_the_words_stay_the_dispatch_s_own(stages):
    view = stages.view("Juba somme l'Ouganda de rembarquer ses hommes.")
    assert [t.text for t in view.doc][:3] == ["Juba", "somme", "l'"]
    assert view.doc.text == view.text
    assert view.doc[1].head == view.doc[1]


@pytest.mark.parametrize("text", ["Une somme a été versée à Oslo.", "La presse de Juba se tait."])
def test_a_noun_stays_a_noun(stages, text):
    assert stages.view(text).doc[1].pos_ == "NOUN"
