import shutil
from pathlib import Path

import msgspec
import pytest

import legation
from legation.language.pack import load_pack
from legation.language.triggers import Frame, Lexicon, Trigger, lint, load_lexicon

FRENCH = Path(legation.__file__).parent / "data" / "languages" / "fr"
LEXICON = load_pack("fr").lexicon
FRAMES = {"verb": {"against": Frame(("subject",), ("object",))}, "noun": {"of": Frame(("de",))}}


def entry(**said):
    return Trigger(**{"frame": "against", "test": ("RUS > UKR: x",), "type": "ACCUSE", "verb": "condamner", **said})


def problems(*entries):
    return lint(Lexicon(entries, FRAMES, {"sanction": frozenset({"embargo"})}, ()))


def test_the_lexicon_that_ships_has_no_faults():
    assert lint(LEXICON) == []


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"noun": "condamnation"}, "exactly one of verb, noun, adjective, phrase"),
        ({"verb": None}, "exactly one of verb, noun, adjective, phrase"),
        ({"frame": "beside"}, "no frame verb.beside"),
        ({"type": "GREET"}, "no PLOVER type GREET"),
        ({"mode": "phone"}, "ACCUSE has no mode phone"),
        ({"object": ("@arms",)}, "no class @arms"),
        ({"subject_not": ("@arms",)}, "no class @arms"),
        ({"contexts": ("weather",)}, "no context weather"),
        ({"test": ()}, "no test sentence"),
    ],
)
def test_faults_are_named(said, problem):
    (found,) = problems(entry(**said))[:1]
    assert problem in found


def test_a_sound_entry_has_none():
    assert problems(entry(object=("@sanction",), mode="disapprove", contexts=("economic",))) == []


def test_what_stands_twice_is_a_fault():
    assert problems(entry(), entry()) == ["ACCUSE:condamner: stands twice"]
    assert problems(entry(), entry(object=("@sanction",))) == []


def test_ids_are_unique_and_tell_the_entry():
    ids = [e.id for e in LEXICON.triggers]
    assert len(ids) == len(set(ids))
    assert entry(object=("@sanction",), needs=("à",), reflexive=True).id == "ACCUSE:se condamner[@sanction]+à"


def test_every_type_has_at_least_ten_triggers():
    from legation import ontology  # noqa: PLC0415

    counts = {kind: sum(e.type == kind for e in LEXICON.triggers) for kind in ontology.load().types}
    assert {kind: n for kind, n in counts.items() if n < 10} == {}


def test_every_entry_has_a_frame_and_a_test():
    assert all(LEXICON.frame_of(e).actor or LEXICON.frame_of(e).recipient for e in LEXICON.triggers)
    assert all(": " in test for e in LEXICON.triggers for test in e.test)


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FRENCH, tmp_path / "fr")
    return tmp_path / "fr"


def test_the_type_is_the_file_s_unless_told(folder):
    for path in (folder / "triggers").iterdir():
        path.unlink()
    (folder / "triggers" / "accuse.toml").write_text(
        '[[trigger]]\nverb = "gronder"\nframe = "against"\ntest = ["RUS > UKR: La Russie gronde."]\n'
        '[[trigger]]\nverb = "bouder"\ntype = "REJECT"\nframe = "against"\ntest = ["RUS > UKR: La Russie boude."]\n'
    )
    assert [e.type for e in load_lexicon(folder).triggers] == ["ACCUSE", "REJECT"]


def test_a_wrong_file_is_named(folder):
    (folder / "triggers" / "accuse.toml").write_text('[[trigger]]\nverbe = "gronder"\n')
    with pytest.raises(ValueError, match=r"accuse\.toml: .*verbe"):
        load_lexicon(folder)


def test_classes_of_all_files_are_united(folder):
    name = min(LEXICON.classes)
    (folder / "classes_z.toml").write_text(f'[{name}]\nnouns = ["pénitence"]\n')
    assert load_lexicon(folder).classes[name] == {"pénitence", *LEXICON.classes[name]}


def test_entries_are_immutable():
    with pytest.raises(AttributeError):
        LEXICON.triggers[0].verb = "x"  # type: ignore[misc]
    assert isinstance(LEXICON.triggers[0], msgspec.Struct)
