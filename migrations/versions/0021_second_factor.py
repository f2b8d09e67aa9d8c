"""The second factor of an officer's login."""

import sqlalchemy as sa
from alembic import op

revision = "0021_second_factor"
down_revision = "0020_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "secondfactor",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("backup", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("officer_id"),
    )


def downgrade() -> None:
    op.drop_table("secondfactor")
