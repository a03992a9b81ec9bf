"""What takes too long is given up; nothing is left of the alarm. No assertion here depends on how fast anything is."""

from __future__ import annotations

import re
import signal
import threading
from contextlib import suppress

import pytest

from legation.dispatch import Dispatch
from legation.intake import FoundText, Limits, Refusal, TimeUp, files, take_in, take_in_texts
from legation.intake.composing import Composer
from legation.intake.patience import Patience
from legation.walk import ReaderSet

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs the alarm of POSIX")
SHORT = 0.05
PAGE = "<html lang=fr><body><p>Moscou a reçu vendredi le ministre de la Défense du Venezuela au Kremlin.</p></html>"


@pytest.fixture(scope="module", autouse=True)
def loaded(tmp_path_factory):
    """What is loaded once is loaded by now: a slow machine needs longer for it than these tests wait."""
    page = tmp_path_factory.mktemp("page") / "x.html"
    page.write_text(PAGE, "utf-8")
    assert [type(one) for one in take_in([str(page)], packs=ReaderSet().packs)] == [Dispatch]


def for_ever(*_: object, **__: object) -> None:
    while True:
        with suppress(Exception):  # as third-party code does
            "x".upper()


def catastrophe() -> None:
    re.fullmatch(r"(?:a|aa)+b", "a" * 200)


@pytest.mark.parametrize("work", [for_ever, catastrophe])
def test_what_has_no_end_is_ended(work):
    with pytest.raises(TimeUp), Patience(SHORT):
        work()
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


def test_one_who_catches_everything_is_told_again():
    def stubborn() -> int:
        caught = 0
        while True:
            try:
                for_ever()
            except BaseException:
                caught += 1
                if caught == 2:
                    raise

    with pytest.raises(TimeUp), Patience(SHORT):
        stubborn()


def test_work_in_time_is_left_alone():
    with Patience(3600):
        pass
    with pytest.raises(ValueError, match="own"), Patience(3600):
        raise ValueError("own")
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_an_alarm_of_somebody_else_is_left_alone():
    def theirs(*_: object) -> None:
        raise AssertionError("rung")

    before = signal.signal(signal.SIGALRM, theirs)
    signal.setitimer(signal.ITIMER_REAL, 3600)
    try:
        with Patience(SHORT):
            assert signal.getsignal(signal.SIGALRM) is theirs
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_other_threads_are_not_bounded_but_work():
    done = []
    thread = threading.Thread(target=lambda: done.append(Patience(SHORT).__enter__()))
    thread.start()
    thread.join()
    assert len(done) == 1


def test_time_grows_with_the_text():
    limits = Limits(seconds=2)
    assert [limits.time_for(size) for size in (0, 100_000, 100_001, 2_000_000)] == [2, 2, 4, 40]
    assert limits.too_slow(100_001) == "given up after 4 s"


def test_a_page_that_takes_too_long_is_named_and_the_rest_read(tmp_path, monkeypatch):
    slow = files.read_page
    monkeypatch.setattr(files, "read_page", lambda data, path: for_ever() if "b." in path else slow(data, path))
    for name in "abc":
        (tmp_path / f"{name}.html").write_text(PAGE, "utf-8")
    found = list(take_in([str(tmp_path)], packs=ReaderSet().packs, limits=Limits(seconds=10)))
    assert [type(one) for one in found] == [Dispatch, Refusal, Dispatch]
    assert str(found[1]).endswith("b.html: given up after 10 s")


def test_a_text_that_takes_too_long_to_compose_is_named(monkeypatch):
    composed = Composer.compose
    monkeypatch.setattr(
        Composer, "compose", lambda self, found: for_ever() if found.label == "b" else composed(self, found)
    )
    texts = [FoundText("Moscou a reçu le ministre.", name, name, language="fr") for name in "abc"]
    found = list(take_in_texts(texts, packs=ReaderSet().packs, limits=Limits(seconds=10)))
    assert [type(one) for one in found] == [Dispatch, Refusal, Dispatch]
    assert str(found[1]) == "b: given up after 10 s"
