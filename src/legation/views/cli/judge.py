"""`legation judge`: the pairs of reports that merging cannot decide, put to a person one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from legation.views.cli.failures import guarded, opened, say
from legation.views.cli.judging import ByOption, name_of
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption, StatesArgument, party_codes
from legation.views.cli.printing import counted, print_line

if TYPE_CHECKING:
    from legation.ledger import Ledger

_KEYS: dict[str, Literal["same", "different", "later"]] = {"s": "same", "d": "different", "l": "later"}
_QUIT, _HELP = "q", "?"
_LEGEND = "s one event, d different events, l later, q quit, ? what the keys mean"
_EXPLAINED = (
    "s  one event: both sentences tell the same thing that happened or is announced",
    "d  different events: they never stand in one event, whatever else is alike",
    "l  later: nothing is decided; the pair comes again at the end of the next round",
    "q  quit; what was judged is kept",
)


@guarded
def judge(states: StatesArgument = None, by: ByOption = None, ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Judge the pairs of reports that may tell one event."""
    codes, name = party_codes(states), name_of(by)
    with opened(ledger) as book:
        answered = _rounds(book, codes, name)
        left = len(book.doubts(codes))
    say(f"{answered} judged; {counted(left, 'doubtful pair', 'doubtful pairs')} left")


def _rounds(book: Ledger, codes: tuple[str, ...], name: str) -> int:
    """Puts one pair after the other; after each answer what is still in doubt is looked up anew."""
    from legation.judgement import on_pair  # noqa: PLC0415
    from legation.views.cli.pairs import print_pair  # noqa: PLC0415
    from legation.views.judging import now  # noqa: PLC0415

    keys, asked = _keys(), set[tuple[str, str]]()
    answered = 0
    while waiting := [one for one in book.doubts(codes) if (one.a, one.b) not in asked]:
        doubt = waiting[0]
        asked.add((doubt.a, doubt.b))
        a, b, verdict = book.report(doubt.a), book.report(doubt.b), book.verdict(doubt.a, doubt.b)
        if a is None or b is None or verdict is None:
            continue
        print_pair(a, b, verdict, len(waiting))
        answer = _answer(keys)
        if answer is None:
            break
        book.judge(on_pair(a, b, answer, by=name, at=now(book, (a, b))))
        if answer != "later":
            answered += 1
            book.update_events()
    return answered


def _keys() -> Iterator[str]:
    """One key after the other; where nobody sits at a terminal, the first letter of each line."""
    if not sys.stdin.isatty():
        yield from (line.strip()[:1] for line in sys.stdin)
        return
    import click  # noqa: PLC0415

    while True:
        try:
            yield click.getchar()
        except EOFError:
            return


def _answer(keys: Iterator[str]) -> Literal["same", "different", "later"] | None:
    """What the person says, or None when that is all."""
    print_line(_LEGEND)
    for key in keys:
        if key.lower() in _KEYS:
            answer = _KEYS[key.lower()]
            print_line(f"→ {answer}")
            return answer
        if key.lower() == _QUIT:
            return None
        for line in _EXPLAINED if key == _HELP else (_LEGEND,):
            print_line(line)
    return None
