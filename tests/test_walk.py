from __future__ import annotations

import signal
import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from legation.intake import Limits, Refusal
from legation.ledger import Ledger, LedgerError, Question, open_ledger
from legation.walk import BATCH, Known, ReaderSet, Reading, agencies, program_name, walk, walking
from views.cases import WordLanguages

MET = "Moscou a rencontré Caracas vendredi pour parler du pétrole et de la coopération entre les deux pays, numéro {}."
HOME = "Le gouvernement s'est réuni hier dans la capitale pour parler du budget de l'année prochaine."


@pytest.fixture
def languages():
    return WordLanguages()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    for i in range(3):
        (made / f"{i}.txt").write_text(MET.format(i), "utf-8")
    return made


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def go(paths, languages, **options):
    return list(walk([str(path) for path in paths], languages, **options))


def test_reads_keeps_and_merges(folder, languages, ledger):
    steps = go([folder], languages, ledger=ledger)
    assert [type(step) for step in steps] == [Reading] * 3
    assert [step.dispatch.source for step in steps] == [str(folder / f"{i}.txt") for i in range(3)]
    assert all(len(step.reports) == 1 for step in steps)
    counts = ledger.counts()
    assert (counts.dispatches, counts.reports, counts.stale) == (3, 3, 0)
    assert counts.events == len(ledger.events(Question())) > 0


class FindsTheDay(WordLanguages):
    """Reads as WordLanguages does, and finds a day in the text."""

    def reader(self, language):
        found = super().reader(language)

        class Dated:
            def read(self, dispatch):
                ref = msgspec.structs.replace
                return tuple(ref(r, dispatch=ref(r.dispatch, published="2024-04-03")) for r in found.read(dispatch))

            def read_many(self, dispatches):
                return (self.read(dispatch) for dispatch in dispatches)

        return Dated()


def test_a_day_that_only_reading_finds_is_the_dispatch_s_own(folder, ledger):
    steps = go([folder], FindsTheDay(), ledger=ledger)
    assert [step.dispatch.published for step in steps] == ["2024-04-03"] * 3
    assert {dispatch.published for dispatch in ledger.dispatches()} == {"2024-04-03"}


def test_works_without_a_ledger(folder, languages):
    assert sum(len(step.reports) for step in go([folder], languages)) == 3


def test_refusals_stand_in_their_place(folder, languages):
    (folder / "1.txt").write_bytes(b"")
    steps = go([folder], languages)
    assert [type(step) for step in steps] == [Reading, Refusal, Reading]
    assert str(steps[1]).endswith("1.txt: empty")


def test_what_the_ledger_has_is_not_read_again_unless_wanted(folder, languages, ledger):
    go([folder], languages, ledger=ledger)
    before = ledger.events()
    languages.the_reader.read_ids.clear()
    assert [type(step) for step in go([folder], languages, ledger=ledger)] == [Known] * 3
    assert languages.the_reader.read_ids == []
    again = go([folder], languages, ledger=ledger, again=True)
    assert [type(step) for step in again] == [Reading] * 3
    assert ledger.events() == before


def test_scope_decides_what_is_told_and_kept(tmp_path, languages, ledger):
    (tmp_path / "home.txt").write_text(HOME, "utf-8")
    paths = [tmp_path / "home.txt"]
    assert go(paths, languages, ledger=ledger)[0].reports == ()
    assert ledger.counts().reports == 0
    (told,) = go(paths, languages, ledger=ledger, scope="all")
    assert len(told.reports) == 1
    assert ledger.counts().reports == 1, "asked for all, the ledger keeps domestic events too"
    assert isinstance(go(paths, languages, ledger=ledger)[0], Known), "all includes the international ones"
    go(paths, languages, ledger=ledger, again=True)
    assert ledger.counts().reports == 1
    assert program_name("all") != program_name("international")


def test_stopped_in_the_middle_keeps_and_merges_what_was_read(folder, languages, ledger):
    (folder / "1.txt").write_text("STOP. " + MET.format(1), "utf-8")
    steps = walk([str(folder)], languages, ledger=ledger)
    with pytest.raises(KeyboardInterrupt):
        list(steps)
    counts = ledger.counts()
    assert (counts.dispatches, counts.events, counts.stale) == (1, 1, 0)
    (folder / "1.txt").write_text(MET.format(1), "utf-8")
    assert [type(step) for step in go([folder], languages, ledger=ledger)] == [Known, Reading, Reading]


def test_whoever_stops_listening_loses_nothing(folder, languages, ledger):
    steps = walk([str(folder)], languages, ledger=ledger)
    next(steps)
    steps.close()
    assert (ledger.counts().dispatches, ledger.counts().stale) == (1, 0)


def test_a_fault_in_reading_loses_one_dispatch_only(folder, languages, ledger):
    (folder / "1.txt").write_text("FAUTE. " + MET.format(1), "utf-8")
    steps = go([folder], languages, ledger=ledger)
    assert [type(step) for step in steps] == [Reading, Refusal, Reading]
    assert "RuntimeError: no such thing" in str(steps[1])
    assert ledger.counts().dispatches == 2


class NeverEnds(WordLanguages):
    """Reads as WordLanguages does, but never comes to the end of a text with LENT in it."""

    def reader(self, language):
        found = super().reader(language)

        class Slow:
            def read(self, dispatch):
                while "LENT" in dispatch.text:
                    pass
                return found.read(dispatch)

            def read_many(self, dispatches):
                return (self.read(dispatch) for dispatch in dispatches)

        return Slow()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs the alarm of POSIX")
def test_a_text_that_takes_too_long_is_given_up_and_the_rest_read(folder, ledger):
    (folder / "1.txt").write_text("LENT. " + MET.format(1), "utf-8")
    steps = go([folder], NeverEnds(), ledger=ledger, limits=Limits(seconds=2))
    assert [type(step) for step in steps] == [Reading, Refusal, Reading]
    assert str(steps[1]).endswith("1.txt: given up after 2 s")
    assert (ledger.counts().dispatches, ledger.counts().stale) == (2, 0)


def test_kept_batch_by_batch(folder, languages, ledger, monkeypatch):
    for i in range(BATCH + 5):
        (folder / f"m{i:03}.txt").write_text(MET.format(i + 10), "utf-8")
    sizes = []
    keep = Ledger.keep
    monkeypatch.setattr(Ledger, "keep", lambda self, items, **o: (sizes.append(len(items)), keep(self, items, **o))[1])
    go([folder], languages, ledger=ledger)
    assert sizes == [BATCH, 8]


def test_long_dispatches_close_a_batch(folder, languages, monkeypatch):
    monkeypatch.setattr(walking, "BATCH_CHARACTERS", 100)
    assert len(go([folder], languages)) == 3


def test_a_full_disk_ends_the_walk_with_the_ledgers_word(folder, languages, ledger, monkeypatch):
    def full(*_, **__):
        raise LedgerError("l.db: the disk is full; what was kept before is safe")

    monkeypatch.setattr(Ledger, "keep", full)
    with pytest.raises(LedgerError, match="disk is full"):
        go([folder], languages, ledger=ledger)


def test_agencies_have_unambiguous_names():
    found = agencies()
    assert found["afp"].name == "AFP"
    assert found["prensa latina"].code == "CUB"
    assert "aps" not in found, "of Algiers or of Dakar"
    assert "ap" not in found
    assert "liberté" not in found, "a word before it is a newspaper"
    assert all(len(name) >= 3 and name == name.lower() for name in found)


def test_packs_are_loaded_when_they_are_asked_for(monkeypatch):
    from legation.language import pack  # noqa: PLC0415

    loaded = []
    monkeypatch.setattr(pack, "load_pack", lambda code: loaded.append(code) or code)
    packs = ReaderSet().packs
    assert {"en", "fr"} <= set(packs)
    assert len(packs) == len(set(packs))
    assert "fr" in packs
    assert "xx" not in packs
    assert loaded == []
    assert packs["fr"] == "fr"
    assert loaded == ["fr"]
    with pytest.raises(KeyError):
        packs["xx"]


def test_places_of_datelines():
    code = ReaderSet().place_code
    assert code("Moscou") == "RUS"
    assert code("Caracas") == "VEN"
    assert code("Venezuela") == "VEN"
    assert code("Tombouctou-sur-Loire") is None


def test_only_what_is_wanted_is_read(folder, languages):
    steps = go([folder], languages, only=lambda dispatch: dispatch.source.endswith("1.txt"))
    assert [step.dispatch.source for step in steps] == [str(folder / "1.txt")]
    assert languages.the_reader.read_ids == [steps[0].dispatch.id]


def test_dispatches_of_a_language_without_a_parser_are_refused_by_name(folder, languages, monkeypatch):
    import msgspec  # noqa: PLC0415

    from legation.language.pack import load_pack  # noqa: PLC0415
    from legation.reading.parse import load_parser  # noqa: PLC0415

    syntax = msgspec.structs.replace(load_pack("en").syntax, models=("en_no_such_model",))
    monkeypatch.setattr(languages, "reader", lambda language: load_parser(syntax))
    steps = go([folder], languages)
    assert [type(step) for step in steps] == [Refusal] * 3
    assert str(steps[0]).endswith("0.txt: language fr has no parser installed: pip install legation[en]")
