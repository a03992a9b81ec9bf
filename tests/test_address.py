"""Where a ledger is, as it is given and as it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.address import Address, address_of
from legation.intake.feeds.memory import place_beside


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://desk:geheim@db.example:5433/legation?sslmode=require", "postgresql://desk@db.example:5433/legation"),
        ("postgres://desk:ge%2Fheim@db.example/legation?password=geheim", "postgresql://desk@db.example/legation"),
        ("POSTGRESQL://db.example/legation", "postgresql://db.example/legation"),
        ("postgresql:///legation?host=/run/postgresql&password=geheim", "postgresql:///legation"),
        ("postgresql://desk:geheim@one:1,two:2/legation", "postgresql://desk@one:1,two:2/legation"),
        ("postgresql://[::1]:5432/legation", "postgresql://[::1]:5432/legation"),
        ("postgresql://", "postgresql://"),
    ],
)  # fmt: skip
def test_a_server_is_shown_without_a_password(given, shown):
    address = address_of(given)
    assert str(address) == address.short == shown
    assert "heim" not in repr(address)
    assert (address.url, address.path, address.is_missing) == (given, None, False)


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://desk:ge/heim@host/legation",
        "postgresql://desk:ge#heim@host/legation",
        "postgresql://desk:12/heim@host/legation",
        "postgresql://desk:geheim@host:port/legation",
        "postgresql://host/legation?user=a@heim",
        "mysql://desk:geheim@host/legation",
        "http://desk:geheim@host/",
    ],
)
def test_what_is_no_address_of_a_ledger_is_refused_without_showing_it(given):
    with pytest.raises(ValueError, match=r"://…: ") as error:
        address_of(given)
    assert "heim" not in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("given", ["legation.db", "./a b.db", "postgresql", "C:/legation.db", Path("x/legation.db")])
def test_everything_else_is_a_file(given):
    address = address_of(given)
    assert address == Address(path=Path(given)) == address_of(address)
    assert address.short == Path(given).name
    assert address.is_missing


def test_feeds_are_remembered_beside_the_file_or_their_list():
    feeds = Path("desk/feeds.toml")
    assert place_beside(address_of("a/l.db"), feeds) == Path("a/l.db.feeds.json")
    one, other = (address_of(f"postgresql://u:{word}@h/d?sslmode=require&password={word}") for word in ("one", "two"))
    assert place_beside(one, feeds) == place_beside(other, feeds)
    assert place_beside(one, feeds).parent == feeds.parent
    assert place_beside(address_of("postgresql://u@h/e"), feeds) != place_beside(one, feeds)
