"""Keys of texts stand by period, so that a text is looked up among those of its time; how many agreements and disputes
there are, of all and of each party, is kept.

The keys are made anew with the next merging, whose rules are other ones.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Counts the lists that are there; where they are made anew, they are counted with them."""
    op.drop_table("text_keys")
    op.create_table(
        "text_keys",
        sa.Column(
            "period", sa.Integer(), autoincrement=False, nullable=False, comment="of its day (merging.reprints.period)"
        ),
        sa.Column("key", _LONG, autoincrement=False, nullable=False),
        sa.Column("dispatch", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatches.seq"]),
        sa.PrimaryKeyConstraint("period", "key", "dispatch"),
        comment="Texts that share a key in periods near each other are compared (merging.reprints.marks)",
        sqlite_with_rowid=False,
    )
    day = sa.Column("day", sa.Integer(), nullable=True,
                    comment="it came out, counted from the year 1, where that is known to a month")  # fmt: skip
    op.add_column("compared", day)
    for kind in ("agreed", "disputed"):
        own = f"list >= '{kind} ' AND list < '{kind}!' AND list NOT LIKE '{kind} % %'"
        lengths = f"SELECT 'listed', list, count(*) FROM listed WHERE {own} GROUP BY list"
        op.execute(sa.text(f"INSERT INTO counted (kind, name, number) {lengths}"))


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
