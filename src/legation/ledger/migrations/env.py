"""Alembic's way in: runs the steps on the connection it is given, in the transaction that is open."""

from __future__ import annotations

from alembic import context

from legation.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
