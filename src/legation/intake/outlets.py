"""News agencies and outlets that intake knows: by name, by alias, by the domain of an address."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from legation.intake.folding import fold_words
from legation.outlets import Outlet, load_outlet_file

_SHORT = 6  # aliases in capitals up to this length are compared by case: MAP is an agency, a map is none


class Outlets:
    """The known outlets, indexed."""

    def __init__(self, outlets: tuple[Outlet, ...], platforms: tuple[str, ...]) -> None:
        self.all = outlets
        self._platforms = frozenset(platforms)
        self._names: dict[str, list[Outlet]] = {}
        self._domains: dict[str, Outlet] = {}
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                same_name = self._names.setdefault(_name_key(name), [])
                if outlet not in same_name:
                    same_name.append(outlet)
            for domain in outlet.domains:
                self._domains[domain] = outlet

    def named(self, name: str, state: str | None = None) -> Outlet | None:
        """The outlet of this name or alias. `state` decides between several (two agencies are called APS).

        Where several remain, an outlet of that name without state or further aliases is returned.
        """
        key = _name_key(name)
        found = self._names.get(key)
        if found is None:
            other = key.casefold() if name.isupper() else key.upper() if _is_soft_acronym(name) else key
            found = self._names.get(other)
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        of_state = [outlet for outlet in found if outlet.state == state]
        return of_state[0] if len(of_state) == 1 else Outlet(name=name.strip(), kind=found[0].kind)

    def at(self, address: str) -> Outlet | None:
        """The outlet that publishes at this address: the longest known domain that its host ends in."""
        host = host_of(address)
        while host:
            if host in self._domains:
                return self._domains[host]
            _, _, host = host.partition(".")
        return None

    def is_platform(self, address: str) -> bool:
        """Whether the address is one where anybody publishes (social networks, link shorteners)."""
        host = host_of(address)
        while host:
            if host in self._platforms:
                return True
            _, _, host = host.partition(".")
        return False


@cache
def load_outlets() -> Outlets:
    """The outlets of `data/outlets.toml`."""
    data = load_outlet_file()
    return Outlets(data.outlet, data.platforms)


def host_of(address: str) -> str:
    """The host of an address in lower case without `www.`; empty where it has none."""
    if "//" not in address:
        address = "//" + address
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.").rstrip(".")


def registrable_domain(address: str) -> str | None:
    """The domain somebody registered (`thanhnien.vn`, `bbc.co.uk`), or None for numbers and unknown endings."""
    from tld import get_fld  # noqa: PLC0415 - reads the public suffix list that it ships; only needed here

    host = host_of(address)
    if not host:
        return None
    found: str | None = get_fld(f"https://{host}", fail_silently=True)
    return found


def _is_soft_acronym(name: str) -> bool:
    """Whether a name may be an acronym in the French manner: Tass, Irna."""
    return 4 <= len(name) <= _SHORT and name.isalpha() and name.istitle()


def _name_key(name: str) -> str:
    name = " ".join(name.split())
    return name if name.isupper() and len(name) <= _SHORT else fold_words(name)
