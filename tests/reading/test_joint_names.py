"""Names of several states at once, and territories and alliances that act as others."""

from __future__ import annotations

import pytest

from legation.language.pack import load_pack
from legation.language.words import split_words
from legation.reading.mentions import MentionFinder
from legation.reading.names import build_index


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Les trois pays baltes ont fermé leur frontière.", ("EST", "LVA", "LTU")),
        ("Les ministres baltes se sont réunis.", ("EST", "LVA", "LTU")),
        ("Les deux Corées ont rouvert leur ligne.", ("KOR", "PRK")),
        ("L'E3 a saisi le Conseil.", ("DEU", "FRA", "GBR")),
        ("L'AES quitte la table.", ("MLI", "BFA", "NER")),
        ("Le préfet de la Guyane proteste.", ("FRA",)),
        ("Les autorités mahoraises protestent.", ("FRA",)),
        ("Cayenne proteste.", ("FRA",)),
        ("La Polynésie française proteste.", ("PYF",)),
        ("Chine-Japon : le ton monte.", ("CHN", "JPN")),
        ("Guinée-Bissau : le ton monte.", ("GNB",)),
    ],
)
def test_names_of_others(sentence: str, codes: tuple[str, ...]) -> None:
    pack = load_pack("fr")
    found = MentionFinder(pack, build_index(pack)).find(split_words(sentence))
    assert found[0].codes == codes
