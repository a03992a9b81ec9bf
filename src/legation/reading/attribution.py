"""Who says so: speakers, documents and agencies that a sentence names as the source of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from legation.language.inflection import Feature
from legation.language.pack import LanguagePack
from legation.language.words import split_words
from legation.reading.arguments import SUBJECT, Argument, Grammar
from legation.reading.mentions import Mention
from legation.reading.sentence_words import lowered_words
from legation.reading.triggers import Hit
from legation.reading.view import View
from legation.report import AttributionKind

if TYPE_CHECKING:
    from spacy.tokens import Token


_POINTING = {"pronoun", "group", "country", "capital_word", "body"}
"""Kinds of mentions that only point to a party ("il", "les deux pays")."""


_REACH = 8
"""Words behind "selon" or "citant" among which the source is looked for."""


class Saying(NamedTuple):
    """One source named in a sentence. Offsets are code points into the clean text; `verb` is the speech verb's token
    index, None for "selon X"; `whole` tells whether all of the sentence is told by it.
    """

    kind: AttributionKind
    name: str
    code: str | None
    start: int
    end: int
    mention: Mention | None
    verb: int | None
    whole: bool


class Agency(NamedTuple):
    """An agency or outlet as texts call it."""

    name: str
    code: str | None


class AttributionReader:
    """Reads who says so; holds the words of one language and the names of agencies."""

    def __init__(self, pack: LanguagePack, grammar: Grammar, agencies: Mapping[str, Agency]) -> None:
        self._grammar = grammar
        self._agencies = agencies
        self._parties = {code: names.name for code, names in pack.states.items()}
        self._parties |= {code: names.name for code, names in pack.organisations.items()}
        self._speech: dict[str, frozenset[Feature]] = {}
        self._fixed: dict[str, list[tuple[str, ...]]] = {}
        for verb in (*pack.attribution.speech_verbs, *pack.attribution.opinion_verbs, *pack.attribution.agency_verbs):
            words = [w.lower for w in split_words(verb)]
            reflexive = words[0] in pack.syntax.words["reflexive"]
            head, *rest = words[1:] if reflexive else words
            for form, features in pack.inflection.verb_forms(head).items():
                self._speech[form] = self._speech.get(form, frozenset()) | features
                self._fixed.setdefault(form, []).append(tuple(rest))
        self._sources: dict[str, list[tuple[str, ...]]] = {}
        for phrase in pack.attribution.source_prepositions:
            pattern = tuple(w.lower for w in split_words(phrase))
            self._sources.setdefault(pattern[0], []).append(pattern)
        self._citing = frozenset(pack.attribution.citing_words)
        self._documents = {form: noun.kind for noun in pack.attribution.reporting_nouns for form in noun.forms}

    def read(self, view: View) -> list[Saying]:
        """The sources that a parsed sentence names, in order."""
        doc = view.doc
        if doc is None:
            return []
        found: list[Saying] = []
        words = lowered_words(doc)
        for i, word in enumerate(words):
            if word in self._citing:
                found += self._after(i + 1, view, doc[i], whole=True)
            elif word in self._speech and self._is_speech(doc[i]):
                found += self._by_verb(doc[i], view)
        for i, word in enumerate(words):
            for pattern in self._sources.get(word, ()):
                if tuple(words[i : i + len(pattern)]) == pattern and i + len(pattern) < len(words):
                    found += self._after(i + len(pattern), view, doc[i], whole=True)
        return sorted({(s.start, s.end, s.verb): s for s in found}.values(), key=lambda s: (s.start, s.end))

    def _is_speech(self, token: Token) -> bool:
        rests = self._fixed[token.lower_]
        following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 6]]
        if not any(all(word in following for word in rest) for rest in rests):
            return False
        return self._grammar.is_verb(token) or token.dep_ in self._grammar.labels["parataxis"]

    def _by_verb(self, verb: Token, view: View) -> list[Saying]:
        subjects = [a for a in self._grammar.arguments(verb) if a.slot == SUBJECT]
        inverted = not subjects or any(a.path.startswith(("parataxis", "conj")) for a in subjects)
        labels, forms = self._grammar.labels["expletive_subject"], self._grammar.words["inverted"]
        joined = next((c for c in verb.children if c.dep_ in labels and c.lower_ in forms), None)
        if joined is not None and joined.i < verb.i:  # ", a-t-il précisé"
            subjects = [Argument(SUBJECT, joined, "inverted")]
        elif inverted:
            after = [
                c
                for c in verb.children
                if c.i > verb.i
                and c.dep_
                in self._grammar.labels["object"]
                | self._grammar.labels["subject"]
                | self._grammar.labels["expletive_subject"]
                and (self._grammar.is_noun(c) or c.pos_ == "PRON")
            ]
            subjects = [Argument(SUBJECT, c, "inverted") for c in after[:1]] or subjects
        return [
            s
            for a in subjects[:1]
            for s in [self._saying(a.token, view, verb, whole=a.token.i > verb.i)]
            if s is not None
        ]

    def _saying(self, token: Token, view: View, verb: Token | None, *, whole: bool = False) -> Saying | None:
        verb_index = verb.i if verb is not None else None
        start, end = view.start_of(token), view.end_of(token)
        agency = self._agency(token)
        if agency is not None:
            return Saying("agency", agency.name, agency.code, start, end, None, verb_index, True)
        mention = view.mention_at(token)
        if token.lower_ in self._documents:
            phrase_end = self._phrase_end(token)
            owner = next((m for m in view.mentions if start <= m.start < view.sentence.start + phrase_end), mention)
            text = view.text[start - view.sentence.start : phrase_end]
            kind: AttributionKind = "document" if self._documents[token.lower_] == "document" else "speaker"
            code = owner.codes[0] if owner is not None and owner.codes else None
            return Saying(kind, text, code, start, view.sentence.start + phrase_end, owner, verb_index, whole)
        if mention is None or not (mention.codes or mention.person):
            return None
        name = mention.person or self._name_of(mention)
        code = mention.codes[0] if mention.codes else None
        return Saying("speaker", name, code, mention.start, mention.end, mention, verb_index, whole)

    def _name_of(self, mention: Mention) -> str:
        """How a source is called: by its own words, or, where they only point to it, by the parties they mean."""
        if mention.kind not in _POINTING and mention.needs is None:
            return mention.text
        names = [self._parties[code] for code in mention.codes if code in self._parties]
        return ", ".join(names) or mention.text

    def _phrase_end(self, token: Token) -> int:
        """Where a noun phrase ends, without its relative clauses: offset into the sentence."""
        end = token.i
        for child in token.children:
            if (
                child.i > token.i
                and child.dep_ in self._grammar.labels["noun_modifier"]
                and not self._grammar.is_verb(child)
            ):
                end = max(end, child.right_edge.i)
        last = token.doc[min(end, token.i + 12)]
        return int(last.idx + len(last.text))

    def _after(self, i: int, view: View, cue: Token, *, whole: bool) -> list[Saying]:
        """The source that a cue introduces: the first one named in the phrase behind it."""
        doc = cue.doc
        skipped = self._grammar.words["determiners"] | self._grammar.words["contracted"]
        for token in doc[i : i + _REACH]:
            if token.lower_ in skipped:
                continue
            if token.pos_ in self._grammar.syntax.parts["punctuation"] or self._grammar.is_verb(token):
                return []
            saying = self._saying(token, view, None, whole=whole)
            if saying is not None:
                return [saying]
        return []

    def _agency(self, token: Token) -> Agency | None:
        for length in (4, 3, 2, 1):
            key = " ".join(t.text for t in token.doc[token.i : token.i + length]).lower()
            agency = self._agencies.get(key)
            if agency is not None and token.text[:1].isupper():
                return agency
        return None

    def of_hit(self, hit: Hit, sayings: Sequence[Saying], carried: Saying | None, *, quoted: bool) -> list[Saying]:
        """The sayings that cover a hit; `carried` is who was speaking before, used where the words stand in a
        quotation that goes on.
        """
        covering = [s for s in sayings if s.whole or s.verb is None or self._governs(s.verb, hit.token)]
        if not covering and quoted and carried is not None:
            return [carried]
        return covering

    def _governs(self, verb: int, token: Token) -> bool:
        """Whether a speech verb tells the clause of a token: above it, or a parenthesis in its sentence."""
        speech = token.doc[verb]
        if speech.dep_ in self._grammar.labels["parataxis"] or speech.i == token.i:
            return True
        node = token
        for _ in range(30):
            if node.i == verb:
                return True
            if node.head == node:
                return False
            node = node.head
        return False
