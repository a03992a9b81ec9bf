"""The digest as PDF."""

from __future__ import annotations

import msgspec

from legation.views.brief.chart import COLOURS
from legation.views.brief.setting import set_pdf
from legation.views.digest.contents import Digest


def write_pdf(digest: Digest) -> bytes:
    """The file, A4, PDF/UA-1. Signs that the fonts lack are transliterated between ‹ and ›.

    Raises:
        typst.TypstError: the document cannot be set.
    """
    return set_pdf("digest/page.typ", msgspec.to_builtins(digest) | {"colours": COLOURS})
