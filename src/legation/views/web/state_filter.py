"""States in an address: `?state=RUS&state=Venezuela`, by code or name."""

from __future__ import annotations

from starlette.requests import Request

from legation.views.asking import near_parties, party_code
from legation.views.web.failures import BadAddressError
from legation.views.web.languages import language_of
from legation.views.web.words import load_words

_MOST = 8
_LONGEST = 100


def asked_states(request: Request, name: str = "state") -> tuple[str, ...]:
    """The codes of the states and organisations in the address, each once; what a form left empty asks nothing.

    Raises:
        BadAddressError: one is unknown, or there are too many; one line in the reader's language.
    """
    given = [value for one in request.query_params.getlist(name) if (value := one.strip())]
    words = load_words(language_of(request), "state_filter")
    if len(given) > _MOST:
        raise BadAddressError(words.too_many.format(most=_MOST))
    found = []
    for value in given:
        code = party_code(value) if len(value) <= _LONGEST else None
        if code is None:
            near = near_parties(value[:_LONGEST])
            line = words.unknown.format(value=value[:_LONGEST])
            raise BadAddressError(f"{line} {words.near.format(names=', '.join(near))}" if near else line)
        found.append(code)
    return tuple(dict.fromkeys(found))
