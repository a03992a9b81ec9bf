"""How many agreements and disputes there are, of all and of each party, is kept.

The index of the keys of texts by dispatch goes: it was as large as they are, and a text that is read anew gives them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Counts the lists that are there; where they are made anew, they are counted with them."""
    op.drop_index("text_keys_dispatch", "text_keys")
    for kind in ("agreed", "disputed"):
        own = f"list >= '{kind} ' AND list < '{kind}!' AND list NOT LIKE '{kind} % %'"
        lengths = f"SELECT 'listed', list, count(*) FROM listed WHERE {own} GROUP BY list"
        op.execute(sa.text(f"INSERT INTO counted (kind, name, number) {lengths}"))


def downgrade() -> None:
    """Never: a ledger does not go back."""
    raise NotImplementedError("a ledger never goes back")
