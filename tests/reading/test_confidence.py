import pytest

from .stages import dispatch


def of(reader, text):
    """The confidence of the last report; none where the doubt was too great to report."""
    reports = reader.read(dispatch(text))
    return reports[-1].confidence if reports else 0.0


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("La Grèce s'est entretenue avec Chypre.", "La Grèce salue Chypre. Elle s'est entretenue avec Chypre."),
        ("Le Chili a expulsé un diplomate péruvien.", "Le Chili a expulsé un diplomate."),
    ],
)
def test_each_doubt_costs(reader, surer, less_sure):
    assert of(reader, surer) > of(reader, less_sure)


def test_it_stays_between_its_bounds(reader):
    text = "La Norvège a condamné l'Iran. " * 30
    assert 0.05 <= of(reader, text) <= 0.98


def test_hearsay_costs_confidence(reader):
    """What is only reported is less sure than what is told as fact."""
    (said,) = reader.read(dispatch("La Suède aurait livré des chars à l'Ukraine."))
    (sure,) = reader.read(dispatch("La Suède a livré des chars à l'Ukraine."))
    assert said.confidence < sure.confidence
