"""Checks all data files: states, offices, organisations, people, outlets, and the trigger lexicon of every language.

Run `python scripts/check_data.py`; it prints one line per problem and exits with 1 when there are any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import check_lexicon
import check_offices
import check_outlets
import check_states

from legation.language.inflection import load_inflection
from legation.language.pack import LanguagePack, available, read_pack
from legation.reading.no_act import NAMED_BY_RULES
from legation.views.exports import cameo_codes


def problems() -> list[str]:
    """What is wrong with the data, one line each; empty when nothing is."""
    found = [f"states: {line}" for line in check_states.problems()]
    found += [f"offices: {line}" for line in check_offices.problems()]
    found += [f"outlets: {line}" for line in check_outlets.problems()]
    found += [f"cameo: {line}" for line in cameo_codes.problems(cameo_codes.load_cameo())]
    for code in available():
        with as_file(files("legation") / "data" / "languages" / code) as folder:
            found += [f"{code}: {line}" for line in language_problems(code, Path(folder))]
    return found


def language_problems(code: str, folder: Path) -> list[str]:
    """What is wrong with one language's files; those that cannot be read at all are one problem each."""
    try:
        load_inflection(folder)
        pack = read_pack(code, folder)
    except (ValueError, OSError) as error:  # msgspec's errors are ValueErrors
        return [line for part in str(error).split("; ") if (line := part.strip())]
    return [*_test_problems(pack), *_form_problems(pack), *_class_problems(pack)]


def _test_problems(pack: LanguagePack) -> Iterator[str]:
    """Test sentences that are not written as they should be, or expect parties that do not exist."""
    try:
        wanted = check_lexicon.expectations(pack)
    except ValueError as error:
        yield str(error)
        return
    known = pack.state_facts.keys() | pack.organisation_facts.keys()
    for expectation in wanted:
        for code in sorted(((expectation.actors or frozenset()) | expectation.recipients) - known):
            yield f"{expectation.entry.id}: the test expects the unknown party {code!r}"
        if not expectation.sentence:
            yield f"{expectation.entry.id}: a test has no sentence"


def _form_problems(pack: LanguagePack) -> Iterator[str]:
    """Verbs that no paradigm fits: the lexicon could never find them."""
    verbs = {entry.verb for entry in pack.lexicon.triggers if entry.verb}
    verbs |= {support.verb for support in pack.lexicon.support}
    for verb in sorted(verbs):
        try:
            pack.inflection.verb_forms(verb)
        except ValueError as error:
            yield str(error)


def _class_problems(pack: LanguagePack) -> Iterator[str]:
    """Classes that nothing uses, and support verbs that name a class that is not there."""
    lexicon, grammatical = pack.lexicon, pack.syntax.words.get("everybody_classes", frozenset())
    conditions = [w for e in lexicon.triggers for w in (*e.object, *e.object_not, *e.subject_not)]
    conditions += [w for s in lexicon.support for w in s.nouns]
    named = {w[1:] for w in conditions if w.startswith("@")} | {w[1:] for w in NAMED_BY_RULES}
    for support in lexicon.support:
        for word in support.nouns:
            if word.startswith("@") and word[1:] not in lexicon.classes:
                yield f"support {support.verb}: no class {word}"
    for name in sorted(lexicon.classes.keys() - named - grammatical):
        yield f"nothing uses the class {name}"


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "data: nothing wrong")
    sys.exit(1 if lines else 0)
