import pytest


def types(stages, text):
    return [(h.entry.type, h.entry.mode) for h in stages.hits(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Pérou a expulsé deux diplomates chiliens.", "SANCTION"),
        ("Le Pérou a expulsé des migrants chiliens.", "COERCE"),
        ("Le Pérou a envoyé des tentes au Chili.", "AID"),
        ("Le Pérou a envoyé deux frégates au Chili.", "MOBILIZE"),
        ("Le Pérou a rappelé son ambassadeur au Chili.", "SANCTION"),
        ("Le Pérou a convoqué l'ambassadeur du Chili.", "ACCUSE"),
        ("Le Pérou a retiré ses troupes du Chili.", "RETREAT"),
    ],
)
def test_the_object_decides_the_type(stages, text, expected):
    assert {kind for kind, _ in types(stages, text)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a levé la main.",
        "Le Pérou a soutenu une thèse.",
        "Le Pérou a rencontré des difficultés.",
        "La table est mise.",
        "Le président presse le pas.",
    ],
)
def test_other_senses_fire_nothing(stages, text):
    assert types(stages, text) == []


@pytest.mark.parametrize(
    ("text", "head", "last"),
    [
        ("Le Pérou s'est entretenu par téléphone avec le Chili.", "entretenu", "téléphone"),
        ("Le Pérou a mis en garde le Chili.", "mis", "garde"),
    ],
)
def test_fixed_words_belong_to_the_trigger(stages, text, head, last):
    hit = next(h for h in stages.hits(text) if h.token.text == head)
    assert hit.last.text == last


@pytest.mark.parametrize("form", ["condamne", "condamnait", "condamnera", "condamnerait", "condamna"])
def test_every_tense_of_a_verb_fires(stages, form):
    assert ("ACCUSE", "disapprove") in types(stages, f"Le Pérou {form} le Chili.")


def test_a_noun_fires_as_a_noun_only(stages):
    (hit,) = stages.hits("La visite du roi au Chili a plu.")
    assert hit.nominal
    assert hit.token.text == "visite"


def test_every_hit_has_the_frame_its_entry_names(stages):
    text = "Le Pérou a condamné le Chili, reçu le roi d'Espagne et promis une aide humanitaire à la Bolivie."
    hits = stages.hits(text)
    assert len(hits) >= 3
    assert all(h.frame == stages.pack.lexicon.frame_of(h.entry) for h in hits)
    assert all(h.token.i <= h.last.i or h.nominal for h in hits)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("une centaine de soldats", "centaine", True),
        ("des soldats", "soldats", True),
        ("des tables et des soldats", "tables", True),
        ("des tables", "tables", False),
        ("une centaine de tables", "centaine", False),
    ],
)
def test_classes_reach_what_is_measured_and_coordinated(stages, text, noun, expected):
    view = stages.view(f"Il a vu {text}.")
    token = next(t for t in view.doc if t.text == noun)
    classes = stages.pack.lexicon.classes
    wanted = [f"@{name}" for name, nouns in classes.items() if "soldat" in nouns and not {"table", "centaine"} & nouns]
    assert stages.triggers.belongs(token, wanted) is expected


def test_a_bare_word_is_a_class_of_its_own(stages):
    token = next(t for t in stages.view("Il a passé la porte.").doc if t.text == "porte")
    assert stages.triggers.belongs(token, ("porte",))
    assert not stages.triggers.belongs(token, ("accès",))
