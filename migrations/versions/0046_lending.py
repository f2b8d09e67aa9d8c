"""Blanks and printers lent between offices, and the quota promised to each."""

import sqlalchemy as sa
from alembic import op

revision = "0046_lending"
down_revision = "0045_uncollected_cards"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loan",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("lender_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("borrower_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("device_id", sa.Integer(), sa.ForeignKey("device.id")),
        sa.Column("guest_id", sa.Integer(), sa.ForeignKey("device.id")),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("officer.id")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "quota",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("officer.id")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_quota_office_id", "quota", ["office_id"])


def downgrade() -> None:
    op.drop_table("quota")
    op.drop_table("loan")
