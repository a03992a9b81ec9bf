from pathlib import Path

import msgspec
import pytest

import legation
from legation.language.cues import load_attributions, load_status_cues
from legation.language.pack import load_pack

FRENCH = Path(legation.__file__).parent / "data" / "languages" / "fr"
PACK = load_pack("fr")
STATUS_VERBS = ("planning_verbs", "hypothetical_verbs", "beginning_verbs", "denial_verbs", "failure_verbs",
                "postponing_verbs", "cancelling_verbs", "auxiliaries", "purpose_verbs")  # fmt: skip
SPEECH_VERBS = ("speech_verbs", "opinion_verbs", "agency_verbs")


@pytest.mark.parametrize("name", STATUS_VERBS)
def test_every_verb_of_status_can_be_conjugated(name):
    for verb in getattr(PACK.status, name):
        assert PACK.inflection.verb_forms(verb.split()[-1])


@pytest.mark.parametrize("name", SPEECH_VERBS)
def test_every_verb_of_speech_can_be_conjugated(name):
    for verb in getattr(PACK.attribution, name):
        head = next(w for w in verb.split() if w not in PACK.syntax.words["reflexive"])
        assert PACK.inflection.verb_forms(head)


def test_no_verb_of_status_stands_for_two_statuses():
    lists = [set(getattr(PACK.status, name)) for name in STATUS_VERBS]
    twice = {verb for i, one in enumerate(lists) for other in lists[i + 1 :] for verb in one & other}
    assert twice == set()


def test_no_adjective_stands_for_two_statuses():
    names = ("planned_adjectives", "hypothetical_adjectives", "ongoing_adjectives", "past_adjectives")
    words = [word for name in names for word in getattr(PACK.status, name)]
    assert len(words) == len(set(words))


def test_reporting_nouns_are_documents_or_speakers():
    assert {noun.kind for noun in PACK.attribution.reporting_nouns} == {"document", "speaker"}


@pytest.mark.parametrize(("load", "name"), [(load_status_cues, "status.toml"), (load_attributions, "attribution.toml")])
def test_unknown_fields_are_refused(tmp_path, load, name):
    (tmp_path / name).write_text("surprise = []\n" + (FRENCH / name).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="surprise"):
        load(tmp_path)
