import msgspec
import pytest

from legation.reading.confidence import without_lone
from record_builders import make_dispatch, make_report

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


def report(confidence, scope="international"):
    made = make_report(make_dispatch("Le Kenya a reçu l'Ouganda."), confidence=confidence)
    return msgspec.structs.replace(made, scope=scope)


def test_a_lone_unsure_report_is_none_unless_the_dispatch_is_brief():
    unsure, sure, domestic = report(0.5), report(0.6), report(0.3, "domestic")
    assert without_lone((unsure,), 7) == ()
    assert without_lone((unsure,), 6) == (unsure,)
    assert without_lone((sure,), 30) == (sure,)
    assert without_lone((unsure, sure), 30) == (unsure, sure)
    assert without_lone((domestic, unsure), 30) == (domestic,)
