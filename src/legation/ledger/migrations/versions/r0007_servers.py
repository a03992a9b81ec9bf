"""What a ledger on PostgreSQL needs besides: text that sorts as on SQLite, long keys, full-text search.

Nothing changes on SQLite.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_WORDS = (("dispatch_words", "dispatches"), ("report_words", "reports"))
"""Tables of the words of texts and sentences, and whose they are."""
_STATE = "merged, judged: the last reading and judgement that the events know; rules: those they were merged by"
"""What the table has come to hold since it was made."""


def upgrade() -> None:
    """Makes the tables of words and turns the columns."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    _by_bytes(connection)
    op.execute(sa.text("ALTER TABLE text_keys ALTER COLUMN key TYPE bigint"))
    op.create_table_comment("state", _STATE)
    for table, owner in _WORDS:
        op.execute(
            sa.text(f"CREATE TABLE {table} (seq integer PRIMARY KEY REFERENCES {owner} (seq), words tsvector NOT NULL)")
        )
        op.execute(sa.text(f"CREATE INDEX {table}_words ON {table} USING gin (words)"))


def _by_bytes(connection: sa.Connection) -> None:
    """Lets all text be compared and sorted by its bytes."""
    inspector = sa.inspect(connection)
    for table in inspector.get_table_names():
        columns = [column for column in inspector.get_columns(table) if isinstance(column["type"], sa.String)]
        turned = ", ".join(
            f'ALTER COLUMN "{column["name"]}" TYPE {column["type"].compile(connection.dialect)} COLLATE "C"'
            for column in columns
        )
        if turned and table != "alembic_version":
            op.execute(sa.text(f'ALTER TABLE "{table}" {turned}'))


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
