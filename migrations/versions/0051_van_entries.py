"""What the crews of mobile vans write down on their telephones."""

import sqlalchemy as sa
from alembic import op

revision = "0051_van_entries"
down_revision = "0050_van_bookings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vanentry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("client_id", sa.String(36), nullable=False, unique=True),
        sa.Column("office_id", sa.Integer(), sa.ForeignKey("office.id"), nullable=False),
        sa.Column("visit_id", sa.Integer(), sa.ForeignKey("vanvisit.id")),
        sa.Column("officer_id", sa.Integer(), sa.ForeignKey("officer.id")),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("object_key", sa.String(32)),
        sa.Column("media_type", sa.String(40)),
        sa.Column("conflict", sa.String(60)),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True)),
    )
    for column in ("office_id", "visit_id", "received_at"):
        op.create_index(f"ix_vanentry_{column}", "vanentry", [column])


def downgrade() -> None:
    op.drop_table("vanentry")
