"""Words for people: interface texts, dates, parties and quotations, in the language the reader chose."""

from __future__ import annotations

from legation.views.wording.dates import date_words
from legation.views.wording.disputing import disputed_words
from legation.views.wording.interface import Interface, interface_languages, load_interface
from legation.views.wording.labels import due_words, event_label
from legation.views.wording.parties import PartyNames, load_party_names
from legation.views.wording.quotations import Quotation, passage, quotation
from legation.views.wording.saying import earliest, outlets, told_as, who_says, words_of

__all__ = [
    "Interface",
    "PartyNames",
    "Quotation",
    "date_words",
    "disputed_words",
    "due_words",
    "earliest",
    "event_label",
    "interface_languages",
    "load_interface",
    "load_party_names",
    "outlets",
    "passage",
    "quotation",
    "told_as",
    "who_says",
    "words_of",
]
