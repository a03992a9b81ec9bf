from __future__ import annotations

import pytest

from legation.intake.identify import language_of
from legation.intake.limits import UnreadableError

from .samples import PARAGRAPH

PORTUGUESE = (
    "O ministro das Relações Exteriores do Brasil recebeu na quinta-feira o seu homólogo chileno para discutir a "
    "cooperação entre os dois países e a situação na fronteira."
)
DUTCH = "De minister van Buitenlandse Zaken heeft donderdag zijn ambtgenoot ontvangen om over de grens te praten."
RUSSIAN = "Министр иностранных дел принял в четверг своего коллегу, чтобы обсудить положение на границе двух стран."


def test_french_is_read() -> None:
    assert language_of(PARAGRAPH, None, ["fr"]) == "fr"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (PORTUGUESE, r"in Portuguese \(pt\): no language pack for it"),
        (DUTCH, r"in Dutch \(nl\): no language pack for it"),
        (RUSSIAN, r"in Russian \(ru\): no language pack for it"),
    ],
)
def test_a_language_without_a_pack_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        language_of(text, None, ["fr"])


@pytest.mark.parametrize("text", ["Moscou", "OTAN : oui !", "12.03.2021", "Lula no Chile"])
def test_short_texts_are_let_in(text: str) -> None:
    assert language_of(text, None, ["fr"]) == "fr"


def test_a_declared_language_is_believed_where_the_text_allows_it() -> None:
    assert language_of(PARAGRAPH, "pt", ["fr"]) == "fr"
    assert language_of(PARAGRAPH, "fr-FR", ["fr"]) == "fr"
    assert language_of("Lula no Chile", "fr", ["fr"]) == "fr"
    assert language_of(PARAGRAPH, "nonsense", ["fr"]) == "fr"
    with pytest.raises(UnreadableError, match="Portuguese"):
        language_of("Lula no Chile", "pt", ["fr"])
    with pytest.raises(UnreadableError, match="Portuguese"):
        language_of(PORTUGUESE, "fr", ["fr"])


def test_of_several_packs_the_likeliest_reads_a_text_too_short_to_tell() -> None:
    assert language_of(PARAGRAPH, None, ["en", "fr"]) == "fr"
    assert language_of("Lula no Chile", None, ["en", "fr"]) in {"en", "fr"}
    assert language_of("L'accord n'a pas été signé", None, ["en", "fr"]) == "fr"
    english = (
        "The foreign minister met his counterpart on Thursday to discuss the situation on the border of both states."
    )
    assert language_of(english, None, ["en", "fr"]) == "en"
