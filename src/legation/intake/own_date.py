"""Which of the days that a dispatch shows is its own.

Evidence in the order in which it is believed: the `published` field of a record or page, a dateline, a date line, the
address, the day of the last change. The first that names a full day wins, else the first that names a month, else the
first of all. A dateline without a year takes its year from other evidence that lies close to its day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from legation.dispatch import Basis, OwnDate, Span

_NEAR = timedelta(days=10)  # a reprint follows its dateline within days
_UNKNOWN = "XXXX-"


def decide(
    published: str | None,
    datelines: Iterable[tuple[str, Span]] = (),
    date_lines: Iterable[tuple[str, Span]] = (),
    address: tuple[str, Span | None] | None = None,
    changes: Iterable[tuple[str, Span]] = (),
) -> OwnDate | None:
    """The dispatch's own date, or None where nothing shows one.

    >>> decide(None, [("XXXX-07-04", Span("4 juillet", 8, 17))], address=("2022-07-05", None)).edtf
    '2022-07-04'
    """
    evidence: list[OwnDate] = []
    if published:
        evidence.append(OwnDate(published, "published"))
    evidence += _resting(datelines, "dateline") + _resting(date_lines, "text")
    if address:
        evidence.append(OwnDate(address[0], "address", address[1]))
    evidence += _resting(changes, "text")
    dated = [own for own in evidence if not own.edtf.startswith(_UNKNOWN)]
    evidence = [_with_year(own, dated) for own in evidence]
    if published:
        evidence = [own for own in evidence if own.edtf.startswith(published) or published.startswith(own.edtf)]
    return max(evidence, key=_exactness, default=None)  # the first of the most exact


def _resting(found: Iterable[tuple[str, Span]], basis: Basis) -> list[OwnDate]:
    return [OwnDate(edtf, basis, span) for edtf, span in found]


def _exactness(own: OwnDate) -> int:
    if own.edtf.startswith("XXXX"):
        return 0
    return min(own.edtf.count("-"), 2) + 1


def _with_year(own: OwnDate, dated: list[OwnDate]) -> OwnDate:
    """A day without a year, in the year in which other evidence puts it; unchanged where none is near."""
    if not own.edtf.startswith(_UNKNOWN):
        return own
    for other in dated:
        parts = other.edtf.rstrip("~?%").split("-")
        if len(parts) < 2 or not all(part.isdigit() for part in parts):
            continue
        for year in (int(parts[0]), int(parts[0]) - 1):  # a dateline of 31 December in a page of 1 January
            candidate = f"{year:04d}{own.edtf[4:]}"
            if _is_near(candidate, parts):
                return OwnDate(candidate, own.basis, own.span)
    return own


def _is_near(candidate: str, parts: list[str]) -> bool:
    try:
        day = date.fromisoformat(candidate)
        first = date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) > 2 else 1)
    except ValueError:
        return False
    last = first if len(parts) > 2 else (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first - _NEAR <= day <= last + _NEAR
