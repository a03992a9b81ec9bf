"""Legation reads diplomatic dispatches and keeps the record of what states do with each other.

In Python: `legation.read` reads a text, `legation.open` opens a ledger; docs/python.md shows both. They are loaded when
they are first used, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legation.ledger import LedgerError
    from legation.views.python import Desk, read, read_many
    from legation.views.python import open_desk as open

__version__ = "0.1.0"

__all__ = ["Desk", "LedgerError", "__version__", "open", "read", "read_many"]

_LOADED_FROM = {
    "Desk": ("legation.views.python", "Desk"),
    "LedgerError": ("legation.ledger", "LedgerError"),
    "open": ("legation.views.python", "open_desk"),
    "read": ("legation.views.python", "read"),
    "read_many": ("legation.views.python", "read_many"),
}

if not TYPE_CHECKING:  # a checker knows the names from above, and that there are no others

    def __getattr__(name: str) -> object:
        if name not in _LOADED_FROM:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415

        module, attribute = _LOADED_FROM[name]
        globals()[name] = found = getattr(import_module(module), attribute)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
