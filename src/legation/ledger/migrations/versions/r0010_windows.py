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
    for name, table in (("listed_told", "listed"), ("listed_due", "listed"), ("dispatches_days_ids", "dispatches")):
        op.drop_index(name, table)
    for name, columns, where in (
        ("listed_told", "list independent_sources dispatches last_day event first_day type status outcome", _SEVERAL),
        ("listed_due", "list outcome due_order due event due_by", "outcome IS NOT NULL"),
        ("events_long", "first_day id last_day date type status independent_sources", _LONG),
        ("dispatches_days_ids", "first_day id last_day", None),
        ("dispatches_long", "first_day id last_day", _LONG),
        ("reports_in_order", "seq superseded type status first_day last_day", None),
        ("event_namings_person", "person", None),
    ):
        only = sa.text(where) if where else None
        table = "event_namings" if name == "event_namings_person" else name.split("_")[0]
        op.create_index(name, table, columns.split(), unique=False, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
