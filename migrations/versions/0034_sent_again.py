"""When an officer sent a refused message again: it goes so once."""

import sqlalchemy as sa
from alembic import op

revision = "0034_sent_again"
down_revision = "0033_cases_by_kk_number"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outgoing", sa.Column("again_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("outgoing", "again_at")
