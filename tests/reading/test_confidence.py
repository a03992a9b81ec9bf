import pytest

from .stages import dispatch


def of(reader, text):
    return reader.read(dispatch(text))[-1].confidence


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("La Suède a livré des chars à l'Ukraine.", "La Suède aurait livré des chars à l'Ukraine."),
        ("La Grèce s'est entretenue avec Chypre.", "La Grèce salue Chypre. Elle s'est entretenue avec Chypre."),
        ("Le Chili a expulsé un diplomate péruvien.", "Le Chili a expulsé un diplomate."),
    ],
)
def test_each_doubt_costs(reader, surer, less_sure):
    assert of(reader, surer) > of(reader, less_sure)


def test_it_stays_between_its_bounds(reader):
    text = "La Norvège a condamné l'Iran. " * 30
    assert 0.05 <= of(reader, text) <= 0.98
