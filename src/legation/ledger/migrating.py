"""Which form a ledger has, and bringing it to the newest."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from legation.ledger import refilling
from legation.ledger.errors import LedgerError
from legation.ledger.tables import HEAD

_VERSION = text("SELECT version_num FROM alembic_version")


def known_version(connection: Connection, place: object) -> str | None:
    """The newest migration of a database that is known to be a ledger; None when none has been run.

    Raises:
        LedgerError: one of a newer version of this program.
    """
    found = connection.execute(_VERSION).scalar()
    version = None if found is None else str(found)
    if version is not None and version > HEAD:
        raise LedgerError(f"{place}: written by a newer version of legation (form {version}, this one knows {HEAD})")
    return version


def migrate(connection: Connection) -> None:
    """Runs the migrations that are left, and makes what lists and counts they leave empty, within the caller's
    transaction.
    """
    # Alembic takes long to load and is needed only here.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    refilling.where_due(connection)
