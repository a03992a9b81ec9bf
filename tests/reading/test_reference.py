"""What "il", "les deux pays", "son homologue", a bare surname… stand for."""

import pytest

from legation.reading.people import People, WellKnown
from legation.reading.reference import Discourse

from .stages import dispatch


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le Qatar a rencontré l'Égypte. Il a promis une aide à l'Égypte.", "AGREE QAT > EGY"),
        ("La ministre suédoise a reçu l'ambassadeur turc. Elle a condamné la Turquie.", "ACCUSE/disapprove SWE > TUR"),
        ("Le président zambien a rencontré le président angolais. Il l'a remercié.", "SUPPORT ZMB > AGO"),
    ],
)
def test_pronouns(tell, text, last):
    assert tell(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "La Hongrie et la Serbie se parlent. Les deux pays ont signé un accord.",
        "Le président hongrois a rencontré son homologue serbe. Les deux chefs d'État ont signé un accord.",
        "Le Premier ministre hongrois a rencontré le président serbe. Les deux hommes ont signé un accord.",
        "La Hongrie a invité la Serbie. Les deux capitales ont signé un accord.",
    ],
)
def test_the_current_pair(tell, text):
    assert tell(text)[-1] == "SUPPORT HUN SRB"


def test_a_group_of_three_is_the_last_three(tell):
    text = "Le Mali, le Niger et le Burkina Faso se parlent. Les trois pays ont signé un accord."
    assert tell(text)[-1] == "SUPPORT BFA MLI NER"


def test_two_without_a_pair_stand_for_nobody(tell):
    assert tell("Les deux pays ont signé un accord.") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le ministre grec des Affaires étrangères s'est entretenu avec son homologue turc.", "CONSULT GRC TUR"),
        ("La Grèce salue la Turquie. Le ministre grec a rencontré son homologue.", "CONSULT GRC TUR"),
    ],
)
def test_counterparts(tell, text, last):
    assert tell(text)[-1] == last


def test_a_bare_surname_is_whom_the_dispatch_introduced(reader):
    text = "La ministre canadienne Anne Tremblay est arrivée à Riga. Tremblay a condamné la Russie."
    found = reader.read(dispatch(text))[-1]
    assert [(p.code, p.person, p.office) for p in found.actors] == [("CAN", "Anne Tremblay", "ministre canadienne")]
    assert found.actors[0].text == "Tremblay"


def test_a_well_known_surname_needs_no_introduction(reader):
    found = reader.read(dispatch("Le Bénin salue la Russie. M. Lavrov a condamné le Bénin.", "2020-05-02"))[-1]
    assert [(p.code, p.person) for p in found.actors] == [("RUS", "Sergueï Lavrov")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le Pérou a condamné le Chili. Le gouvernement chilien a rejeté ces accusations.", "REJECT CHL > PER"),
        ("Le ministre malien a reçu l'ambassadeur russe. Le ministre a remercié la Russie.", "SUPPORT MLI > RUS"),
        ("La Zambie et le Malawi se parlent. Leurs ministres se sont rencontrés à Lusaka.", "CONSULT MWI ZMB"),
        ("Le Qatar a accusé l'Égypte. Le Caire a rejeté ces accusations.", "REJECT EGY > QAT"),
    ],
)
def test_definite_descriptions_and_possessives(tell, text, last):
    assert tell(text)[-1] == last


def test_our_is_the_speaker_s(tell):
    text = "« Le Tchad a expulsé notre ambassadeur », a déclaré le ministre soudanais."
    assert tell(text) == ["SANCTION/expel TCD > SDN"]


def resolved(stages, text, place=None):
    """Each mention's words and parties after all sentences of a text were read, unparsed."""
    views = stages.views(text)
    people = People(WellKnown(stages.pack.people), 2025)
    discourse = Discourse(stages.grammar, people, place, stages.pack.states)
    discourse.open(views)
    for view in views:
        discourse.resolve(view)
    return {m.text: m.codes for view in views for m in view.mentions}


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Le Mali a salué le Tchad. À Washington, le Conseil de sécurité nationale a parlé.", "Conseil", ("USA",)),
        ("L'Irak accuse la Turquie, dont l'armée a tiré.", "armée", ("TUR",)),
        ("Le Pérou a parlé. Le gouvernement de Javier Milei a répondu.", "gouvernement", ("ARG",)),
        ("La Russie a parlé. Le régime de Maduro a répondu.", "régime", ("VEN",)),
        ("La CEDEAO a exigé sa libération. L'organisation a parlé.", "organisation", ("ECOWAS",)),
        ("Le Conseil de sécurité et l'Otan ont parlé. Le Conseil votera.", "Conseil votera", ("UNO",)),
        ("L'Otan a parlé. Le Conseil votera.", "Conseil", ()),
        ("La Tanzanie et le Pérou ont parlé. Nairobi accuse son voisin.", "voisin", ("TZA",)),
        ("La Pologne et le Pérou ont parlé. Nairobi accuse son voisin.", "voisin", ()),
        ("Bruxelles a parlé au Maroc. Le royaume a répondu.", "royaume", ("MAR",)),
        ("Niamey a parlé à Paris. La junte a répondu.", "junte", ("NER",)),
        ("L'ambassade de Russie a fermé. L'ambassadeur Igor Petrov est parti de Chisinau.", "ambassadeur", ("RUS",)),
    ],
)
def test_what_the_dispatch_tells_of_bare_words(stages, text, words, codes):
    found = resolved(stages, text)
    last = [c for t, c in found.items() if t.split()[0] == words.split()[0]]
    assert last[-1] == codes


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Des Vietnamiens sont à bord. La marine a réagi.", "La marine", ("KOR",)),
        ("Neuf Thaïlandais sont là. Sa Majesté a parlé.", "Sa Majesté", ("KOR",)),
        ("Le Vietnam a réagi. Un drone a explosé.", "drone", ()),
        ("La Chine a réagi. Le ministre des Sports, Alan Berger, a parlé.", None, ("KOR",)),
    ],
)
def test_a_national_agency_writes_of_its_own_state(stages, text, words, codes):
    found = resolved(stages, text, "KOR")
    assert (found[words] if words else list(found.values())[-1]) == codes


def test_whoever_is_interviewed_stays_the_speaker(stages):
    text = (
        "Le ministre estonien des Affaires étrangères, Margus Tsahkna, répond à nos questions. "
        "La Russie a parlé. Nous avons protesté."
    )
    assert resolved(stages, text)["Nous"] == ("EST",)
    assert resolved(stages, text.replace("Le ministre", "L'ancien ministre"))["Nous"] == ()


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (  # an interview that says so
            "La ministre ghanéenne des Affaires étrangères, Ama Mensah, répond à nos questions.\n"
            "Que dites-vous du Togo ?\nJe le regrette.\nNous condamnons le Togo.",
            "ACCUSE/disapprove GHA > TGO",
        ),
        (  # labels of questions and answers
            "Le ministre finlandais des Affaires étrangères fait le bilan.\nQ : Et la Russie ?\n"
            "R : Je la connais.\nQ : Et la Suède ?\nR : Nous avons remercié la Suède.",
            "SUPPORT FIN > SWE",
        ),
        (  # a statement's issuer
            "Communiqué du ministère indien des Affaires étrangères\nNous condamnons l'attaque du Pakistan.",
            "ACCUSE/disapprove IND > PAK",
        ),
        (  # "vous" is who is asked
            "Entretien\nLe ministre letton Janis Berzins nous reçoit.\nNous allons bien.\nJe le répète.\n"
            "La Russie vous accuse de mentir.",
            "ACCUSE/allege RUS > LVA",
        ),
    ],
)
def test_the_voice_of_a_dispatch(tell, text, last):
    assert last in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Je vous remercie.",
        "Communiqué du ministère indien des Affaires étrangères\nNous sommes unis.\nNous vous remercions.",
    ],
)
def test_thanks_to_the_audience_are_none(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("« Notre armée a bombardé la Somalie », a annoncé le ministre kényan.", "ASSAULT/aerial KEN > SOM"),
        (
            "« La Turquie a attaqué la Grèce », a dit le ministre chypriote. Il a condamné la Turquie.",
            "ACCUSE/disapprove CYP > TUR",
        ),
    ],
)
def test_words_of_ours_follow_who_speaks(tell, text, last):
    assert tell(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Manille a réagi : la ministre de la Défense a condamné la Chine.", "ACCUSE/disapprove PHL > CHN"),
        ("Le conseiller d'Emmanuel Macron a condamné l'Angola.", "ACCUSE/disapprove FRA > AGO"),
        (
            "La Norvège et la Suède discutent. Les présidents des deux pays ont condamné la Russie.",
            "ACCUSE/disapprove NOR SWE > RUS",
        ),
        ("L'Iran a condamné les trois pays européens.", "ACCUSE/disapprove IRN > DEU FRA GBR"),
        (
            "L'Allemagne salue la Pologne. La France se tait. Le chancelier a condamné la Russie.",
            "ACCUSE/disapprove DEU > RUS",
        ),
    ],
)
def test_officials_of_whom_the_words_around_name(tell, text, last):
    assert tell(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        ("La Zambie, dont le président a téléphoné à son homologue malgache, s'est tue.", "président", ("ZMB",)),
        ("L'Uruguay, dont l'ambassadeur a quitté Lima, s'est tu.", "ambassadeur", ("URY",)),
        ("Le Pérou salue le Chili, dont la ministre de la Défense part.", "ministre de la Défense", ("CHL",)),
        ("Le Népal, dont les négociateurs ont quitté Pékin, s'est tu.", "négociateurs", ("NPL",)),
        ("Le président péruvien est à Tunis. Le Kenya, dont le président est malade, s'est tu.", "président", ("KEN",)),
    ],
)
def test_whose_official_a_relative_pronoun_tells(stages, text, word, codes):
    assert resolved(stages, text)[word] == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le Kenya, lui, a condamné le Pérou.", ["SUPPORT CHL PER", "ACCUSE/disapprove KEN > PER"]),
        ("Le Brésil, lui, a condamné le Chili.", ["SUPPORT CHL PER", "ACCUSE/disapprove BRA > CHL"]),
        ("Les ministres boliviens, eux, ont condamné le Chili.", ["SUPPORT CHL PER", "ACCUSE/disapprove BOL > CHL"]),
        ("La Bolivie, elle, a expulsé l'ambassadeur du Pérou.", ["SUPPORT CHL PER", "SANCTION/expel BOL > PER"]),
    ],
)
def test_a_pronoun_between_commas_takes_up_what_stands_before_it(tell, text, told):
    assert tell(f"Le Chili et le Pérou ont signé un accord. {text}") == told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "La Bolivie se tait. L'ambassadeur du Chili a été convoqué. Il a condamné le Pérou.",
            "ACCUSE/disapprove CHL > PER",
        ),
        (
            "Le Kenya se tait. La Serbie n'a toujours pas remis Milan Petrović. Elle a condamné la Croatie.",
            "ACCUSE/disapprove SRB > HRV",
        ),
    ],
)
def test_a_party_that_opens_its_sentence_is_gone_on_with(tell, text, last):
    assert tell(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "La ministre cubaine des Affaires étrangères, Ana Soto, a reçu le président mexicain, Luis Vega."
            " La diplomate a condamné le Brésil.",
            "ACCUSE/disapprove CUB > BRA",
        ),
        (
            "L'ambassadeur ghanéen Kofi Adu a rencontré le président togolais Jean Amou."
            " Le diplomate a condamné le Bénin.",
            "ACCUSE/disapprove GHA > BEN",
        ),
        (
            "Le président togolais Jean Amou a rencontré l'ambassadeur ghanéen Kofi Adu."
            " Le dirigeant a condamné le Bénin.",
            "ACCUSE/disapprove TGO > BEN",
        ),
    ],
)
def test_a_diplomat_is_no_president(tell, text, last):
    assert tell(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre péruvien Jorge Salas a reçu l'ambassadeur du Chili."
        " Le ministre chilien de la Défense se rendra à Lima, a-t-il précisé. Ensuite, il a condamné le Brésil.",
        "Le ministre péruvien Jorge Salas a répondu à la presse."
        " Le Chili enverra des experts, a-t-il ajouté. Il a condamné le Brésil.",
    ],
)
def test_who_says_so_behind_a_comma_is_not_whom_the_sentence_tells_of(tell, text):
    assert tell(text)[-1] == "ACCUSE/disapprove PER > BRA"


@pytest.mark.parametrize("words", ["de leur côté", "pour leur part", "à leur tour"])
def test_the_owner_of_a_side_does_nothing_by_it(reader, words):
    text = f"Le Chili et le Pérou discutent. Les rebelles, {words}, ont menacé le Brésil."
    assert not any(
        step["path"].startswith("possessive") for found in reader.read(dispatch(text)) for step in found.why["actors"]
    )


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "La Bolivie a accusé le Pérou. Le Pérou a accusé la Bolivie. Le Brésil et la Colombie ont exprimé leur "
            "inquiétude. Ottawa a appelé les deux pays au dialogue.",
            "REQUEST/meet CAN > BOL PER",
        ),
        (
            "Le Niger a rompu avec le Tchad. Le Tchad a expulsé des diplomates nigériens. Le Qatar et l'Égypte suivent "
            "la crise. La Turquie a exhorté les deux parties à la retenue.",
            "REQUEST TUR > NER TCD",
        ),
        (
            "Les régimes militaires au pouvoir à Conakry, Libreville et N'Djamena blâment la Cédéao.",
            "ACCUSE/disapprove GAB GIN TCD > ECOWAS",
        ),
        ("Les autorités à Lima et à Quito ont dénoncé la décision du Chili.", "ACCUSE/disapprove ECU PER > CHL"),
        (
            "Le ministre péruvien et son homologue chilien se sont réunis. Ils ont condamné la Bolivie.",
            "ACCUSE/disapprove CHL PER > BOL",
        ),
    ],
)
def test_words_for_several(tell, text, last):
    assert tell(text)[-1] == last


def test_an_ambassador_is_summoned_to_the_host_s_ministry(tell):
    text = "L'ambassadeur du Pérou a été convoqué au ministère des Affaires étrangères, a annoncé Quito."
    assert tell(text) == ["ACCUSE/disapprove ECU > PER"]
