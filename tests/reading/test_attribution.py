import pytest

from legation.dispatch import Credit

from .stages import dispatch


def sources(reader, text, **said):
    (report, *_) = reader.read(dispatch(text, **said))
    return [(a.kind, a.name, a.code) for a in report.attribution]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre soudanais a affirmé que le Tchad avait expulsé deux diplomates.",
         [("speaker", "ministre soudanais", "SDN")]),
        ("« Le Tchad a expulsé notre ambassadeur », a déclaré le ministre soudanais.",
         [("speaker", "ministre soudanais", "SDN")]),
        ("D'après le ministre cubain, le Mexique a livré du pétrole à Cuba.",
         [("speaker", "ministre cubain", "CUB")]),
        ("Le Mexique a livré du pétrole à Cuba, indique un communiqué du ministère mexicain.",
         [("document", "communiqué du ministère mexicain", "MEX")]),
        ("La Thaïlande a expulsé deux diplomates cambodgiens, a annoncé le ministre thaïlandais.",
         [("speaker", "ministre thaïlandais", "THA")]),
        ("Le Togo aide le Bénin, a déclaré la ministre lettone.", [("speaker", "ministre lettone", "LVA")]),
        ("Le Mexique a livré du pétrole à Cuba.", []),
    ],
)  # fmt: skip
def test_who_says_so(reader, text, expected):
    assert sources(reader, text) == expected


def test_a_speaker_with_a_name_goes_by_it(reader):
    text = "La ministre lettone Ilze Ozola a déclaré que le Tchad avait expulsé deux diplomates soudanais."
    assert sources(reader, text) == [("speaker", "Ilze Ozola", "LVA")]


def test_credits_come_first_and_only_once(reader):
    credit = Credit("agency", "Agence X", "SEN")
    text = "Le Tchad a expulsé deux diplomates soudanais, selon le ministère tchadien."
    found = sources(reader, text, credits=(credit,))
    assert found[0] == ("agency", "Agence X", "SEN")
    assert [kind for kind, _, _ in found] == ["agency", "speaker"]


def test_a_chain_of_an_agency_and_whom_it_cites(stages):
    found = stages.attribution.read(stages.view("Le Togo aide le Bénin, selon Reuters, citant le ministère togolais."))
    assert [(s.kind, s.name) for s in found] == [("agency", "Reuters"), ("speaker", "ministère togolais")]


def test_agencies_want_their_capital(stages):
    assert stages.attribution.read(stages.view("Le Togo aide le Bénin, selon reuters.")) == []


def test_a_speech_verb_tells_only_its_own_clause(stages):
    view = stages.view("Le Togo a condamné le Bénin et le ministre togolais a déclaré que le Bénin avait menti.")
    (saying,) = stages.attribution.read(view)
    (hit,) = [h for h in stages.triggers.find(view.doc) if h.token.text == "condamné"]
    assert stages.attribution.of_hit(hit, [saying], None, quoted=False) == []


@pytest.mark.parametrize(
    "text",
    [
        "« Nous soutenons l'Ukraine », a déclaré le chancelier autrichien.",
        "« Nous avons expulsé deux diplomates russes », a annoncé le ministre letton.",
    ],
)
def test_we_are_who_speaks(reader, text):
    (report,) = reader.read(dispatch(text))
    assert [p.code for p in report.actors] == [report.attribution[-1].code]
