"""Judgements of persons, and the pairs of reports to be put to them.

The pairs in doubt are found as reports are merged: the events that are there count as merged by other rules, and the
next update merges anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON of the judgement"),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
        comment="What persons judged: rows are added, never changed",
    )
    op.create_table(
        "judged_dispatches",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("dispatch", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.seq"]),
        sa.PrimaryKeyConstraint("judgement", "dispatch"),
        comment="Ids of dispatches on whose reports there are judgements; they may not have been read yet",
    )
    op.create_index("judged_dispatches_dispatch", "judged_dispatches", ["dispatch"], unique=False)
    op.create_table(
        "doubtful_pairs",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.ForeignKeyConstraint(["other"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("report", "other"),
        comment="Reports that may tell one event; each pair stands here both ways round",
        sqlite_with_rowid=False,
    )
    op.execute(sa.text("DELETE FROM state WHERE key = 'rules'"))


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
