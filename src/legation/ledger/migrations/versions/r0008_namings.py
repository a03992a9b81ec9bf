"""Who is named for whom is found newest first, a name at a time: an index that holds the name takes another's place."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the index. The one that goes is the beginning of two others."""
    op.create_index("report_participants_names", "report_participants", ["code", "person", "report"], unique=False)
    op.drop_index("report_participants_code", "report_participants")


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
