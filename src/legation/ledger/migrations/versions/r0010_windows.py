"""Stretches of time, people and sources are found without going through all; a list says the mode of its events.

The lists are made anew when the ledger is opened (`refilling`): a minute or two for a hundred thousand events.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_LONG = "first_day IS NULL OR last_day IS NULL OR substr(first_day, 1, 7) <> substr(last_day, 1, 7)"
_SEVERAL = "independent_sources > 1 AND first_day IS NOT NULL AND last_day IS NOT NULL"


def upgrade() -> None:
    """Empties the lists, which the state knows to be of an older form; two columns more, and the indices."""
    op.execute("DELETE FROM listed")
    op.add_column("listed", sa.Column("mode", sa.String(), nullable=True))
    of = sa.Column("sources", sa.String(), nullable=False, server_default="",
                   comment="outlets and independent sources, each between bars")  # fmt: skip
    op.add_column("listed", of)
    if op.get_bind().dialect.name == "postgresql":  # as 0007 has it for those that were there
        for column in ("mode", "sources"):
            op.execute(sa.text(f'ALTER TABLE listed ALTER COLUMN {column} TYPE varchar COLLATE "C"'))
    for name in ("listed_told", "listed_due"):
        op.drop_index(name, "listed")
    told = ["list", "independent_sources", "dispatches", "last_day", "event", "first_day", "type", "status", "outcome"]
    for name, table, columns, where in (
        ("listed_told", "listed", told, _SEVERAL),
        ("listed_due", "listed", ["list", "outcome", "due_order", "due", "event", "due_by"], "outcome IS NOT NULL"),
        ("listed_long", "listed", ["begin", "event", "first_day", "last_day"], f"list = '' AND ({_LONG})"),
        ("dispatches_long", "dispatches", ["first_day", "id", "last_day"], _LONG),
        ("reports_in_order", "reports", ["seq", "superseded", "type", "status", "first_day", "last_day"], None),
        ("event_namings_person", "event_namings", ["person"], None),
    ):
        only = sa.text(where) if where else None
        op.create_index(name, table, columns, unique=False, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
