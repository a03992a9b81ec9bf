"""Sentences and packs that the tests of intake share."""

from __future__ import annotations

from typing import NamedTuple

from legation.language.credits import CreditWords, load_credits
from legation.language.furniture import FurnitureWords, load_furniture

PLACES = {"Moscou": "RUS", "Alger": "DZA", "Dakar": "SEN", "Paris": "FRA", "Lima": "PER", "Caracas": "VEN"}


class Pack(NamedTuple):
    furniture: FurnitureWords
    credits: CreditWords


PACKS = {"fr": Pack(load_furniture("fr"), load_credits("fr"))}

PARAGRAPH = (
    "La ministre chilienne des Affaires étrangères a reçu mardi son homologue péruvien pour parler de la frontière "
    "commune et du sort des migrants qui y sont bloqués."
)
SECOND = "Les deux gouvernements ont promis de se revoir avant la fin de l'année, sans dire où ni à quel niveau."
