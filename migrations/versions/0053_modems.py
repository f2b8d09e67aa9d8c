"""Which numbers go by a modem of our own."""

import sqlalchemy as sa
from alembic import op

revision = "0053_modems"
down_revision = "0052_missed_messages"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sender") as table:
        table.add_column(sa.Column("modem", sa.String(40)))
        table.create_unique_constraint("sender_modem", ["modem"])


def downgrade() -> None:
    with op.batch_alter_table("sender") as table:
        table.drop_constraint("sender_modem", type_="unique")
        table.drop_column("modem")
