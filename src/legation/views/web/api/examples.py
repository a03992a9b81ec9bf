"""Records for the description of the API: those of an example dispatch, in `data/api/examples.json`."""

from __future__ import annotations

import json
from importlib.resources import files

_EXAMPLES = json.loads((files("legation") / "data" / "api" / "examples.json").read_text("utf-8"))

EVENT = _EXAMPLES["event"]
REPORT = _EXAMPLES["report"]
DISPATCH = _EXAMPLES["dispatch"]
PERSON = _EXAMPLES["person"]
COMMITMENT = _EXAMPLES["commitment"]
DISSENT = _EXAMPLES["dissent"]
JUDGEMENT = _EXAMPLES["judgement"]
GIVEN = _EXAMPLES["given"]
