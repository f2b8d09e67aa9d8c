"""The daily reports of offices."""

import sqlalchemy as sa
from alembic import op

revision = "0028_daily_reports"
down_revision = "0027_post_desk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dailyreport",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"]),
        sa.PrimaryKeyConstraint("office_id", "day"),
    )


def downgrade() -> None:
    op.drop_table("dailyreport")
