"""Whom a complaint concerns, and whether it goes past the supervisors."""

import sqlalchemy as sa
from alembic import op

revision = "0042_whom_complaints_concern"
down_revision = "0041_document_numbers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("complaint", sa.Column("concerns_id", sa.Integer(), nullable=True))
    op.add_column("complaint", sa.Column("escalated", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_complaint_concerns_id", "complaint", ["concerns_id"])


def downgrade() -> None:
    op.drop_index("ix_complaint_concerns_id", "complaint")
    op.drop_column("complaint", "escalated")
    op.drop_column("complaint", "concerns_id")
