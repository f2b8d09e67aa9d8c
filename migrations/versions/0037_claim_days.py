"""After how many days without a deed an office calls a claim lapsed."""

import sqlalchemy as sa
from alembic import op

revision = "0037_claim_days"
down_revision = "0036_open_cases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("claim_days", sa.Integer(), nullable=False, server_default="3"))


def downgrade() -> None:
    op.drop_column("office", "claim_days")
