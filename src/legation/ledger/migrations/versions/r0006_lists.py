"""Lists of events and counts, so that pages over a large ledger need not read everything.

The tables begin empty; they are filled when the ledger is opened (`refilling`).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables and indices."""
    _lists()
    _counts()
    for table, *columns in (
        ("dispatches", "first_day", "id"),
        ("dispatches", "source"),
        ("report_participants", "code", "report"),
        ("report_participants", "person"),
        ("events", "first_day", "id"),
        ("doubtful_pairs", "score"),
    ):
        name = "days_ids" if columns == ["first_day", "id"] else "_".join(columns)
        op.create_index(f"{table}_{name}", table, columns, unique=False)


def _lists() -> None:
    op.create_table(
        "listed",
        sa.Column("list", sa.String(), nullable=False),
        sa.Column(
            "begin", sa.String(length=10), nullable=False, comment="the first day, else the last one, else empty"
        ),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(), nullable=False, comment="this and the following: as in the table of events"),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("quad", sa.String(), nullable=False),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("dispatches", sa.Integer(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("due", sa.String(), nullable=True, comment="of the commitment, EDTF"),
        sa.Column("due_by", sa.String(length=10), nullable=True, comment="its last day"),
        sa.Column(
            "due_order",
            sa.String(length=10),
            nullable=True,
            comment="its last day, else its first one, else what sorts behind all",
        ),
        sa.Column(
            "brief", sa.Boolean(), nullable=False, comment="has both days, and no more than a month between them"
        ),
        sa.Column("place", sa.String(), nullable=True, comment="the code"),
        sa.Column("contexts", sa.String(), nullable=False, comment="each between bars: |military|territory|"),
        sa.PrimaryKeyConstraint("list", "begin", "event"),
        comment="The lists in which an event stands, so that each can be counted and turned over without its records",
        sqlite_with_rowid=False,
    )
    there = sa.text("outcome IS NOT NULL")
    columns = ["list", "outcome", "due_order", "due", "event"]
    op.create_index("listed_due", "listed", columns, sqlite_where=there, postgresql_where=there)
    op.create_table(
        "event_namings",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False, comment="empty where none is named"),
        sa.ForeignKeyConstraint(["event"], ["events.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "code", "person", "office"),
        comment="The people that the reports of an event name, for whom, and as what",
        sqlite_with_rowid=False,
    )
    op.create_index("event_namings_code", "event_namings", ["code", "person", "office"], unique=False)


def _counts() -> None:
    op.create_table(
        "tallies",
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("first_month", sa.String(length=7), nullable=False, comment="empty where there is none"),
        sa.Column("last_month", sa.String(length=7), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("quad", sa.String(), nullable=False),
        sa.Column("brief", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False, comment="empty where nothing is promised"),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column(
            "intensity", sa.Integer(), nullable=False, comment="the sum in thousandths: whole numbers add up exactly"
        ),
        sa.PrimaryKeyConstraint("list", "first_month", "last_month", "type", "status", "quad", "brief", "outcome"),
        comment="How many events of the long lists are of one kind and month",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counted",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name"),
        comment="What is counted while it is written, because counting it would take reading everything",
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
