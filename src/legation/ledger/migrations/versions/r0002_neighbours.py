"""What is needed to find the neighbours of a new dispatch without reading everything.

The tables begin empty: the events that are there count as merged by other rules, and the next update merges anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_index("dispatches_first_day", "dispatches", ["first_day"], unique=False)
    op.create_table(
        "compared",
        sa.Column("dispatch", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False, comment="how many different runs of words the text has"),
        sa.Column(
            "sketch", sa.LargeBinary(), nullable=False, comment="tells most texts that share a key by chance apart"
        ),
        sa.Column("origin", sa.Integer(), nullable=False, comment="the original behind it, else itself"),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.seq"]),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.ForeignKeyConstraint(["origin"], ["dispatches.seq"]),
        sa.PrimaryKeyConstraint("dispatch"),
        comment="The texts that merging knows, as this reading of each gives them",
    )
    op.create_table(
        "text_keys",
        sa.Column(
            "recent", sa.Boolean(), nullable=False, comment="added since the others were put in order (copies.settle)"
        ),
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dispatch", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.seq"]),
        sa.PrimaryKeyConstraint("recent", "key", "dispatch"),
        comment="Texts that share a key are compared (merging.reprints.marks)",
        sqlite_with_rowid=False,
    )
    op.create_index("text_keys_dispatch", "text_keys", ["dispatch"], unique=False)
    op.create_table(
        "alike",
        sa.Column("dispatch", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.seq"]),
        sa.ForeignKeyConstraint(["other"], ["dispatches.seq"]),
        sa.PrimaryKeyConstraint("dispatch", "other"),
        comment="Texts found alike; each pair stands here both ways round",
        sqlite_with_rowid=False,
    )
    _of_reports()


def _of_reports() -> None:
    op.create_table(
        "report_windows",
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False, comment="of the window, by its length"),
        sa.Column("low", sa.Integer(), nullable=False, comment="first day, counted from the year 1"),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False, comment="last day"),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("block", "level", "low", "report"),
        comment="Where and when a report can meet others (merging.blocks)",
        sqlite_with_rowid=False,
    )
    op.create_index("report_windows_report", "report_windows", ["report"], unique=False)
    op.create_table(
        "same_pairs",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True, comment="JSON; null the second way round"),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.ForeignKeyConstraint(["other"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("report", "other"),
        comment="Reports that tell one event, taken by themselves; each pair stands here both ways round",
        sqlite_with_rowid=False,
    )
