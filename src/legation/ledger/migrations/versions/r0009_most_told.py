"""The events of a list that several sources tell are found by an index, those that most tell first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the index: some seconds for a million events."""
    several = sa.text("independent_sources > 1 AND first_day IS NOT NULL AND last_day IS NOT NULL")
    op.create_index(
        "listed_told", "listed", ["list", "independent_sources", "dispatches", "last_day", "event"],
        unique=False, sqlite_where=several, postgresql_where=several,
    )  # fmt: skip


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
