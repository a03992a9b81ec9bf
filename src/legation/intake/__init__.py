"""Intake: bytes to dispatches.

Files, folders and standard input are read; each text becomes a `Dispatch` with its title, language, own date, origin
and furniture, or a `Refusal` that says in one line why not. Nothing is cut from a text, and nothing here but `feeds`
asks a clock or the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.dispatch import Dispatch
from legation.intake.composing import Composer, IntakePack, no_place
from legation.intake.dateline import PlaceCode
from legation.intake.files import read_source
from legation.intake.found import FoundText
from legation.intake.identify import language_of
from legation.intake.limits import Limits, Refusal, UnreadableError
from legation.intake.patience import Patience, TimeUp
from legation.intake.sources import gather, over_limit

__all__ = [
    "FoundText",
    "IntakePack",
    "Limits",
    "Patience",
    "PlaceCode",
    "Refusal",
    "TimeUp",
    "take_in",
    "take_in_texts",
]

_DEFAULT = Limits()


def take_in(
    paths: Sequence[str],
    *,
    packs: Mapping[str, IntakePack],
    limits: Limits = _DEFAULT,
    place_code: PlaceCode = no_place,
) -> Iterator[Dispatch | Refusal]:
    """The dispatches of these paths (`-` is standard input), one at a time, always in the same order.

    `packs` maps ISO 639-1 codes to language packs. `place_code` gives the state in which a dateline's place lies.
    What cannot be read comes as a `Refusal` in its place; nothing is raised for bad input.
    """
    composers: dict[str, Composer] = {}
    for source in gather(paths, limits):
        if isinstance(source, Refusal):
            yield source
            continue
        for found in read_source(source, limits):
            if isinstance(found, Refusal):
                yield found
                continue
            yield _dispatch(found, packs, limits, place_code, composers)


def take_in_texts(
    texts: Iterable[FoundText | Refusal],
    *,
    packs: Mapping[str, IntakePack],
    limits: Limits = _DEFAULT,
    place_code: PlaceCode = no_place,
) -> Iterator[Dispatch | Refusal]:
    """The dispatches of texts that are at hand already, each in its place; refusals among them are passed on."""
    composers: dict[str, Composer] = {}
    for found in texts:
        if isinstance(found, Refusal):
            yield found
            continue
        size = len(found.text.encode("utf-8", "surrogatepass"))
        if size > limits.text_bytes:
            yield Refusal(found.label, over_limit(size, limits.text_bytes))
        elif "\0" in found.text:
            yield Refusal(found.label, "the text holds a NUL character")
        elif not found.text.isascii() and any("\ud800" <= char <= "\udfff" for char in found.text):
            yield Refusal(found.label, "the text holds half a character (a lone surrogate)")
        else:
            yield _dispatch(found, packs, limits, place_code, composers)


def _dispatch(
    found: FoundText,
    packs: Mapping[str, IntakePack],
    limits: Limits,
    place_code: PlaceCode,
    composers: dict[str, Composer],
) -> Dispatch | Refusal:
    """The dispatch, or that it took too long; what a language needs is made once, and not in the text's time."""
    if not any(char.isalnum() for char in found.text):
        return Refusal(found.label, "empty" if not found.text.strip() else "holds no words")
    size = len(found.text)
    seconds = limits.time_for(size)
    try:
        with Patience(seconds):
            language = language_of(found.text, found.language, packs)
        if language not in composers:
            composers[language] = Composer(language, packs[language], place_code)
        with Patience(seconds):
            return composers[language].compose(found)
    except UnreadableError as error:
        return Refusal(found.label, str(error))
    except TimeUp:
        return Refusal(found.label, limits.too_slow(size))
