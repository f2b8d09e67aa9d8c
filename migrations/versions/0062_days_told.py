"""The day of a visit that a citizen was last told: of this one they hear that it was moved or called off."""

import sqlalchemy as sa
from alembic import op

revision = "0062_days_told"
down_revision = "0061_checks_of_others"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("vanbooking", sa.Column("told_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("vanbooking") as table:
        table.drop_column("told_on")
