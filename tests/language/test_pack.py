import shutil
from pathlib import Path

import pytest

import legation
from legation.language.pack import available, load_pack, read_pack

FRENCH = Path(legation.__file__).parent / "data" / "languages" / "fr"


def test_a_pack_is_read_once():
    assert load_pack("fr") is load_pack("fr")
    assert "fr" in available()


@pytest.mark.parametrize("code", ["xx", "", "FR", "../fr"])
def test_a_language_without_a_pack_is_refused(code):
    with pytest.raises(ValueError, match="no language pack for"):
        load_pack(code)


@pytest.mark.parametrize(
    ("place", "code"),
    [("Caracas", "VEN"), ("CARACAS", "VEN"), ("Genève", "CHE"), ("Pérou", "PER"), ("Nulle-Part", None), ("", None)],
)
def test_places(place, code):
    assert load_pack("fr").place_code(place) == code


def test_a_folder_of_data_is_a_language(tmp_path):
    """Another language needs data only."""
    shutil.copytree(FRENCH, tmp_path / "fr")
    found = read_pack("fr", tmp_path / "fr")
    assert found.lexicon == load_pack("fr").lexicon
    assert found.states.keys() == load_pack("fr").states.keys()


@pytest.mark.parametrize("name", ["syntax.toml", "inflection.toml", "status.toml", "frames.toml", "offices.toml"])
def test_a_folder_without_a_file_is_no_pack(tmp_path, name):
    shutil.copytree(FRENCH, tmp_path / "fr")
    (tmp_path / "fr" / name).unlink()
    with pytest.raises(FileNotFoundError, match=name):
        read_pack("fr", tmp_path / "fr")


def test_every_state_and_organisation_has_its_names():
    pack = load_pack("fr")
    assert pack.states.keys() == pack.state_facts.keys()
    assert pack.organisations.keys() == pack.organisation_facts.keys()
