"""The first form of the ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from legation.ledger.search import CREATE

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes all tables; on SQLite the full-text search too."""
    op.create_table(
        "dispatches",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False, comment="never changes"),
        sa.Column("source", sa.String(), nullable=False, comment="this and the following: of the current reading"),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("quad", sa.String(), nullable=False),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("dispatches", sa.Integer(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True, comment="of the commitment, null where there is none"),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON of the event"),
        sa.Column("joins", sa.Text(), nullable=False, comment="JSON of the verdicts that joined its reports"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("events_days", "events", ["first_day", "last_day"], unique=False)
    op.create_table(
        "forwards",
        sa.Column("old", sa.String(length=64), nullable=False),
        sa.Column("new", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("old"),
        comment="Where an event went whose id is no more",
    )
    op.create_table(
        "programs",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("name"),
        comment="Versions of the program that have read into this ledger, in the order of their first use",
    )
    op.create_table(
        "reprints",
        sa.Column("copy", sa.String(length=64), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=False),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("copy"),
        comment="Dispatch ids",
    )
    op.create_table(
        "state",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        comment="merged: the last reading that the events know",
    )
    op.create_table(
        "event_participants",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "code"),
    )
    op.create_index("event_participants_code", "event_participants", ["code"], unique=False)
    op.create_table(
        "event_reports",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("report", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "report"),
    )
    op.create_index("event_reports_report", "event_reports", ["report"], unique=False)
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("dispatch", sa.Integer(), nullable=False),
        sa.Column("program", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON of the dispatch with an empty text"),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"],
            ["dispatches.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["program"],
            ["programs.seq"],
        ),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("dispatch", "program", "source"),
        comment="Each time a text was read: from which source, by which version. One reading of each text is current",
    )
    op.create_index("readings_source", "readings", ["source"], unique=False)
    op.create_table(
        "reports",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("dispatch", sa.Integer(), nullable=False),
        sa.Column("superseded", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("salience", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("quad", sa.String(), nullable=False),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="JSON of the report"),
        sa.ForeignKeyConstraint(
            ["dispatch"],
            ["dispatches.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.seq"],
        ),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("reading", "id"),
    )
    op.create_index("reports_dispatch", "reports", ["dispatch"], unique=False)
    op.create_index("reports_id", "reports", ["id"], unique=False)
    op.create_table(
        "report_participants",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="0, 1, 2 … as in the report, actors first"),
        sa.Column("role", sa.String(), nullable=False, comment="actor or recipient"),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.seq"],
        ),
        sa.PrimaryKeyConstraint("report", "place"),
    )
    op.create_index("report_participants_code", "report_participants", ["code"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for statement in CREATE:
            op.execute(sa.text(statement))


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
