from __future__ import annotations

from datetime import date

import pytest

from legation.views.cli.failures import Failure
from legation.views.cli.options import chosen, first_day, last_day, party_codes


def test_days():
    assert first_day("2019", "--since") == date(2019, 1, 1)
    assert last_day("2019-02", "--until") == date(2019, 2, 28)
    assert first_day(" 2019-05-31 ", "--since") == date(2019, 5, 31)
    assert first_day(None, "--since") is None


@pytest.mark.parametrize("wrong", ["", "31.5.2019", "2019-13", "199X", "2019/2020", "XXXX-05", "../2020"])
def test_no_days(wrong):
    with pytest.raises(Failure) as caught:
        last_day(wrong, "--until")
    assert caught.value.status == 2


def test_parties_each_once_in_order():
    assert party_codes(["Venezuela", "ru", "Moscou", "ONU"]) == ("VEN", "RUS", "UNO")
    assert party_codes(None) == ()


def test_chosen_ignores_case():
    assert chosen(["b", "A", "B"], ("A", "B"), "--x") == ("B", "A")
