"""What all tests share: the French pack, its parser and a reader, built once a session (a worker)."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from legation.language.pack import LanguagePack, load_pack
from legation.reading.attribution import Agency
from legation.reading.parse import load_parser
from legation.reading.reader import Reader

_QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What lands must not hang on the draw: the parser is a statistical one, and a pair of states in ten thousand is read
# otherwise than the next. The tests draw the same examples each time; `make hunt` draws new ones.
settings.register_profile("quiet", _QUIET, derandomize=True)
settings.register_profile("hunt", _QUIET, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quiet"))


@pytest.fixture(scope="session")
def pack() -> LanguagePack:
    return load_pack("fr")


@pytest.fixture(scope="session")
def parser(pack):
    return load_parser(pack.syntax)


@pytest.fixture(scope="session")
def reader(pack, parser) -> Reader:
    return Reader(pack, parser=parser, agencies={"reuters": Agency("Reuters", "GBR")})
