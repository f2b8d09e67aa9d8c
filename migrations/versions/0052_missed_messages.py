"""Until when the carrier's list of messages to an address of ours was looked through."""

import sqlalchemy as sa
from alembic import op

revision = "0052_missed_messages"
down_revision = "0051_van_entries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sender", sa.Column("looked_until", sa.DateTime(timezone=True)))


def downgrade() -> None:
    with op.batch_alter_table("sender") as sender:
        sender.drop_column("looked_until")
