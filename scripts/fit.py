"""Fits the weights of data/fitted/ on the annotated dispatches of the develop sets, and tells how well they hold.

    python scripts/fit.py [completing|dating|placing|confidence|gathering ...]

`completing`: whom an open side of an event means. `dating`: which of the dates at hand an act has. `placing`: which of
the places. `confidence`: how likely a report is right. `gathering`: which tellings are of one event. All are sums of
plain signs (logistic regression with ridge penalty). What is printed is measured by cross-validation over dispatches.
Each is fitted with the weights of those before it. Needs the shared material beside the project, where the scorer and
the real articles are.
"""

from __future__ import annotations

import argparse
from typing import Any

from fit_completing import fit_completing
from fit_confidence import fit_confidence
from fit_dating import fit_dating
from fit_gathering import fit_gathering
from fit_placing import fit_placing
from fit_sources import Remembering

from legation.fitted import load_fitted
from legation.language.pack import load_pack
from legation.reading.parse import load_parser
from legation.reading.reader import Reader

FITS = {
    "completing": fit_completing,
    "dating": fit_dating,
    "placing": fit_placing,
    "confidence": fit_confidence,
    "gathering": fit_gathering,
}


def main() -> int:
    """Fits what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(FITS))
    args = parser.parse_args()
    pack = load_pack("fr")
    parsing: Any = Remembering(load_parser(pack.syntax))
    for name in args.names:
        load_fitted.cache_clear()
        print(name)
        FITS[name](Reader(pack, parser=parsing))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
