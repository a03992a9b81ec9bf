import pytest

from legation.ledger import open_ledger
from legation.views.brief import gather_brief
from legation.views.wording import load_interface, load_party_names


@pytest.fixture
def make_brief(ledger_file):
    """Gathers a brief from the small world, or from another ledger."""

    def make(*codes, language="en", path=ledger_file, **options):
        with open_ledger(path, create=False) as ledger:
            return gather_brief(
                ledger, codes or ("RUS", "VEN"), interface=load_interface(language),
                names=load_party_names(language), language=language, **options,
            )  # fmt: skip

    return make
