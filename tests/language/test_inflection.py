import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.pack import load_pack

INFLECTION = load_pack("fr").inflection
VERBS = sorted({t.verb for t in load_pack("fr").lexicon.triggers if t.verb})


@pytest.mark.parametrize(
    ("verb", "feature", "forms"),
    [
        ("condamner", "present", {"condamne", "condamnes", "condamnons", "condamnez", "condamnent"}),
        ("condamner", "future", {"condamnera", "condamneront"}),
        ("condamner", "past", {"condamna", "condamnèrent"}),
        ("condamner", "past_participle", {"condamné", "condamnée", "condamnés", "condamnées"}),
        ("engager", "imperfect", {"engageait", "engagions", "engageaient"}),
        ("annoncer", "imperfect", {"annonçait", "annonçaient"}),
        ("annoncer", "present_participle", {"annonçant"}),
        ("recevoir", "present", {"reçoit", "recevons", "reçoivent"}),
        ("recevoir", "conditional", {"recevrait", "recevraient"}),
        ("appeler", "present", {"appelle", "appelons", "appellent"}),
        ("appeler", "future", {"appellera"}),
        ("lever", "present", {"lève", "levons", "lèvent"}),
        ("suspendre", "present", {"suspend", "suspendons", "suspendent"}),
        ("tenir", "past", {"tint", "tinrent"}),
        ("tenir", "past_participle", {"tenu", "tenue", "tenus", "tenues"}),
        ("conduire", "past_participle", {"conduit", "conduite"}),
        ("promettre", "present", {"promet", "promettons", "promettent"}),
        ("envoyer", "future", {"enverra", "enverront"}),
        ("soutenir", "future", {"soutiendra"}),
        ("démentir", "present", {"dément", "démentent"}),
        ("réunir", "present", {"réunit", "réunissent"}),
        ("exclure", "present", {"exclut", "excluent"}),
        ("être", "present", {"est", "sont"}),
        ("avoir", "future", {"aura", "auront"}),
    ],
)
def test_forms(verb, feature, forms):
    found = INFLECTION.verb_forms(verb)
    assert {form for form in forms if feature not in found.get(form, ())} == set()


@pytest.mark.parametrize(
    ("verb", "form"), [("recevoir", "recevu"), ("engager", "engagait"), ("appeler", "appele"), ("envoyer", "envoyera")]
)
def test_no_form_that_nobody_writes(verb, form):
    assert form not in INFLECTION.verb_forms(verb)


def test_a_form_may_be_several_things():
    assert INFLECTION.verb_forms("dire")["dit"] >= {"present", "past_participle"}
    assert INFLECTION.verb_forms("réunir")["réunit"] >= {"present", "past"}


def test_a_word_that_is_no_verb_is_refused():
    with pytest.raises(ValueError, match="no paradigm fits the verb 'table'"):
        INFLECTION.verb_forms("table")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_the_lexicon_has_its_tenses(verb):
    found = INFLECTION.verb_forms(verb)
    assert verb in found
    features = {feature for each in found.values() for feature in each}
    assert features >= {"infinitive", "present", "imperfect", "future", "conditional", "past_participle"}
    assert all(form and form == form.lower() and " " not in form for form in found)


@pytest.mark.parametrize(
    ("word", "plural"),
    [("accord", "accords"), ("général", "généraux"), ("pays", "pays"), ("bureau", "bureaux"), ("naval", "navals"),
     ("travail", "travaux"), ("de", "de"), ("nez", "nez")],
)  # fmt: skip
def test_plurals(word, plural):
    assert INFLECTION.plural_of(word) == plural


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("prêt", {"prêt", "prêts", "prête", "prêtes"}),
        ("inquiet", {"inquiet", "inquiets", "inquiète", "inquiètes"}),
        ("dernier", {"dernier", "derniers", "dernière", "dernières"}),
        ("persistant", {"persistant", "persistants", "persistante", "persistantes"}),
        ("hostile", {"hostile", "hostiles"}),
        ("offensif", {"offensif", "offensifs", "offensive", "offensives"}),
    ],
)
def test_agreement(word, forms):
    assert set(INFLECTION.agreeing(word)) == forms


def test_each_word_of_a_group_has_its_forms():
    assert INFLECTION.noun_forms("porte avions") == (frozenset({"porte"}), frozenset({"avions"}))
    assert INFLECTION.noun_forms("mise en garde")[0] == {"mise", "mises"}
    assert INFLECTION.noun_forms("mise en garde")[1] == {"en"}


@given(st.text("abcdefghijklmnopqrstuvwxyzéèêàçùïû'-", min_size=1, max_size=14))
def test_any_word_has_a_plural_and_four_agreeing_forms(word):
    assert INFLECTION.plural_of(word)
    assert len(INFLECTION.agreeing(word)) == 4
    assert word in INFLECTION.noun_forms(word)[0]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("condemn", "condemn condemns condemned condemning"),
        ("impose", "impose imposes imposed imposing"),
        ("ban", "ban bans banned banning"),
        ("confer", "confer confers conferred conferring"),
        ("deny", "deny denies denied denying"),
        ("agree", "agree agrees agreed agreeing"),
        ("discuss", "discuss discusses discussed discussing"),
        ("meet", "meet meets met meeting"),
    ],
)
def test_english_verbs(verb, forms):
    assert set(load_pack("en").inflection.verb_forms(verb)) == set(forms.split())


def test_what_does_not_agree_has_one_form():
    assert load_pack("en").inflection.agreeing("ready") == ("ready",)


def test_irregular_forms_say_what_they_are():
    forms = load_pack("en").inflection.verb_forms("give")
    assert forms["gave"] == {"past"}
    assert forms["given"] == {"past_participle"}
    assert forms["give"] == {"infinitive", "present"}
