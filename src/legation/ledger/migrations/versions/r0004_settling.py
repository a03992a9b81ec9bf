"""Promises and plans, and the reports that settle them.

They are found as reports are merged: the events that are there count as merged by other rules, and the next update
merges anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "settling_windows",
        sa.Column("pair", sa.String(), nullable=False),
        sa.Column(
            "side", sa.String(length=4), nullable=False, comment="due: promised or announced; done: may settle it"
        ),
        sa.Column("level", sa.Integer(), nullable=False, comment="of the window, by its length"),
        sa.Column("low", sa.Integer(), nullable=False, comment="first day, counted from the year 1"),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False, comment="last day"),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("pair", "side", "level", "low", "report"),
        comment="Where and when a promise or plan can meet what settles it (merging.fulfilment)",
        sqlite_with_rowid=False,
    )
    op.create_index("settling_windows_report", "settling_windows", ["report"], unique=False)
    op.create_table(
        "fulfilments",
        sa.Column("announced", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON"),
        sa.ForeignKeyConstraint(["announced"], ["reports.seq"]),
        sa.ForeignKeyConstraint(["told"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("announced", "told"),
        comment="What a report says of a promise or plan in another",
        sqlite_with_rowid=False,
    )
    op.create_index("fulfilments_told", "fulfilments", ["told"], unique=False)
    op.execute(sa.text("DELETE FROM state WHERE key = 'rules'"))


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
