"""One report per event and dispatch: when tellings are one, and when they are not."""

import pytest

from .stages import dispatch

TOLD_THRICE = """Le président kazakh a rencontré son homologue azerbaïdjanais

Le président du Kazakhstan a rencontré mardi à Bakou le président azerbaïdjanais.

Le président kazakh a rencontré son homologue azerbaïdjanais au palais."""


def test_headline_lead_and_body_are_one_report(reader):
    (report,) = reader.read(dispatch(TOLD_THRICE))
    assert len(report.mentions) == 2
    assert {p.code for p in (*report.actors, *report.recipients)} == {"KAZ", "AZE"}


def test_a_headline_takes_the_date_of_its_lead(reader):
    """The dispatch's own day, lent to the headline, does not part it from what was done on Tuesday."""
    text = "Le Kazakhstan condamne l'Ouzbékistan\n\nLe Kazakhstan a condamné mardi l'Ouzbékistan."
    (report,) = reader.read(dispatch(text, "2024-11-15"))
    assert report.date == "2024-11-12"


def test_mentions_stand_in_order_and_leave_out_the_trigger(reader):
    (report,) = reader.read(dispatch(TOLD_THRICE))
    starts = [m.start for m in report.mentions]
    assert starts == sorted(starts)
    assert report.trigger.start not in starts


def test_the_clearest_telling_learns_what_the_others_know(reader):
    (report,) = reader.read(dispatch(TOLD_THRICE))
    assert report.place is not None
    assert (report.place.code, report.place.text) == ("AZE", "Bakou")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le président polonais s'est rendu à Vilnius lundi.\n\nIl a téléphoné mardi au président lituanien.", 2),
        ("La Jordanie a condamné Israël. La Jordanie a aussi condamné l'Iran.", 2),
        ("La Jordanie a condamné Israël le 3 mars 2024. La Jordanie a condamné Israël le 9 mai 2024.", 2),
        ("La Jordanie a condamné Israël. Israël a condamné la Jordanie.", 2),
        ("La Jordanie a condamné Israël. La Jordanie ne condamnera pas Israël.", 2),
        ("Le ministre omanais et le ministre qatari se sont rencontrés. Cette rencontre s'est tenue à Mascate.", 1),
    ],
)
def test_what_is_one_event(reader, text, count):
    assert len(reader.read(dispatch(text, "2024-11-15"))) == count


def test_other_people_meet_at_other_meetings(reader):
    text = (
        "Le ministre grec Nikos Pappas a rencontré le ministre turc Ali Demir. "
        "Le président grec Yannis Doukas a rencontré le président turc Kemal Aslan."
    )
    assert len(reader.read(dispatch(text))) == 2


def test_a_second_telling_raises_the_confidence(reader):
    twice = reader.read(dispatch("La Jordanie a condamné Israël. Oui, la Jordanie a condamné Israël."))
    once = reader.read(dispatch("La Jordanie a condamné Israël."))
    assert len(twice) == len(once) == 1
    assert twice[0].confidence > once[0].confidence
