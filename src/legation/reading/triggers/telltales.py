"""Which sentences can hold a trigger at all, told from their words alone, before anything is parsed."""

from __future__ import annotations

from collections.abc import Callable, Set
from itertools import chain

from legation.language.pack import LanguagePack
from legation.language.triggers import Trigger
from legation.language.words import split_words

Forms = frozenset[str]
Wanted = tuple[Forms, ...]
"""Sets of word forms: of each, one word must stand in the sentence."""

_TELLING, _SHORTEST = 4, 3
"""Letters a fixed word needs to stand for its entry; the second for verbs that say little."""
_ANY = ("@party", "@person")
"""Classes that every capitalised name belongs to: their words cannot be listed."""


class Telltales:
    """The words that give triggers away; holds those of one language's lexicon.

    An entry can fire only where its own word stands together with its fixed words and one of its objects: "prendre"
    lets no sentence pass by itself.
    """

    def __init__(self, pack: LanguagePack, fixed: Callable[[str], Wanted]) -> None:
        """`fixed` gives the forms that each of an entry's fixed words may take."""
        self._pack = pack
        self._fixed = fixed
        self._general = pack.syntax.words["general_verbs"]
        self._nouns: dict[str, Forms] = {}
        self._objects: dict[tuple[str, ...], Forms] = {}
        by_form: dict[str, set[Wanted]] = {}
        for entry in pack.lexicon.triggers:
            own = self._own(entry)
            wanted = self._wanted(entry, own)
            for form in own:
                by_form.setdefault(form, set()).add(wanted)
        self._by_form = {form: () if () in wanted else tuple(wanted) for form, wanted in by_form.items()}
        self.forms = frozenset(self._by_form)

    def stand_in(self, words: Set[str]) -> bool:
        """Whether any trigger can fire in a sentence of these words (in lower case)."""
        for form in self.forms & words:
            ways = self._by_form[form]
            if not ways or any(all(not forms.isdisjoint(words) for forms in wanted) for wanted in ways):
                return True
        return False

    def _own(self, entry: Trigger) -> Forms:
        """Word forms under which an entry is looked up. The longest word stands for a group, the objects for a verb
        that says little: "avoir lieu" must not be looked up at every "a".
        """
        inflection = self._pack.inflection
        words = [w.lower for w in split_words(f"{entry.with_ or ''} {'' if entry.verb else entry.words}")]
        longest = max(words, key=len, default="")
        general = entry.verb in self._general
        if entry.verb and len(longest) < (_SHORTEST if general else _TELLING):
            if entry.object and general:
                return self._object_forms(entry.object)
            return frozenset(inflection.verb_forms(entry.verb))
        return frozenset({*inflection.agreeing(longest), inflection.plural_of(longest)})

    def _wanted(self, entry: Trigger, own: Forms) -> Wanted:
        """All that must stand in a sentence for an entry to fire there, beside its own word."""
        inflection = self._pack.inflection
        wanted: list[Forms] = []
        if entry.verb:
            wanted.append(frozenset(inflection.verb_forms(entry.verb)))
        else:
            words = [w.lower for w in split_words(entry.words)]
            if len(words) > 1:
                wanted += inflection.noun_forms(" ".join(words)) if entry.noun else [frozenset({w}) for w in words[1:]]
        if entry.with_:
            wanted += self._fixed(entry.with_)
        if entry.object and not any(name in entry.object for name in _ANY):
            wanted.append(self._object_forms(entry.object))
        return tuple(forms for forms in wanted if forms != own)

    def _object_forms(self, names: tuple[str, ...]) -> Forms:
        """The forms of the longest word of every noun that may be an object."""
        if names not in self._objects:
            nouns = chain.from_iterable(
                self._pack.lexicon.classes[name[1:]] if name.startswith("@") else (name,) for name in names
            )
            self._objects[names] = frozenset(chain.from_iterable(map(self._noun_forms, nouns)))
        return self._objects[names]

    def _noun_forms(self, noun: str) -> Forms:
        if noun not in self._nouns:
            forms = self._pack.inflection.noun_forms(" ".join(w.lower for w in split_words(noun)))
            self._nouns[noun] = max(forms, key=lambda own: max(map(len, own)))
        return self._nouns[noun]
