"""The language a text is in.

py3langid is asked twice: among six languages of diplomatic news (it confuses fewer of them when it has no others to
choose from), and among all it knows. The second answer counts only when it is sure of a language beyond the six: on
3,600 French sentences of ten words and more it never was (its surest error had 0.57).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from copy import copy
from functools import cache
from typing import Any

from legation.intake.limits import UnreadableError

NAMES = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "pt": "Portuguese"}
_OTHER_NAMES = {
    "ar": "Arabic", "ca": "Catalan", "cs": "Czech", "el": "Greek", "fa": "Persian", "he": "Hebrew", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "ro": "Romanian", "ru": "Russian", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_SAMPLE = 2_000  # characters; more do not change the answer
_SURE = 0.9  # of a language beyond the six
_BELIEVED = 0.99  # of a short text in a language without a pack
_SHORT = 15  # words
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*")


def language_of(text: str, declared: str | None, packs: Collection[str]) -> str:
    """The ISO 639-1 code of the text's language, one of `packs`.

    `declared` (a record's or page's own word for it) is believed unless the text is plainly in another language.
    A text too short to tell is taken to be in the declared language, else in the likeliest of `packs`.

    Raises:
        UnreadableError: no pack reads that language.
    """
    claimed = _claimed(declared)
    found, sure, words = _identify(text)
    doubtful = not words or (words < _SHORT and sure < _BELIEVED)
    if claimed is not None and (doubtful or claimed not in NAMES or sure < _SURE):
        found = claimed
    elif doubtful and packs:
        found = found if found in packs else _likeliest(text, packs)
    if found not in packs:
        name = NAMES.get(found) or _OTHER_NAMES.get(found)
        raise UnreadableError(f"in {f'{name} ({found})' if name else f'language {found!r}'}: no language pack for it")
    return found


def _claimed(declared: str | None) -> str | None:
    match = _CODE.fullmatch(declared.strip()[:20]) if declared else None
    return match[1].lower() if match else None


def _identify(text: str) -> tuple[str, float, int]:
    """Language, how sure, and how many words there were to judge by (in the sample)."""
    sample = text[:_SAMPLE]
    words = len(_WORD.findall(sample))
    if not words:
        return "", 0.0, 0
    six, every = _identifiers()
    code, sure = six.classify(sample)
    other, other_sure = every.classify(sample)
    if other not in NAMES and other_sure >= _SURE and (words >= 5 or not sample.isascii()):
        return str(other), float(other_sure), max(words, _SHORT)
    return str(code), float(sure), words


def _likeliest(text: str, packs: Collection[str]) -> str:
    """The language of `packs` that a text looks most like."""
    ranked = [code for code, _ in _identifiers()[0].rank(text[:_SAMPLE])]
    return next((str(code) for code in ranked if code in packs), sorted(packs)[0])


@cache
def _identifiers() -> tuple[Any, Any]:
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415 - loads NumPy and a model
        MODEL_FILE,
        LanguageIdentifier,
    )

    every = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    six = copy(every)  # its tables are shared, and large; `set_languages` puts others into the copy's place
    six.set_languages(sorted(NAMES))
    return six, every
