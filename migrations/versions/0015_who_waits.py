"""Who waits for a message: what nobody waits for keeps till morning, and does not go to who wants no notices."""

import sqlalchemy as sa
from alembic import op

revision = "0015_who_waits"
down_revision = "0014_notes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outgoing", sa.Column("kind", sa.String(length=40), nullable=False, server_default="answer"))


def downgrade() -> None:
    op.drop_column("outgoing", "kind")
