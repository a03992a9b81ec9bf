"""An open desk on the small world, and reading with the reader that needs no parser."""

import pytest

import legation
from legation.views.python import texts


@pytest.fixture
def desk(ledger_file):
    with legation.open(ledger_file) as found:
        yield found


@pytest.fixture
def word_reader(languages):
    """The word reader of `cases` behind the Python interface."""
    texts.languages.cache_clear()
    yield languages
    texts.languages.cache_clear()
