"""Checks the reference data of states: complete, known codes, no word claimed by two states.

Run `python scripts/check_states.py`; it prints one line per problem and exits with 1 when there are any.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from legation.language.states import OrganisationNames, StateNames, load_organisation_names, load_state_names
from legation.states import State, load_states
from legation.when import is_edtf

LANGUAGES = Path(__file__).parent.parent / "src" / "legation" / "data" / "languages"

# ISO 3166-1, the 249 officially assigned alpha-3 codes; XKX is in common use for Kosovo.
_CODES = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH
    BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB
    CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO
    GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN
    IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA
    MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER
    NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU
    RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
    TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT
    WLF WSM YEM ZAF ZMB ZWE
"""
ISO_3166_1 = frozenset(_CODES.split())
ASSIGNED_BY_USE = frozenset({"XKX"})

# Words that two codes may claim, and why. Case does not count.
SHARED = {
    "bruxelles": "stands for the Union and for Belgium",
    "brussels": "the same in English",
    "la haye": "seat of courts and of the Dutch government",
}
# States without a capital in the data: its name means too much else (Victoria).
NO_CAPITAL = frozenset({"SYC"})

_SURFACES = ("names", "demonyms", "capitals", "seats", "cities", "epithets")


def problems() -> list[str]:
    """What is wrong with the data, one line each; empty when nothing is."""
    states = load_states()
    found = list(_facts(states))
    for folder in sorted(path for path in LANGUAGES.iterdir() if (path / "states").is_dir()):
        names = load_state_names(folder)
        organisations = load_organisation_names(folder) if (folder / "organisations.toml").exists() else {}
        for problem in (*_names(states, names), *shared_words(names, organisations)):
            found.append(f"{folder.name}: {problem}")
    return found


def _facts(states: Mapping[str, State]) -> Iterator[str]:
    current = {code for code, state in states.items() if state.kind != "former"}
    for code in sorted((ISO_3166_1 | ASSIGNED_BY_USE) - current):
        yield f"{code} is missing"
    for code in sorted(current - ISO_3166_1 - ASSIGNED_BY_USE):
        yield f"{code} is no code of ISO 3166-1"
    counted = Counter(states[code].alpha2 for code in current)
    for alpha2, count in counted.items():
        if count > 1 or alpha2 is None or not re.fullmatch("[A-Z]{2}", alpha2):
            yield f"alpha-2 code {alpha2} stands {count} times"
    for code, state in states.items():
        for other in (*state.successors, *filter(None, [state.parent])):
            if other not in states:
                yield f"{code} names the unknown code {other}"
        for day in filter(None, (state.since, state.until)):
            if not is_edtf(day):
                yield f"{code} has the date {day}"
        if (state.kind == "former") != bool(state.until and state.successors):
            yield f"{code}: until and successors belong to former states, and to all of them"
        if state.parent and state.kind != "territory":
            yield f"{code}: only a territory has a parent"
        if state.since and state.until and state.since > state.until:
            yield f"{code} ends before it begins"


def _names(states: Mapping[str, State], names: Mapping[str, StateNames]) -> Iterator[str]:
    for code in sorted(names.keys() - states.keys()):
        yield f"{code} is unknown"
    for code in sorted(states.keys() - names.keys()):
        yield f"{code} has no names"
    for code, named in names.items():
        if code in states and states[code].kind == "state":
            if not named.demonyms:
                yield f"{code} has no demonyms"
            if not named.capitals and code not in NO_CAPITAL:
                yield f"{code} has no capital"
        for field in (*_SURFACES, "combining"):
            forms = (*getattr(named, field), named.name) if field == "names" else getattr(named, field)
            for form, count in Counter(forms).items():
                if count > 1:
                    yield f"{code}: {form!r} stands twice in {field}"
                if (
                    not form
                    or form != " ".join(form.split())
                    or "’" in form
                    or not unicodedata.is_normalized("NFC", form)
                ):
                    yield f"{code}: {form!r} in {field} is not written as it should be"
                if field in {"demonyms", "combining"} and form != form.lower():
                    yield f"{code}: {form!r} in {field} is not lower case"


def shared_words(names: Mapping[str, StateNames], organisations: Mapping[str, OrganisationNames]) -> Iterator[str]:
    """Words that more than one code claims, unless `SHARED` lists them; case does not count."""
    claims: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, set[str]] = defaultdict(set)
    for code, named in names.items():
        claims[named.name.casefold()].add(code)
        for field in _SURFACES:
            for form in getattr(named, field):
                claims[form.casefold()].add(code)
        for form in (*named.combining, *named.demonyms):
            firsts[form.casefold()].add(code)
    for code, body in organisations.items():
        for form in (body.name, *body.names, *body.adjectives, *body.seats):
            claims[form.casefold()].add(code)
    for claimed, what in ((claims, "claimed"), (firsts, "claimed as first element")):
        for form, codes in sorted(claimed.items()):
            if len(codes) > 1 and form not in SHARED:
                yield f"{form!r} is {what} by {', '.join(sorted(codes))}"


if __name__ == "__main__":
    told = problems()
    print("\n".join(told) or "no problems")
    sys.exit(1 if told else 0)
