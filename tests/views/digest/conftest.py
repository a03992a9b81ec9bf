import pytest

from legation.ledger import open_ledger
from legation.views.digest import gather_digest
from legation.views.lookback import lookback
from legation.views.wording import load_interface, load_party_names


@pytest.fixture
def make_digest(ledger_file):
    """Gathers a digest from the small world, or from another ledger."""

    def make(since="2020-02-08", *among, language="en", path=ledger_file):
        with open_ledger(path, create=False) as ledger:
            return gather_digest(
                ledger, lookback(since, "--since"), among, interface=load_interface(language),
                names=load_party_names(language), language=language,
            )  # fmt: skip

    return make


@pytest.fixture
def filled(tmp_path):
    """A ledger with these readings, merged."""

    def fill(readings, name="made.db"):
        with open_ledger(tmp_path / name) as ledger:
            ledger.keep(readings)
            ledger.update_events()
        return tmp_path / name

    return fill
